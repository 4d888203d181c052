"""Arithmetic of the Gregorian calendar: weeks from Monday, months cut to their length, and the bias of news."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from marsad.times.edtf import Interval, Moment, month_of, on, year_of

# A date without a year that lies this many days after publication is still to come rather than eleven months old.
NEAR_FUTURE_DAYS = 30


def add_days(day: date, days: int) -> date | None:
    """The day so many days on (or back), None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def add_months(day: date, months: int) -> date | None:
    """The same day so many months on, or the last of that month where it is shorter; None beyond the calendar."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, last_day(year, month + 1)))


def last_day(year: int | None, month: int) -> int:
    """Number of days of a month; of February in an unknown year, 28."""
    return monthrange(year if year and MINYEAR <= year <= MAXYEAR else 2001, month)[1]


def weekday_before(day: date, weekday: int, strictly: bool = False) -> date:
    """The last such weekday (Monday 0) on or before a day; before it where `strictly`."""
    back = (day.weekday() - weekday) % 7
    return day - timedelta(days=back or (7 if strictly else 0))


def weekday_after(day: date, weekday: int, strictly: bool = False) -> date:
    """The next such weekday (Monday 0) on or after a day; after it where `strictly`."""
    on_ = (weekday - day.weekday()) % 7
    return day + timedelta(days=on_ or (7 if strictly else 0))


def week_of(day: date, shift: int = 0) -> Interval:
    """The week, Monday to Sunday, that holds a day, or one `shift` weeks from it."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
    return Interval(on(monday), on(monday + timedelta(days=6)))


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The first, second … (or with -1 the last) such weekday of a month, None where it has none."""
    if nth == -1:
        return weekday_before(date(year, month, last_day(year, month)), weekday)
    day = weekday_after(date(year, month, 1), weekday) + timedelta(weeks=nth - 1)
    return day if day.month == month else None


def nth_week(year: int, month: int | None, nth: int) -> Interval | None:
    """The nth week of a month (the first that begins in it) or of a year (ISO 8601); -1 is the last."""
    if month is None:
        first = date(year, 1, 4) if nth > 0 else date(year, 12, 28)
        return week_of(first, nth - 1 if nth > 0 else 0) if nth <= 53 else None
    if nth == -1:
        return week_of(weekday_before(date(year, month, last_day(year, month)), 6))
    return week_of(weekday_after(date(year, month, 1), 0), nth - 1) if 1 <= nth <= 5 else None


def third_of_month(year: int | None, month: int, part: str) -> Interval:
    """Start (1 to 10), middle (11 to 20) or end (21 to the last) of a month."""
    first, last = {"start": (1, 10), "middle": (11, 20)}.get(part, (21, last_day(year, month)))
    return Interval(Moment("day", year, month, first), Moment("day", year, month, last))


def part_of_year(year: int | None, part: str) -> Moment:
    """The first, a middle or the last month of a year."""
    return month_of(year, {"start": 1, "middle": 6}.get(part, 12))


def recent_year(published: date, month: int, day: int | None, direction: str | None) -> int:
    """The year that news means by a month, or a day of a month, without a year.

    `direction` past: the last before publication; next: the first after it; now: publication's own year or the
    nearest; None: the last on or before publication, unless it is about to come."""
    year = published.year
    if day is None:
        if direction == "now":
            return year
        if direction == "past":
            return year if month < published.month else year - 1
        if direction in ("next", "future"):
            later = month > published.month or (direction == "future" and month == published.month)
            return year if later else year + 1
        return year if month <= published.month else year - 1
    shift = (date(year, month, min(day, last_day(year, month))) - published).days
    if direction == "now":
        return min((year - 1, year, year + 1), key=lambda y: abs((y - year) * 365 + shift))
    if direction == "past":
        return year if shift < 0 else year - 1
    if direction == "next":
        return year if shift > 0 else year + 1
    if direction == "future":
        return year if shift >= 0 else year + 1
    if shift <= NEAR_FUTURE_DAYS:
        return year + 1 if shift + 365 <= NEAR_FUTURE_DAYS else year
    return year - 1


def season(published: date, number: int, direction: str | None) -> Moment:
    """The season (21 spring to 24 winter) that is over, on, or to come, seen from publication."""
    begins, ends = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}[number]
    year = published.year
    if direction == "past":
        year -= 0 if published.month > ends else 1
    elif direction == "next":
        year += 1 if published.month >= begins else 0
    elif direction is None and published.month < begins:
        year -= 1
    return Moment("season", year, number)


def span(published: date | None, count: int, unit: str, direction: str) -> Interval | None:
    """So many days, weeks, months or years back from publication, or on from the day after it."""
    if unit == "hour":
        unit, count = "day", max(1, round(count / 24))
    unit, count = {"decade": ("year", count * 10), "century": ("year", count * 100)}.get(unit, (unit, count))
    if published is None:
        unknown = year_of(None) if unit == "year" else Moment("month" if unit == "month" else "day", None)
        return Interval(unknown, unknown)
    sign = -1 if direction == "past" else 1
    if unit == "year":
        ends = sorted((published.year, published.year + sign * count))
        return Interval(year_of(ends[0]), year_of(ends[1])) if ends[0] > 0 and ends[1] < MAXYEAR else None
    far = (
        add_months(published, sign * count)
        if unit == "month"
        else add_days(published, sign * count * (7 if unit == "week" else 1))
    )
    if far is None:
        return None
    if direction == "past":
        return Interval(on(far), on(published))
    return Interval(on(published + timedelta(days=1)), on(far))


def ago(published: date | None, count: int, unit: str) -> Moment | None:
    """The day, month or year so long before publication: as exact as the unit is."""
    unit, count = {"decade": ("year", count * 10), "century": ("year", count * 100)}.get(unit, (unit, count))
    if unit in ("day", "week"):
        if published is None:
            return Moment("day", None)
        far = add_days(published, -count * (7 if unit == "week" else 1))
        return on(far) if far else None
    if published is None:
        return year_of(None) if unit == "year" else Moment("month", None)
    far = add_months(published, -count * (12 if unit == "year" else 1))
    if far is None:
        return None
    if unit == "year":
        return on(far) if count <= 2 else year_of(far.year)
    return month_of(far.year, far.month)
