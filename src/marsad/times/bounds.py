"""The first and the last day that an EDTF value allows, for sorting and for filters."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import lru_cache

from marsad.times.edtf import Moment, parse_moment

_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


@lru_cache(maxsize=10_000)
def bounds(edtf: str | None) -> tuple[date | None, date | None]:
    """First and last day of a date or interval, both included. None for an end that is open, and where the year or
    its decade is not known; a day or month that is not known leaves all of its month or year."""
    if not edtf:
        return None, None
    first, _, second = edtf.partition("/")
    since = _days(first)[0]
    return since, _days(second or first)[1]


def _days(text: str) -> tuple[date | None, date | None]:
    moment = None if text in ("", "..") else parse_moment(text)
    if moment is None or moment.year is None or not 1 <= moment.year <= 9998:
        return None, None
    return _of(moment, moment.year)


def _of(moment: Moment, year: int) -> tuple[date, date]:
    month, day = moment.month, moment.day
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if month in _SEASONS:
        first, last = _SEASONS[month]
        end = year + (last < first)
        return date(year, first, 1), date(end, last, monthrange(end, last)[1])
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
