"""Dates of the Hijri calendars and feasts, as Gregorian values that keep their calendar's name."""

from __future__ import annotations

from marsad.times import calendar, hijri
from marsad.times.edtf import Moment, Value, on
from marsad.times.frame import Context, Frame, Reading

_CALENDAR, _SOLAR = "hijri", "solar_hijri"


def _hijri_year(frame: Frame, context: Context) -> tuple[int | None, bool]:
    """The Hijri year of a date, and whether the text gives it."""
    year = frame.integer("year")
    if year is not None:
        return year, True
    relation = frame.word("relation") or frame.word("year_relation")
    if relation in ("past", "next", "now") and context.published is not None:
        return None, False
    return None, False


def hijri_date(frame: Frame, context: Context) -> Reading | None:
    """A day or month of the lunar calendar, in the year that it names or the one around publication."""
    month, day = frame.integer("month"), frame.integer("day")
    year, given = _hijri_year(frame, context)
    if month is None or (day is not None and not 1 <= day <= 30):
        return None
    if given and not (year is not None and hijri.FIRST_YEAR <= year <= hijri.LAST_YEAR):
        return None
    near = context.published
    relation = frame.word("relation") or frame.word("year_relation")
    if near is not None and not given and relation in ("past", "next"):
        base = hijri.hijri_year(near)
        for candidate in (base, base - 1) if relation == "past" else (base, base + 1):
            begins = hijri.hijri_day(candidate, month, day or 1)
            if begins is not None and (begins < near if relation == "past" else begins > near):
                value = hijri.hijri_value(candidate, month, day, near)
                return Reading(value, "publication", _CALENDAR) if value else None
    value = hijri.hijri_value(year, month, day, near)
    return Reading(value, "explicit" if given else "publication", _CALENDAR) if value else None


def hijri_year(frame: Frame, context: Context) -> Reading | None:
    """A year of the lunar calendar: the Gregorian months that it covers."""
    year = frame.integer("year")
    if year is None or not hijri.FIRST_YEAR <= year <= hijri.LAST_YEAR:
        return None
    value = hijri.hijri_span(year)
    return Reading(value, "explicit", _CALENDAR) if value else None


def solar_date(frame: Frame, context: Context) -> Reading | None:
    """A date of Iran's solar calendar; needs its year."""
    year = frame.integer("year")
    if year is None:
        return None
    value = hijri.solar_value(year, frame.integer("month"), frame.integer("day"))
    return Reading(value, "explicit", _SOLAR) if value else None


def feast(frame: Frame, context: Context) -> Reading | None:
    """A feast of the Hijri year around publication, or of a Gregorian year that is named."""
    month, day = (int(part) for part in (frame.word("feast") or "0-0").split("-"))
    if not month:
        return None
    year = frame.integer("year")
    near = context.published
    if year is not None and year > 1800:
        for candidate in (round((year - 622) * 1.0307) + shift for shift in (-1, 0, 1, 2)):
            found = hijri.hijri_day(candidate, month, day)
            if found is not None and found.year == year:
                return Reading(on(found), "explicit", _CALENDAR)
        return None
    value: Value | None
    if near is None:
        value = Moment("day", None)
    else:
        relation = frame.word("relation")
        base = hijri.hijri_year(near)
        value = None
        for candidate in (base + 1, base, base - 1) if relation != "next" else (base, base + 1):
            found = hijri.hijri_day(candidate, month, day)
            if found is None:
                continue
            days = (found - near).days
            if days > 0 if relation == "next" else days < 0 if relation == "past" else days < 31:
                value = on(found)
                break
    return Reading(value, "publication", _CALENDAR) if value else None


def feast_fixed(frame: Frame, context: Context) -> Reading | None:
    """A feast with a day of the Gregorian year: the nearest to publication that its words allow."""
    month, day = (int(part) for part in (frame.word("feast") or "0-0").split("-"))
    year, near = frame.integer("year"), context.published
    if not month:
        return None
    if year is not None:
        return Reading(Moment("day", year, month, day), "explicit")
    if near is None:
        return Reading(Moment("day", None, month, day), "publication")
    direction = frame.word("relation") or context.direction
    return Reading(Moment("day", calendar.recent_year(near, month, day, direction), month, day), "publication")


OPERATIONS = {
    "hijri_date": hijri_date,
    "hijri_year": hijri_year,
    "solar_date": solar_date,
    "feast": feast,
    "feast_fixed": feast_fixed,
}
