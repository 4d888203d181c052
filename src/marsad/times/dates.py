"""Days, months and years that the text names: 5 أيلول, مطلع 2015, بين آذار وأيار."""

from __future__ import annotations

from datetime import date

from marsad.times import calendar
from marsad.times.edtf import Interval, Moment, Value, month_of, year_of
from marsad.times.frame import Context, Frame, Reading

OLDEST, LATEST = 1, 2199


def year_with(frame: Frame, context: Context, name: str = "year") -> tuple[int | None, str] | None:
    """The year that goes with a date, and what it rests on; None where the text names none."""
    year = frame.integer(name)
    if year is not None:
        number = frame.number(name)
        if year < 100 and number is not None:
            if year < 30 and not number.figures:
                return None  # عام واحد is how long it took
            year += 1900 if year >= 30 else 2000
        return (year, "explicit") if OLDEST <= year <= LATEST else None
    relation = frame.word("year_relation")
    if relation is None:
        return None
    if relation == "same":
        return context.year, "context"
    if context.published is None:
        return None, "publication"
    return context.published.year + {"past": -1, "now": 0, "next": 1}[relation], "publication"


def year_without(frame: Frame, context: Context, month: int, day: int | None) -> tuple[int | None, str]:
    """The year of a month, or of its day, that stands without one."""
    relation = frame.word("relation") or frame.emit.get("relation")
    if relation == "same":
        return context.year, "context"
    weekday = frame.integer("weekday")
    published = context.published
    if published is None:
        return None, "publication"
    if relation is None and context.near_year is not None and context.near_year < published.year - 1:
        return context.near_year, "context"
    if relation is None and context.alone:
        return published.year, "publication"
    direction = relation or context.direction
    if weekday is not None and day is not None:
        for year in (published.year, published.year - 1, published.year + 1):
            if _is_weekday(year, month, day, weekday):
                return year, "publication"
    return calendar.recent_year(published, month, day, direction), "publication"


def _is_weekday(year: int, month: int, day: int, weekday: int) -> bool:
    try:
        return date(year, month, day).weekday() == weekday
    except ValueError:
        return False


def month_caught(frame: Frame, context: Context, name: str = "month") -> int | None:
    month = frame.integer(name)
    if month is None or not 1 <= month <= 12 or not _is_surely_month(frame, name):
        return None
    return month


def _is_surely_month(frame: Frame, name: str) -> bool:
    """آب is August; اب and باب may be a father and a door, unless a day stands before."""
    caught = frame.capture(name)
    if caught is None or caught.match is None or caught.match.entry.form != "اب":
        return True
    token = frame.scene.tokens[caught.first]
    if "آ" in frame.scene.text.raw[token.start : token.end]:
        return True
    return token.form == "اب" and (frame.number("day") is not None or frame.number("year") is not None)


def day(frame: Frame, context: Context) -> Reading | None:
    """A day of a month, with or without its year."""
    month, number = month_caught(frame, context), frame.integer("day")
    if month is None or number is None or not 1 <= number <= 31:
        return None
    year, basis = year_with(frame, context) or year_without(frame, context, month, number)
    weekday = frame.integer("weekday")
    # The second Wednesday of a month is spelt like Wednesday the second.
    may_be_nth = weekday is not None and number <= 5 and frame.number("day") is None
    if may_be_nth and year is not None and weekday is not None and not _is_weekday(year, month, number, weekday):
        return None
    return Reading(Moment("day", year, month, number), basis)


def day_alone(frame: Frame, context: Context) -> Reading | None:
    """The twenty-first, with no month: of publication's own month."""
    number, published = frame.integer("day"), context.published
    if number is None or not (1 if frame.emit.get("any") else 13) <= number <= 31:
        return None
    if published is None:
        return Reading(Moment("day", None, None, number), "publication")
    return Reading(Moment("day", published.year, published.month, number), "publication")


def day_of_period(frame: Frame, context: Context) -> Reading | None:
    """A day of this month, of the last, of the same one."""
    number = frame.integer("day")
    if number is None or not 1 <= number <= 31:
        return None
    year, month, basis = _month_of_relation(frame, context)
    return Reading(Moment("day", year, month, number), basis)


def _month_of_relation(frame: Frame, context: Context) -> tuple[int | None, int | None, str]:
    relation = frame.word("relation") or frame.emit.get("relation", "now")
    if relation == "same":
        return context.year, context.month, "context"
    if context.published is None:
        return None, None, "publication"
    shifted = calendar.add_months(context.published, {"past": -1, "now": 0, "next": 1}[relation])
    return (shifted.year, shifted.month, "publication") if shifted else (None, None, "publication")


def month(frame: Frame, context: Context) -> Reading | None:
    """A month, or its first, second or last third."""
    number = month_caught(frame, context)
    if number is None or not _tells_month(frame, context):
        return None
    year, basis = year_with(frame, context) or year_without(frame, context, number, None)
    second = month_caught(frame, context, "second")
    if second is not None and second != number:
        # Not the two names of one month (آذار/مارس) but two months.
        first_year = year - 1 if year is not None and number > second else year
        return Reading(Interval(month_of(first_year, number), month_of(year, second)), basis)
    part = frame.word("part")
    if part == "half":
        return Reading(Moment("day", year, number, 15), basis)
    if part is not None:
        return Reading(calendar.third_of_month(year, number, part), basis)
    return Reading(month_of(year, number), basis)


def _tells_month(frame: Frame, context: Context) -> bool:
    """Whether a bare month name is one: not behind a day that is part of a name (ثورة 17 فبراير), and not a
    verb or name that is spelt like it (مارس) unless a preposition or a second word says so."""
    before = frame.before()
    if before.isdecimal() and len(before) <= 2:
        return False
    if frame.match.last > frame.match.first or context.alone:
        return True
    if not before:
        return not frame.after()[:1].isalpha()
    caught = frame.capture("month")
    prefixed = caught is not None and caught.match is not None and bool(caught.match.prefix.preposition)
    return prefixed or not before[0].isalpha() or frame.follows("month_opener") or frame.follows("time_unit")


def year(frame: Frame, context: Context) -> Reading | None:
    """A year, or its start, middle or end."""
    found = year_with(frame, context)
    if found is None or (frame.emit.get("bare") and not _plausible(frame)):
        return None
    part = frame.word("part")
    value: Value = year_of(found[0])
    if part is not None:
        value = calendar.part_of_year(found[0], part)
    elif frame.emit.get("open"):
        value = Interval(year_of(found[0]), None)
    return Reading(value, found[1])


def _bounded(frame: Frame) -> bool:
    """Whether words that bound a count lead to the figure: أكثر من 2000 مخرب."""
    last = frame.match.first - 1
    return bool(frame.before()) and any(last - 2 <= m.first < last for m in frame.scene.matches.ending(last, "bound"))


def _plausible(frame: Frame) -> bool:
    """Whether a figure with no word that makes it a year can be one: from 1900 on, and it counts nothing."""
    number = frame.number("year")
    value = frame.integer("year") or 0
    if (
        number is None
        or not (1800 if number.figures else 1500) <= value <= 2060
        or frame.counts_something()
        or _bounded(frame)
    ):
        return False
    after = frame.after()
    return number.figures or (value % 100 != 0 and not (after and after[0].isalpha()))


def line_year(frame: Frame, context: Context) -> Reading | None:
    """A year at the head of a line of a chronicle, parted from what happened by a dash or colon."""
    if frame.before() or frame.after() not in ("-", ":", ""):
        return None
    return year(frame, context) if _plausible(frame) else None


def year_in_pairs(frame: Frame, context: Context) -> Reading | None:
    """Nineteen eighty-four: a year spelt as two numbers, behind a month or a word that makes it a year, or alone."""
    century, rest = frame.number("century"), frame.number("year")
    first, second = frame.integer("century"), frame.integer("year")
    if century is None or rest is None or first is None or second is None or century.figures or rest.figures:
        return None
    if not 11 <= first <= 20 or not 10 <= second <= 99 or rest.joined or frame.counts_something():
        return None
    month_ = month_caught(frame, context)
    told = month_ is not None or frame.match.first < century.first or context.alone
    if not told and not (context.probing and not frame.before()):
        return None
    year_ = first * 100 + second
    return Reading(year_of(year_) if month_ is None else month_of(year_, month_), "explicit")


def year_short(frame: Frame, context: Context) -> Reading | None:
    """Two figures behind a war that has its year for a name: حرب 67."""
    form = frame.form("year")
    value = int(form) if len(form) == 2 and form.isdecimal() else 0
    return Reading(year_of(1900 + value), "explicit") if value >= 30 else None


def double_year(frame: Frame, context: Context) -> Reading | None:
    """A year of accounts or of school, that two calendar years share: 2016/2017, 2016/17."""
    form = frame.form("years")
    parts = form.replace("-", "/").split("/") if form else [frame.form("year"), frame.form("last_year")]
    if len(parts) != 2 or len(parts[0]) != 4 or not all(part.isdecimal() for part in parts):
        return None
    first, last = int(parts[0]), int(parts[1])
    last += first - first % 100 if last < 100 else 0
    return Reading(Interval(year_of(first), year_of(last)), "explicit") if last == first + 1 else None


def this_day_in_year(frame: Frame, context: Context) -> Reading | None:
    """On this day in 1973: the day of publication in that year."""
    year_ = frame.integer("year")
    if year_ is None or not OLDEST <= year_ <= LATEST:
        return None
    if context.published is None:
        return Reading(Moment("day", year_, None, None), "publication")
    return Reading(Moment("day", year_, context.published.month, context.published.day), "publication")


def years(frame: Frame, context: Context) -> Reading | None:
    """From one year to another."""
    first, last = frame.integer("year"), frame.integer("last_year")
    if first is None or last is None:
        return None
    if last < 100 <= first:
        last += first - first % 100
    if not (1000 <= first < last <= LATEST) or (frame.emit.get("bare") and frame.counts_something()):
        return None
    return Reading(Interval(year_of(first), year_of(last)), "explicit")


def days(frame: Frame, context: Context) -> Reading | None:
    """From one day to another; the month and year of the first are those of the second where it has none."""
    first, last = frame.integer("day"), frame.integer("last_day")
    if first is None or last is None or not 1 <= first <= 31 or not 1 <= last <= 31:
        return None
    if frame.emit.get("period"):
        year_, month_, basis = _month_of_relation(frame, context)
        value = Interval(Moment("day", year_, month_, first), Moment("day", year_, month_, last))
        return Reading(value, basis) if first < last else None
    last_month = month_caught(frame, context, "last_month") or month_caught(frame, context)
    month_ = month_caught(frame, context) or last_month
    if month_ is None or last_month is None:
        return None
    found = year_with(frame, context, "last_year") or year_with(frame, context)
    last_year, basis = found or year_without(frame, context, last_month, last)
    first_year = frame.integer("year") or (
        last_year - 1 if last_year is not None and month_ > last_month else last_year
    )
    if (first_year, month_, first) == (last_year, last_month, last) or (
        month_ == last_month and first_year == last_year and first > last
    ):
        return None
    return Reading(
        Interval(Moment("day", first_year, month_, first), Moment("day", last_year, last_month, last)), basis
    )


def months(frame: Frame, context: Context) -> Reading | None:
    """From one month to another."""
    first, last = month_caught(frame, context), month_caught(frame, context, "last_month")
    if first is None or last is None:
        return None
    last_year, basis = (
        year_with(frame, context, "last_year") or year_with(frame, context) or year_without(frame, context, last, None)
    )
    given = frame.integer("year")
    first_year = (
        given
        if given is not None and "last_year" in frame
        else (last_year - 1 if last_year is not None and first >= last else last_year)
    )
    return Reading(Interval(month_of(first_year, first), month_of(last_year, last)), basis)


OPERATIONS = {
    "day": day,
    "day_alone": day_alone,
    "day_of_period": day_of_period,
    "month": month,
    "year": year,
    "line_year": line_year,
    "year_in_pairs": year_in_pairs,
    "year_short": year_short,
    "double_year": double_year,
    "this_day_in_year": this_day_in_year,
    "years": years,
    "days": days,
    "months": months,
}
