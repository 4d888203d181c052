"""Whether two values agree: tests/cases/evaluation_values.tsv."""

from __future__ import annotations

import json

import pytest
from tests.tables import cases

from marsad.evaluate.names import same_name
from marsad.evaluate.values import distance_km, same_count, same_place, same_time, stated

COMPARES = {"time": same_time, "count": same_count, "place": same_place, "name": same_name}


@pytest.mark.parametrize("row", cases("evaluation_values"), ids=lambda row: " ".join(row.values()))
def test_values_agree_as_the_table_says(row: dict[str, str]) -> None:
    compare = COMPARES[row["compares"]]
    assert compare(json.loads(row["gold"]), json.loads(row["system"])) is (row["agrees"] == "yes")


def test_distance_of_a_degree_of_latitude() -> None:
    assert distance_km({"lat": 33.0, "lon": 44.0}, {"lat": 34.0, "lon": 44.0}) == pytest.approx(111.19, abs=0.01)


@pytest.mark.parametrize(
    ("count", "says"),
    [(None, False), ({}, False), ({"min": None, "max": None}, False), ({"min": None, "max": 9}, True)],
)
def test_a_count_says_something_where_an_end_is_known(count: dict[str, int | None] | None, says: bool) -> None:
    assert stated(count) is says
