"""Every row of the hand tables lies in its country and governorate, or stands in exceptions.tsv with the reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazetteer.borders import Borders
from gazetteer.check import outside
from gazetteer.outlines import PATH, thinned
from marsad.folders import DATA
from marsad.gazetteer.tables import GazetteerRow, read_table
from marsad.resources import read_rows


@pytest.fixture(scope="module")
def borders() -> Borders:
    return Borders(PATH)


@pytest.fixture(scope="module")
def rows() -> dict[str, GazetteerRow]:
    return {row.id: row for path in sorted((DATA / "gazetteer/places").glob("*.tsv")) for row in read_table(path)}


def test_rows_lie_in_their_country_and_governorate(borders: Borders, rows: dict[str, GazetteerRow]) -> None:
    excepted = {row["id"]: row["reason"] for row in read_rows(DATA / "gazetteer/exceptions.tsv")}
    wrong = {row.id: told for row, told in outside(borders, rows.values())}
    assert {i: told for i, told in wrong.items() if i not in excepted} == {}
    assert [i for i in excepted if i not in wrong] == []
    assert all(len(reason) > 10 for reason in excepted.values())


def test_every_country_of_the_tables_has_an_outline(borders: Borders, rows: dict[str, GazetteerRow]) -> None:
    known = {unit.country for unit in borders.units}
    assert {row.country for row in rows.values() if row.kind != "country" and row.country} - known == set()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"lat": 33.3, "lon": 44.4}, "km outside SY"),
        ({"lat": 33.5, "lon": 36.3}, "km outside Aleppo"),
        ({"admin1": "Nowhere"}, "no unit 'Nowhere' in SY"),
    ],
)
def test_a_row_that_lies_wrong_is_told(
    borders: Borders, rows: dict[str, GazetteerRow], change: dict[str, float | str], told: str
) -> None:
    row = rows["sy-city-aleppo"]
    assert list(outside(borders, [row])) == []
    assert [t.endswith(told) for _, t in outside(borders, [replace(row, **change)])] == [True]  # type: ignore[arg-type]


def test_thinning_keeps_corners() -> None:
    square = [(0.0, 0.0), (0.5, 0.01), (1.0, 0.0), (1.0, 1.0), (0.5, 0.99), (0.0, 1.0), (0.0, 0.0)]
    assert thinned(square) == [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)]
