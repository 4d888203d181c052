"""Dates in figures alone: 2016-12-12, 12/12/2016, 15/10/1436هـ, 25/9."""

from __future__ import annotations

from datetime import date

from marsad.times import hijri
from marsad.times.dates import year_with, year_without
from marsad.times.edtf import Moment, month_of, on
from marsad.times.frame import Context, Frame, Reading


def figures(frame: Frame, context: Context) -> Reading | None:
    """2016-12-12, 12/12/2016, 12.12.2016, 8/12, 2/2013: figures alone."""
    tokens = frame.scene.tokens[frame.match.first : frame.match.last + 1]
    if tokens[0].start and frame.scene.text.raw[tokens[0].start - 1] in "/=_":
        return None  # part of a web address
    digits = " ".join(t.form for t in tokens if t.form[0].isdigit())
    for mark in "-/.":
        digits = digits.replace(mark, " ")
    parts = digits.split()
    if not all(p.isdecimal() for p in parts):
        return None
    values = [int(p) for p in parts]
    if len(parts) == 3:
        return _three(parts, values, context, turned="year" in frame)
    if len(parts) == 2:
        return _two(frame, context, parts, values)
    return None


def _three(parts: list[str], values: list[int], context: Context, turned: bool) -> Reading | None:
    """Year first or last; where both parts can be a year of two digits, the one that is not yet to come.

    Arabic puts the day first; only the American order parts the year by a comma (`turned`): 08/21, 2015."""
    if len(parts[0]) == 4:
        orders = [(0, 1, 2), (0, 2, 1)]
    elif len(parts[2]) == 4:
        orders = [(2, 0, 1), (2, 1, 0)] if turned else [(2, 1, 0), (2, 0, 1)]
    elif turned:
        orders = [(2, 0, 1), (2, 1, 0)]
    elif max(len(p) for p in parts) == 2:
        orders = [(2, 1, 0), (0, 1, 2)]
        if context.published is not None and values[2] + 2000 > context.published.year:
            orders.reverse()
    else:
        return None
    for y, m, d in orders:
        year_ = values[y] + 2000 if len(parts[y]) <= 2 else values[y]
        try:
            found = date(year_, values[m], values[d])
        except ValueError:
            continue
        if 1900 <= found.year <= 2060:
            return Reading(on(found), "explicit")
        if hijri.FIRST_YEAR <= year_ <= hijri.LAST_YEAR and values[d] <= 30:
            told = hijri.hijri_day(year_, values[m], values[d])
            return Reading(on(told), "explicit", "hijri") if told else None
    return None


def _two(frame: Frame, context: Context, parts: list[str], values: list[int]) -> Reading | None:
    first, second = values
    if len(parts[1]) == 4 and 1 <= first <= 12 and 1900 <= second <= 2060:
        return Reading(month_of(second, first), "explicit")
    if len(parts[0]) == 4 and 1 <= second <= 12 and 1900 <= first <= 2060 and frame.emit.get("sure"):
        return Reading(month_of(first, second), "explicit")
    padded = len(parts[0]) == len(parts[1]) == 2 and "0" in (parts[0][0], parts[1][0])
    telling = 12 < max(first, second) <= 31 and 1 <= min(first, second) <= 12
    if max(len(p) for p in parts) > 2 or frame.counts_something():
        return None
    if not (frame.emit.get("sure") or ("/" in frame.scene.tokens[frame.match.first].form and (padded or telling))):
        return None
    if frame.emit.get("future") and not (context.probing or context.direction):
        return None
    number, month_ = (second, first) if second > 12 else (first, second)
    if not (1 <= number <= 31 and 1 <= month_ <= 12):
        return None
    given = year_with(frame, context)
    year_, basis = given or year_without(frame, context, month_, number)
    return Reading(Moment("day", year_, month_, number), basis)


OPERATIONS = {"figures": figures}
