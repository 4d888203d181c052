"""EDTF values as days."""

from __future__ import annotations

from datetime import date

import pytest

from marsad.analyse.days import apart, days_of


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2016-12-12", "2016-12-12", "2016-12-12"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-24", "2016-12-01", "2017-02-28"),
        ("2016-21", "2016-03-01", "2016-05-31"),
        ("2016-04-12/2016-12", "2016-04-12", "2016-12-31"),
    ],
)
def test_days_covered(edtf: str, first: str, last: str) -> None:
    assert days_of(edtf) == (date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())


@pytest.mark.parametrize("edtf", [None, "", "XXXX-09-05", "2016-05/..", "../2016-05", "2017/2016", "soon"])
def test_unknown_days(edtf: str | None) -> None:
    assert days_of(edtf) is None


def test_apart() -> None:
    assert apart((1, 3), (3, 9)) == 0
    assert apart((1, 3), (4, 9)) == apart((4, 9), (1, 3)) == 1
