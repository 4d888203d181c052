"""Whether two values agree: tests/cases/evaluation_values.tsv."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from marsad.evaluate.names import same_name
from marsad.evaluate.values import distance_km, same_count, same_place, same_time, stated

CASES = Path(__file__).parents[1] / "cases" / "evaluation_values.tsv"
COMPARES = {"time": same_time, "count": same_count, "place": same_place, "name": same_name}


def cases() -> list[Any]:
    lines = [line for line in CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return [pytest.param(row, id=f"{row['compares']}: {row['gold']} | {row['system']}") for row in rows]


@pytest.mark.parametrize("row", cases())
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
