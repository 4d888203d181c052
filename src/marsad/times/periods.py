"""Stretches of time seen from publication: last week, the past three years, since April, the seventies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from marsad.times import calendar
from marsad.times.dates import year_with
from marsad.times.edtf import Interval, Moment, Value, month_of, on, year_of
from marsad.times.frame import Context, Frame, Reading

FEW = 3
"""What a few days, weeks or months are taken for: the least of three to nine, as they are told of what is near."""
_SHIFT = {"past": -1, "now": 0, "next": 1}
_SINGULAR = frozenset({"يوم", "يوما", "اسبوع", "اسبوعا", "شهر", "شهرا", "عام", "عاما", "سنه", "عقد", "عقدا", "قرن"})


def period(frame: Frame, context: Context) -> Reading | None:
    """This week, last month, next year; the same year."""
    unit = frame.word("period") or str(frame.emit.get("unit", ""))
    relation = frame.word("relation") or str(frame.emit.get("relation", "now"))
    if relation == "same":
        return _same(unit, context)
    if relation not in _SHIFT:
        return None
    if unit == "day" and relation == "next":
        return _following_day(context)
    shift = _SHIFT[relation] * int(frame.emit.get("times", 1))
    value = shifted(context.published, unit, shift)
    part = frame.word("part")
    if value is not None and part is not None:
        value = part_of(value, part)
    return Reading(value, "publication") if value is not None else None


def _following_day(context: Context) -> Reading | None:
    """The next day: after the day that was told last, in a sentence of the future after publication."""
    day = context.near_day or (context.published if context.direction == "future" else None)
    moved = calendar.add_days(day, 1) if day else None
    return Reading(on(moved), "context" if context.near_day else "publication") if moved else None


def shifted(published: date | None, unit: str, shift: int) -> Value | None:
    """The day, week, month, year, decade or century so many steps from publication's own."""
    if published is None:
        unknown = Moment("day", None)
        values: dict[str, Value] = {
            "day": unknown,
            "week": Interval(unknown, unknown),
            "month": Moment("month", None),
            "year": year_of(None),
            "decade": Interval(year_of(None), year_of(None)),
        }
        return values.get(unit)
    if unit == "day":
        day = calendar.add_days(published, shift)
        return on(day) if day else None
    if unit == "week":
        return calendar.week_of(published, shift)
    if unit == "month":
        moved = calendar.add_months(published, shift)
        return month_of(moved.year, moved.month) if moved else None
    if unit == "year":
        return year_of(published.year + shift)
    if unit == "decade":
        first = (published.year // 10 + shift) * 10
        return Interval(year_of(first), year_of(first + 9))
    if unit == "century":
        first = (published.year // 100 + shift) * 100
        return Interval(year_of(first + 1), year_of(first + 100))
    return None


def part_of(value: Value, part: str) -> Value | None:
    """Start, middle or end of a week, month, year."""
    if isinstance(value, Interval):
        monday = value.start.known if value.start else None
        if monday is None or value.end is None or value.end.known is None:
            return value
        first, last = {"start": (0, 2), "middle": (1, 4), "late": (3, 6)}.get(part, (5, 6))
        return Interval(on(monday + timedelta(days=first)), on(monday + timedelta(days=last)))
    if value.precision == "month" and value.month is not None:
        return calendar.third_of_month(value.year, value.month, part)
    if value.precision == "year":
        return calendar.part_of_year(value.year, part)
    return value if value.precision == "month" else None


def _same(unit: str, context: Context) -> Reading | None:
    if unit == "day":
        return Reading(on(context.day), "context") if context.day else None
    if unit == "month" and context.month is not None:
        return Reading(month_of(context.year, context.month), "context")
    if unit == "year":
        return Reading(year_of(context.year), "context")
    return None


def plain_part(frame: Frame, context: Context) -> Reading | None:
    """End of the year, start of the month, with no word that says which: the one that the text is in."""
    unit, part = frame.word("period"), frame.word("part")
    if unit not in ("week", "month", "year") or part is None:
        return None
    near = context.near_year
    if unit == "year" and near is not None and (context.published is None or near < context.published.year - 1):
        return Reading(calendar.part_of_year(near, part), "context")
    value = shifted(context.published, unit, 0)
    value = part_of(value, part) if value is not None else None
    return Reading(value, "publication") if value is not None else None


def rest(frame: Frame, context: Context) -> Reading | None:
    """The rest of the week, month, year: from publication to its end; what is later in it begins a day on."""
    unit, published = frame.word("period") or "", context.published
    if published is None:
        return None
    value = shifted(published, unit, 0)
    if frame.emit.get("later"):
        published = calendar.add_days(published, 1) or published
    if isinstance(value, Interval):
        whole = value.end is None or value.end.known is None or published > value.end.known
        return Reading(value if whole else Interval(on(published), value.end), "publication")
    if value is None or unit not in ("month", "year"):
        return None
    month = value.month or 12
    end = date(value.year or published.year, month, calendar.last_day(value.year, month))
    if published > end:
        return Reading(value, "publication")
    return Reading(Interval(on(published), on(end)), "publication")


def weekend(frame: Frame, context: Context) -> Reading | None:
    """Saturday and Sunday of this week, or of the last or next."""
    shift = _SHIFT.get(frame.word("relation") or "now", 0)
    value = shifted(context.published, "week", shift)
    value = part_of(value, "end") if value is not None else None
    return Reading(value, "publication") if value is not None else None


def span(frame: Frame, context: Context) -> Reading | None:
    """The past three years, the next two days: back from publication, or on from the day after."""
    relation = frame.word("relation") or str(frame.emit.get("relation", "past"))
    unit = frame.word("unit") or frame.word("dual")
    count = 2 if "dual" in frame and "count" not in frame else frame.integer("count")
    if unit is None or count is None or count < 1 or relation not in ("past", "next"):
        return None
    value = calendar.span(context.published, count, unit, relation)
    return Reading(value, "publication") if value else None


def ago(frame: Frame, context: Context) -> Reading | None:
    """Four days ago, a year and a month ago; since two months, where the text says since. A few are about three."""
    lengths = [told for name in ("", "extra_", "third_") if (told := _length(frame, name)) is not None]
    if not lengths or any(unit in ("hour", "minute") or count < 1 for unit, count in lengths):
        return None
    (unit, count), onward = lengths[0], bool(frame.emit.get("onward"))
    if unit == "year" and _has_half(frame) and not (frame.emit.get("since") or onward):
        unit, count = "month", count * 12 + 6
    if frame.emit.get("future") and not (context.probing or context.direction):
        return None
    value: Value | None
    if frame.emit.get("compound"):
        to_come = onward or (bool(frame.emit.get("by_tense")) and context.direction == "future")
        value = _compound(context.published, lengths, 1 if to_come else -1) if len(lengths) > 1 else None
        if value is not None and value.year and not any(u in ("day", "week") for u, _ in lengths):
            value = month_of(value.year, value.month or 1)
    elif _is_few(frame):
        if frame.emit.get("since") or unit not in ("day", "week", "month"):
            return None  # since a few years: as vague as since years
        value = _compound(context.published, lengths, 1 if onward else -1)
        value = replace(value, approximate=value.known is not None) if value else None
    elif frame.emit.get("since") and unit in ("month", "year", "decade"):
        value = calendar.span(context.published, count, unit, "past")
    elif onward:
        value = _onward(context.published, count, unit)
    else:
        value = calendar.ago(context.published, count, unit)
    return Reading(value, "publication") if value is not None else None


def few(frame: Frame, context: Context) -> Reading | None:
    """The past few days: about three of them."""
    unit, relation = frame.word("unit"), frame.word("relation") or "past"
    if unit != "day" or relation not in ("past", "next"):
        return None
    value = calendar.span(context.published, FEW, unit, relation)
    if value is None or (start := value.start) is None or (end := value.end) is None:
        return None
    if relation == "past":
        value = replace(value, start=replace(start, approximate=start.known is not None))
    else:
        value = replace(value, end=replace(end, approximate=end.known is not None))
    return Reading(value, "publication")


def _has_half(frame: Frame) -> bool:
    """Whether a half ends the match, of a year most often: قبل عامين ونصف."""
    return frame.scene.tokens[frame.match.last].form == "ونصف"


def _onward(published: date | None, count: int, unit: str) -> Value | None:
    if published is None:
        return Moment("day", None)
    if unit in ("day", "week"):
        moved = calendar.add_days(published, count * (7 if unit == "week" else 1))
    else:
        moved = calendar.add_months(published, count * (12 if unit == "year" else 1))
    return on(moved) if moved else None


def _is_few(frame: Frame) -> bool:
    number = frame.number("count")
    return number is not None and number.kind == "few"


def _length(frame: Frame, name: str) -> tuple[str, int] | None:
    """Unit and number of a length: counted, dual, or a bare singular, which is one. A bare plural counts nothing.

    `name` begins its captures: "" the first length of a compound one, extra_ and third_ those behind it."""
    dual, unit = frame.word(f"{name}dual"), frame.word(f"{name}unit")
    if dual is not None:
        return dual, 2
    if unit is None:
        return None
    if f"{name}count" in frame:
        number = frame.number(f"{name}count")
        if number is not None and number.kind == "few":
            return (unit, FEW) if number.value == 1 else None
        count = frame.integer(f"{name}count")
        return (unit, count) if count is not None else None
    caught = frame.capture(f"{name}unit")
    word = caught.match.entry.form if caught is not None and caught.match is not None else ""
    return (unit, 1) if word in _SINGULAR else None


def _compound(published: date | None, lengths: list[tuple[str, int]], sign: int) -> Moment | None:
    """The day a year, a month and 21 days before (or, by sign, after) publication."""
    steps = {"day": (0, 1), "week": (0, 7), "month": (1, 0), "year": (12, 0), "decade": (120, 0)}
    if any(unit not in steps for unit, _ in lengths):
        return None
    if published is None:
        return Moment("day", None)
    moved = calendar.add_months(published, sign * sum(n * steps[u][0] for u, n in lengths))
    moved = calendar.add_days(moved, sign * sum(n * steps[u][1] for u, n in lengths)) if moved else None
    return on(moved) if moved else None


def decade(frame: Frame, context: Context) -> Reading | None:
    """The seventies, of the last century unless another is named."""
    first = frame.integer("decade")
    if first is None:
        return None
    century = 1900
    if frame.integer("century") is not None:
        century = ((frame.integer("century") or 20) - 1) * 100
    elif first == 20 and context.published is not None and frame.word("relation") == "now":
        century = 2000
    return Reading(Interval(year_of(century + first), year_of(century + first + 9)), "explicit")


def century(frame: Frame, context: Context) -> Reading | None:
    """The nineteenth century."""
    number = frame.integer("century")
    if number is None or not 1 <= number <= 22:
        return None
    return Reading(Interval(year_of(number * 100 - 99), year_of(number * 100)), "explicit")


def portion(frame: Frame, context: Context) -> Reading | None:
    """The third quarter, the first half of a year, in months."""
    nth, parts = frame.integer("nth"), int(frame.emit["parts"])
    if nth is None:
        return None
    if nth == -1:
        nth = parts
    if not 1 <= nth <= parts:
        return None
    found = year_with(frame, context)
    if found is None:
        published = context.published
        relation = frame.word("relation") or "now"
        year = published.year + _SHIFT.get(relation, 0) if published else None
        found = year, "publication"
    length = 12 // parts
    first = (nth - 1) * length + 1
    return Reading(Interval(month_of(found[0], first), month_of(found[0], first + length - 1)), found[1])


def decade_of_century(frame: Frame, context: Context) -> Reading | None:
    """The first decade of the twenty-first century, counted as the noughties are."""
    nth, number = frame.integer("nth"), frame.integer("century")
    if nth is None or number is None or not 1 <= nth <= 10 or not 1 <= number <= 22:
        return None
    first = (number - 1) * 100 + (nth - 1) * 10
    return Reading(Interval(year_of(first), year_of(first + 9)), "explicit")


def season(frame: Frame, context: Context) -> Reading | None:
    """Last summer; the winter of 2014."""
    number = frame.integer("season")
    if number is None:
        return None
    found = year_with(frame, context)
    if found is not None:
        return Reading(Moment("season", found[0], number), found[1])
    if "relation" not in frame:
        # What is left is the season of this year, or this season.
        year = context.published.year if context.published else None
        return Reading(Moment("season", year, number), "publication")
    if context.published is None:
        return Reading(Moment("season", None, number), "publication")
    return Reading(calendar.season(context.published, number, frame.word("relation")), "publication")


OPERATIONS = {
    "period": period,
    "plain_part": plain_part,
    "rest": rest,
    "weekend": weekend,
    "span": span,
    "ago": ago,
    "few": few,
    "decade": decade,
    "decade_of_century": decade_of_century,
    "century": century,
    "portion": portion,
    "season": season,
}
