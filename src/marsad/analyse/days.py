"""The days that an EDTF value covers, as ordinals, so that dates of any precision can be compared."""

from __future__ import annotations

from marsad.times.bounds import bounds

Days = tuple[int, int]
"""First and last day, as proleptic Gregorian ordinals (`date.toordinal`), both included."""


def days_of(edtf: str | None) -> Days | None:
    """The days of a value or interval; None where an end is not known, or there is none."""
    first, last = bounds(edtf)
    return (first.toordinal(), last.toordinal()) if first and last and first <= last else None


def apart(one: Days, other: Days) -> int:
    """Days between two stretches: 0 where they share a day, 1 for neighbouring days."""
    return max(one[0] - other[1], other[0] - one[1], 0)
