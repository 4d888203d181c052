"""`marsad export`: a case, or what filters leave of it, in a format of other tools."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from marsad.case.case import Case
from marsad.case.history import now
from marsad.case.selection import EVERYTHING, Selection
from marsad.cli import options as shared
from marsad.cli.filters import filters
from marsad.cli.listing import case_file, opened
from marsad.errors import ReadOnlyCaseError
from marsad.export.formats import FORMATS, write
from marsad.export.options import Options
from marsad.model import Record

LINKS = "links"
_TABLES = ("events", "reasons", "statements", "places", "actors", "documents")
_ANSWERED = ("events", "reasons", "statements", "relations", "outlooks")


@click.command()
@case_file
@click.argument("format", type=click.Choice([*FORMATS, LINKS]))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@filters("--type", "An event type of the codebook.")
@click.option(
    "--table", type=click.Choice(_TABLES), default="events", show_default=True, help="csv, parquet: the table."
)
@click.option("--bom", is_flag=True, help="csv and its kin: a byte order mark first, which Excel needs for Arabic.")
@click.option("--full", is_flag=True, help="With all names and exact points. Logged in the case.")
@shared.language
@shared.lexicons
def export(
    case: Path,
    format: str,
    file: Path,
    selection: Selection,
    table: str,
    bom: bool,
    full: bool,
    lang: str,
    lexicons: Path | None,
) -> None:
    """Write a case, or what filters leave of it, to FILE in FORMAT.

    jsonl, csv, geojson, acled, ucdp, polecat, xlsx, parquet, html, hxl, ftm; links (which reports tell one event).
    What is exported is what `marsad events` and its kin show with the same filters. Columns, codes and rules:
    docs/export.md.

    An export is safe unless --full is given: names of persons without a public role are hidden in every field, in
    quotations and titles too, and points of cities, villages and facilities are rounded to about 11 km.

    \b
    marsad export hamrin.marsad acled hamrin.csv --since 2020-05-01
    marsad export hamrin.marsad csv reasons.csv --table reasons --bom
    marsad export hamrin.marsad xlsx hamrin.xlsx --lang ar --full
    """
    if format == LINKS:
        _write_links(case, file)
        return
    with opened(case) as held, held.snapshot():
        records = list(selected(held, selection, FORMATS[format].layer))
    if full:
        log_full(case, format, file, len(records))
    else:
        from marsad.export.redaction import Redaction
        from marsad.resources import Resources

        redaction = Redaction(Resources(lexicons))
        records = [redaction.safe(record) for record in records]
    count = write(format, file, records, Options(table, bom, lang))
    profile = "with all names (--full)" if full else "safe"
    click.echo(f"{file}: {count:,} {FORMATS[format].counts} from {len(records):,} documents, {profile}", err=True)


def selected(case: Case, selection: Selection, layer: str) -> Iterator[Record]:
    """The records of a case with the items that a selection leaves; what was rejected is left out."""
    chosen: dict[int, dict[str, set[tuple[int, str]]]] = {}
    for name in _ANSWERED:
        for answer in getattr(case, name)(selection):
            items = chosen.setdefault(answer.document.number, {}).setdefault(name, set())
            items.add((answer.value.start, answer.value.id))
    for document in case.documents(aside=False):
        held = chosen.get(document.number, {})
        if (layer and not held.get(layer)) or (not held and selection != EVERYTHING):
            continue
        record = case.effective_record(document.number)
        kept: dict[str, Any] = {
            name: tuple(i for i in getattr(record, name) if (i.start, i.id) in held.get(name, ())) for name in _ANSWERED
        }
        yield replace(record, **kept)


def log_full(case: Path, format: str, file: Path, documents: int) -> None:
    """Note in the case that names left it. Raises ReadOnlyCaseError: what can't be logged is not done."""
    try:
        with opened(case, write=True) as held, held.database.transaction():
            told = json.dumps({"format": format, "file": file.name, "documents": documents}, ensure_ascii=False)
            number = len(held.query("SELECT name FROM setting WHERE name LIKE 'full export %'")) + 1
            held.database.run("INSERT INTO setting (name, value) VALUES (?, ?)", f"full export {number} {now()}", told)
    except ReadOnlyCaseError as error:
        raise ReadOnlyCaseError(f"{error}: a full export has to be logged in it; leave --full out") from None


def _write_links(case: Path, file: Path) -> None:
    from marsad.analyse.links import groups_of
    from marsad.cli.link import linked

    with linked(case) as held:
        rows = groups_of(held)
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    click.echo(f"{file}: {len(rows):,} documents", err=True)
