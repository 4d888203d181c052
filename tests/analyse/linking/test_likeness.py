"""What takes from the likeness of two reports told in the same words."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from marsad.analyse.linking.kin import kin
from marsad.analyse.linking.likeness import (
    DAY_APART,
    NOT_KIN,
    PLACES_APART,
    PUBLISHED_APART,
    RECURRING,
    SAME_DAY,
    SAME_OUTLET,
    SAME_PLACE,
    TOLLS_APART,
    UNDATED,
    Likeness,
)
from marsad.analyse.linking.reports import Report

TERMS = Counter({"سوق": 1, "انفجار": 2, "قتيل": 1})
HERE, NEAR, FAR = (36.2, 37.1, 25.0), (36.3, 37.1, 25.0), (33.5, 36.3, 25.0)
ONE = Report("a", "e1", "bombing", TERMS, TERMS, None, 100)


def likeness(one: Report, other: Report) -> float:
    return Likeness([one, other], [one.told, other.told], kin())(0, 1)


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [
        ({}, {}, 0.0),
        ({}, {"published": 101}, 0.0),
        ({}, {"published": 103}, -2 * PUBLISHED_APART),
        ({}, {"published": None}, -UNDATED),
        ({"days": (99, 99)}, {"days": (99, 99), "published": None}, SAME_DAY),
        ({"days": (99, 99)}, {"days": (99, 99)}, SAME_DAY),
        ({"days": (99, 99)}, {"days": (97, 97)}, -2 * DAY_APART),
        ({"days": (99, 99)}, {"days": (79, 79)}, -6 * DAY_APART),
        ({"days": (99, 99), "killed": 9}, {"days": (98, 98), "killed": 9}, -DAY_APART),
        ({"days": (99, 99), "killed": 9}, {"days": (98, 98), "killed": 12}, -DAY_APART - TOLLS_APART),
        ({"days": (99, 99), "killed": 9}, {"days": (99, 99), "killed": 24}, SAME_DAY),
        ({"points": (HERE,)}, {"points": (NEAR,)}, SAME_PLACE),
        ({"points": (HERE,)}, {"points": (FAR,)}, -PLACES_APART),
        ({"points": (HERE,)}, {}, 0.0),
        ({"outlet": "x"}, {"outlet": "x"}, 0.0),
        ({"outlet": "x"}, {"outlet": "x", "published": 101}, -SAME_OUTLET),
        ({"outlet": "x"}, {"outlet": "y", "published": 101}, 0.0),
        ({}, {"type": "protest"}, -NOT_KIN),
        ({"type": "clash"}, {"type": "clash"}, 0.0),
        ({"type": "clash"}, {"type": "siege", "published": 101}, -RECURRING),
        ({"type": "demand"}, {"type": "demand", "published": 101}, -RECURRING),
        ({"type": "bombing"}, {"type": "bombing", "published": 101}, 0.0),
    ],
)
def test_what_speaks_for_and_against(one: dict[str, object], other: dict[str, object], difference: float) -> None:
    first, second = replace(ONE, **one), replace(ONE, document="b", **other)  # type: ignore[arg-type]
    assert likeness(first, second) == pytest.approx(likeness(ONE, replace(ONE, document="b")) + difference)
