"""Islamic calendars to Gregorian days: the lunar one as Umm al-Qura has it, and the solar one of Iran."""

from __future__ import annotations

from datetime import date, timedelta

from marsad.times.edtf import Interval, Moment, Value, month_of, on

# Years that hijridate's Umm al-Qura table covers.
FIRST_YEAR, LAST_YEAR = 1343, 1500
_LUNAR_YEAR = 354.367


def hijri_year(day: date) -> int:
    """The lunar Hijri year that a day falls in (a year off at most outside the table)."""
    from hijridate import Gregorian

    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (OverflowError, ValueError):
        return round((day.year - 622) * 365.2425 / _LUNAR_YEAR) + 1


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri one; None outside the table or where the month is shorter."""
    from hijridate import Hijri

    try:
        found = Hijri(year, month, day).to_gregorian()
    except (OverflowError, ValueError):
        return None
    return date(found.year, found.month, found.day)


def hijri_month(year: int, month: int) -> Interval | None:
    """First and last Gregorian day of a Hijri month."""
    first = hijri_day(year, month, 1)
    following = hijri_day(year + month // 12, month % 12 + 1, 1)
    if first is None or following is None:
        return None
    return Interval(on(first), on(following - timedelta(days=1)))


def hijri_span(year: int) -> Interval | None:
    """The Gregorian months that a Hijri year covers."""
    first, following = hijri_day(year, 1, 1), hijri_day(year + 1, 1, 1)
    if first is None or following is None:
        return None
    last = following - timedelta(days=1)
    return Interval(month_of(first.year, first.month), month_of(last.year, last.month))


def solar_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a solar Hijri one (years 1206 to 1498 of that era); None for a day it has not."""
    if not 1206 <= year <= 1498 or not 1 <= month <= 12 or not 1 <= day <= (31 if month <= 6 else 30):
        return None
    # Nowruz falls on 20, 21 or 22 March: 33-year cycle of 8 leap years.
    leaps = sum(1 for y in range(1206, year) if y % 33 in (1, 5, 9, 13, 17, 22, 26, 30))
    nowruz = date(1827, 3, 22) + timedelta(days=365 * (year - 1206) + leaps)
    if month == 12 and day == 30 and year % 33 not in (1, 5, 9, 13, 17, 22, 26, 30):
        return None
    before = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return nowruz + timedelta(days=before + day - 1)


def solar_value(year: int, month: int | None, day: int | None) -> Value | None:
    """A solar Hijri day, month or year in Gregorian terms."""
    if month is not None and day is not None:
        found = solar_day(year, month, day)
        return on(found) if found else None
    first = solar_day(year, month or 1, 1)
    past = solar_day(year + (month or 12) // 12, (month or 12) % 12 + 1, 1)
    if first is None or past is None:
        return None
    last = past - timedelta(days=1)
    if month is None:
        return Interval(month_of(first.year, first.month), month_of(last.year, last.month))
    return Interval(on(first), on(last))


def hijri_value(year: int | None, month: int, day: int | None, near: date | None) -> Value | None:
    """A Hijri day or month in Gregorian terms; without a year the last that began on or before `near`."""
    if year is None:
        if near is None:
            return Moment("day", None) if day else Moment("month", None)
        year = hijri_year(near)
        begins = hijri_day(year, month, day or 1)
        if begins is None:
            return None
        if begins > near + timedelta(days=31):
            year -= 1
    if day is None:
        return hijri_month(year, month)
    found = hijri_day(year, month, day)
    return on(found) if found else None
