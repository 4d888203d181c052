"""Days told by where they stand: yesterday, Sunday, the first Friday of July, two days after the attack."""

from __future__ import annotations

from datetime import date

from marsad.times import calendar
from marsad.times.dates import month_caught, year_with, year_without
from marsad.times.edtf import Interval, Moment, Value, on
from marsad.times.frame import Context, Frame, Reading

_NEAREST_MONTHS = (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6)
_UNKNOWN = Moment("day", None)


def deictic(frame: Frame, context: Context) -> Reading | None:
    """Today, yesterday, tomorrow. A weekday beside it wins over the publication date that contradicts it."""
    shift, weekday = int(frame.word("deictic") or 0), frame.integer("weekday")
    published = context.published
    if shift == 0 and frame.follows("time_per"):
        return None  # in the day, every day, the present age
    if published is None:
        return Reading(_UNKNOWN, "publication")
    told = calendar.add_days(published, shift)
    if told is None:
        return None
    if weekday is not None and told.weekday() != weekday:
        told = calendar.weekday_before(published, weekday) if shift <= 0 else calendar.weekday_after(published, weekday)
    return Reading(on(told), "publication")


def weekday(frame: Frame, context: Context) -> Reading | None:
    """A weekday: the last one on or before publication, the next where the sentence speaks of what is to come."""
    number, published = frame.integer("weekday"), context.published
    if number is None:
        return None
    if published is None:
        return Reading(_UNKNOWN, "publication")
    if "week_relation" in frame or "this_week" in frame:
        shift = {"past": -1, "now": 0, "next": 1, "same": 0}[frame.word("week_relation") or "now"]
        week = calendar.week_of(published, shift).start
        if week is None or week.known is None:
            return None
        return Reading(on(calendar.weekday_after(week.known, number)), "publication")
    relation = frame.word("relation") or frame.emit.get("relation")
    if relation == "past":
        return Reading(on(calendar.weekday_before(published, number, strictly=True)), "publication")
    if relation == "next":
        return Reading(on(calendar.weekday_after(published, number, strictly=True)), "publication")
    if relation == "same" and context.day is not None:
        return Reading(on(context.day), "context")
    if relation == "this" or context.direction == "future":
        return Reading(on(calendar.weekday_after(published, number, strictly=context.alone)), "publication")
    return Reading(on(calendar.weekday_before(published, number)), "publication")


def weekday_and_number(frame: Frame, context: Context) -> Reading | None:
    """Thursday the 21st: the nearest such day to publication; none where no month near has it."""
    weekday_, number, published = frame.integer("weekday"), frame.integer("day"), context.published
    if weekday_ is None or number is None or not 1 <= number <= 31:
        return None
    if published is None:
        return Reading(Moment("day", None, None, number), "publication")
    if number <= 5 and frame.number("day") is None:
        found = calendar.nth_weekday(published.year, published.month, weekday_, number)
        return Reading(on(found), "publication") if found else None
    for shift in _NEAREST_MONTHS:
        near = calendar.add_months(published.replace(day=1), shift)
        if near is None or number > calendar.last_day(near.year, near.month):
            continue
        day = near.replace(day=number)
        if day.weekday() == weekday_:
            return Reading(on(day), "publication")
    return None


def weekday_days(frame: Frame, context: Context) -> Reading | None:
    """From Friday the 11th to Tuesday the 15th: in the nearest month that has both."""
    first, last = frame.integer("day"), frame.integer("last_day")
    start, end, published = frame.integer("weekday"), frame.integer("last_weekday"), context.published
    if first is None or last is None or published is None or not first < last <= 31:
        return None
    for shift in _NEAREST_MONTHS:
        near = calendar.add_months(published.replace(day=1), shift)
        if near is None or last > calendar.last_day(near.year, near.month):
            continue
        if near.replace(day=first).weekday() == start and near.replace(day=last).weekday() == end:
            return Reading(Interval(on(near.replace(day=first)), on(near.replace(day=last))), "publication")
    return None


def weekdays(frame: Frame, context: Context) -> Reading | None:
    """Two or more weekdays in a row: from the first to the last of them."""
    first, last, published = frame.integer("weekday"), frame.integer("last_weekday"), context.published
    if first is None or last is None or first == last:
        return None
    if published is None:
        return Reading(Interval(_UNKNOWN, _UNKNOWN), "publication")
    relation = frame.word("relation") or ("next" if context.direction == "future" else None)
    if "week_relation" in frame or "this_week" in frame:
        shift = {"past": -1, "now": 0, "next": 1, "same": 0}[frame.word("week_relation") or "now"]
        monday = calendar.week_of(published, shift).start
        begin = calendar.weekday_after(monday.known, first) if monday and monday.known else None
    elif relation == "next":
        begin = calendar.weekday_after(published, first)
    else:
        end = calendar.weekday_before(published, last, strictly=relation == "past")
        # The night from Monday to Tuesday can be the one before a Monday's publication.
        begin = calendar.weekday_before(end, first)
    if begin is None:
        return None
    return Reading(Interval(on(begin), on(calendar.weekday_after(begin, last))), "publication")


def nth_weekday(frame: Frame, context: Context) -> Reading | None:
    """The first Friday of July; the last Monday of this month."""
    nth, number = frame.integer("nth"), frame.integer("weekday")
    if nth is None or number is None:
        return None
    year, month, basis = _month_in_question(frame, context)
    if year is None or month is None:
        return Reading(_UNKNOWN, basis)
    found = calendar.nth_weekday(year, month, number, nth)
    return Reading(on(found), basis) if found else None


def nth_week(frame: Frame, context: Context) -> Reading | None:
    """The third week of a month or year."""
    nth = frame.integer("nth")
    if nth is None:
        return None
    if frame.emit.get("of") == "year":
        found = year_with(frame, context)
        year, month, basis = (found[0] if found else None), None, (found[1] if found else "publication")
        if year is None and context.published is not None:
            year = context.published.year + int(frame.emit.get("shift", 0))
    else:
        year, month, basis = _month_in_question(frame, context)
    if year is None:
        return Reading(Interval(_UNKNOWN, _UNKNOWN), basis)
    value = calendar.nth_week(year, month, nth)
    return Reading(value, basis) if value else None


def half_of_month(frame: Frame, context: Context) -> Reading | None:
    """The first or second half of a month: to its fifteenth day, or from the sixteenth."""
    nth = frame.integer("nth")
    if nth not in (1, 2, -1):
        return None
    year, month, basis = _month_in_question(frame, context)
    if month is None:
        return Reading(Interval(_UNKNOWN, _UNKNOWN), basis)
    first, last = (1, 15) if nth == 1 else (16, calendar.last_day(year, month))
    return Reading(Interval(Moment("day", year, month, first), Moment("day", year, month, last)), basis)


def _month_in_question(frame: Frame, context: Context) -> tuple[int | None, int | None, str]:
    month = month_caught(frame, context)
    if month is not None:
        year, basis = year_with(frame, context) or year_without(frame, context, month, None)
        return year, month, basis
    published = context.published
    if published is None:
        return None, None, "publication"
    shift = {"past": -1, "now": 0, "next": 1, "same": 0}[frame.word("relation") or "now"]
    moved = calendar.add_months(published, shift)
    return (moved.year, moved.month, "publication") if moved else (None, None, "publication")


def offset(frame: Frame, context: Context) -> Reading | None:
    """Two days after the attack: counted from the day that the text dated last, none where it dated no day near."""
    anchor, count, unit = context.near_day, frame.integer("count"), frame.word("unit")
    if count is None:
        count = 2 if "dual" in frame else 1
        unit = unit or frame.word("dual")
    if anchor is None or unit not in ("day", "week", "month", "year"):
        return None
    sign = -1 if frame.emit.get("back") else 1
    moved: date | None
    if unit in ("day", "week"):
        moved = calendar.add_days(anchor, sign * count * (7 if unit == "week" else 1))
    else:
        moved = calendar.add_months(anchor, sign * count * (12 if unit == "year" else 1))
    return Reading(on(moved), "context") if moved else None


def same_day(frame: Frame, context: Context) -> Reading | None:
    """The same day as the one told last."""
    if context.day is None:
        return None
    value: Value = on(context.day)
    return Reading(value, "context")


OPERATIONS = {
    "deictic": deictic,
    "weekday": weekday,
    "weekday_and_number": weekday_and_number,
    "weekday_days": weekday_days,
    "weekdays": weekdays,
    "nth_weekday": nth_weekday,
    "nth_week": nth_week,
    "half_of_month": half_of_month,
    "offset": offset,
    "same_day": same_day,
}
