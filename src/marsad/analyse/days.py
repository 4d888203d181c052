"""The days that an EDTF value covers, as ordinals, so that dates of any precision can be compared."""

from __future__ import annotations

import calendar
from datetime import date

from marsad.times.edtf import parse_moment

Days = tuple[int, int]
"""First and last day, as proleptic Gregorian ordinals (`date.toordinal`), both included."""

_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}


def days_of(edtf: str | None) -> Days | None:
    """The days of a value or interval; None where its year or an end is not known, or there is none."""
    if not edtf:
        return None
    first, _, last = edtf.partition("/")
    start, end = _covered(first), _covered(last or first)
    if start is None or end is None or end[1] < start[0]:
        return None
    return start[0], end[1]


def apart(one: Days, other: Days) -> int:
    """Days between two stretches: 0 where they share a day, 1 for neighbouring days."""
    return max(one[0] - other[1], other[0] - one[1], 0)


def _covered(text: str) -> Days | None:
    moment = parse_moment(text)
    if moment is None or moment.year is None or not 1 <= moment.year <= 9998:
        return None
    year = moment.year
    if moment.precision == "season" and moment.month in _SEASON_STARTS:
        month = _SEASON_STARTS[moment.month]
        end_year, end_month = (year + 1, 2) if month == 12 else (year, month + 2)
        return date(year, month, 1).toordinal(), _month_end(end_year, end_month)
    if moment.precision == "year" or moment.month is None:
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    if moment.precision == "month" or moment.day is None:
        return date(year, moment.month, 1).toordinal(), _month_end(year, moment.month)
    return (day := date(year, moment.month, moment.day).toordinal()), day


def _month_end(year: int, month: int) -> int:
    return date(year, month, calendar.monthrange(year, month)[1]).toordinal()
