"""The first and last day of EDTF values: cases in tests/cases/bounds.tsv."""

from __future__ import annotations

from datetime import date

import pytest
from tests.tables import cases

from marsad.times.bounds import bounds


@pytest.mark.parametrize("case", cases("bounds"), ids=lambda case: case["edtf"])
def test_bounds(case: dict[str, str]) -> None:
    days = tuple(date.fromisoformat(case[end]) if case[end] else None for end in ("first", "last"))
    assert bounds(case["edtf"]) == days


def test_nothing_has_no_bounds() -> None:
    assert bounds(None) == bounds("") == (None, None)
