"""The committed gazetteer: lookups, and that its tables and its file belong together."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from marsad.errors import ResourceError
from marsad.folders import DATA
from marsad.gazetteer import Gazetteer
from marsad.gazetteer.lexicon import gazetteer
from marsad.gazetteer.tables import GazetteerRow, read_table
from marsad.resources import Resources, read_rows

HEAD = "id\tname\taliases\tenglish\tkind\tcountry\tadmin1\tadmin2\tlat\tlon\tradius_km\tsource\n"


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return Resources().of(gazetteer)


@pytest.fixture(scope="module")
def rows() -> list[GazetteerRow]:
    return [row for path in sorted((DATA / "gazetteer/places").glob("*.tsv")) for row in read_table(path)]


@pytest.mark.parametrize("name", ["دير الزور", "ديرالزور", "ادلب", "إدلب", "أدلب", "الرقه", "بوكمال", "البو كمال"])
def test_finds_spellings(places: Gazetteer, name: str) -> None:
    assert places.find(name)[0].country == "SY"


def test_unknown_name(places: Gazetteer) -> None:
    assert places.find("ققققق") == []


def test_near_is_sorted_by_distance(places: Gazetteer) -> None:
    found = places.near(35.34, 40.14, 15)
    assert "sy-city-deir-ez-zor" in [place.id for _, place in found]
    assert [km for km, _ in found] == sorted(km for km, _ in found)
    assert max(km for km, _ in found) <= 15


def test_every_hand_row_is_in_the_file(places: Gazetteer, rows: list[GazetteerRow]) -> None:
    missing = [row.id for row in rows if row.id not in {p.id for name in row.names for p in places.find(name)}]
    barred = {r["name"] for r in read_rows(DATA / "gazetteer/ordinary.tsv") if r["caution"] == "-1"}
    assert {row.id for row in rows if row.name in barred} >= set(missing)


def test_a_towns_name_is_no_name_of_what_stands_in_it(places: Gazetteer) -> None:
    assert "facility" not in {p.kind for p in places.find("عدن")}
    assert {p.kind for p in places.find("مصفاة عدن")} == {"facility"}


def test_ids_are_unique(rows: list[GazetteerRow]) -> None:
    assert [i for i, n in Counter(row.id for row in rows).items() if n > 1] == []


def test_unchecked_points_have_a_wide_radius(rows: list[GazetteerRow]) -> None:
    narrow = [
        r.id for r in rows if r.source.startswith("general") and r.kind in ("city", "village") and r.radius_km < 8
    ]
    assert narrow == []


def test_exceptions_name_rows(rows: list[GazetteerRow]) -> None:
    known = {row.id for row in rows}
    assert [r["id"] for r in read_rows(DATA / "gazetteer/exceptions.tsv") if r["id"] not in known] == []


def test_no_gazetteer_there(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="make gazetteer"):
        Gazetteer.open(tmp_path / "none.txt")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"some other text\n" * 100, "no gazetteer"),
        (b"\xff\xfe\x00", "no gazetteer"),
        (b"marsad gazetteer 2\t2\t1\none line\n", "is cut"),
        (b"marsad gazetteer 2\t1\t0\nno end", "is cut"),
    ],
)
def test_file_is_no_gazetteer(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "broken.txt"
    path.write_bytes(content)
    with pytest.raises(ResourceError, match=told):
        Gazetteer.open(path)


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ("x\tس\t\tX\tcity\tSY\t\t\tnorth\t2\t5\tg\n", "must be numbers"),
        ("x\tس\t\tX\tplanet\tSY\t\t\t1\t2\t5\tg\n", "planet"),
        ("x\tس\t\tX\tcity\tSY\t\t\t100\t2\t5\tg\n", "nowhere"),
    ],
)
def test_malformed_row(tmp_path: Path, cells: str, told: str) -> None:
    path = tmp_path / "places.tsv"
    path.write_text(HEAD + cells, encoding="utf-8")
    with pytest.raises(ResourceError, match=told):
        list(read_table(path))
