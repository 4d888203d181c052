"""Calendar values and their EDTF (ISO 8601-2): days, months and years, unknown parts as X, intervals, seasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

import regex

Precision = Literal["day", "month", "season", "year"]
SEASONS = range(21, 25)
"""Spring to winter, where a month would stand."""

_FORM = regex.compile(r"(-?\d{4}|\d{2,3}X{1,2}|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?")


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month, season or year; None where that part is not known. `approximate` is EDTF's ~ (a few days ago).

    A season is a month of 21 (spring) to 24 (winter). Raises ValueError for a day that no calendar has."""

    precision: Precision
    year: int | None
    month: int | None = None
    day: int | None = None
    approximate: bool = False

    def __post_init__(self) -> None:
        if self.precision == "day" and self.month is not None and self.day is not None:
            # A leap year stands for the year that is not known.
            date(self.year if self.year and 1 <= self.year <= 9999 else 2000, self.month, self.day)
        elif self.precision == "month" and self.month is not None and not 1 <= self.month <= 12:
            raise ValueError(f"no month {self.month}")

    def __str__(self) -> str:
        return self._digits() + ("~" if self.approximate else "")

    def _digits(self) -> str:
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        month = "XX" if self.month is None else f"{self.month:02d}"
        if self.precision == "year":
            return year
        if self.precision in ("month", "season"):
            return f"{year}-{month}"
        return f"{year}-{month}-{'XX' if self.day is None else f'{self.day:02d}'}"

    @property
    def known(self) -> date | None:
        """The day on the calendar, None unless it is a day with all its parts."""
        if self.precision != "day" or self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Interval:
    """From one moment to another, both included; None is an open end."""

    start: Moment | None
    end: Moment | None

    def __str__(self) -> str:
        start, end = str(self.start or ".."), str(self.end or "..")
        return start if start == end and "X" not in start else f"{start}/{end}"


Value = Moment | Interval


def on(day: date) -> Moment:
    """A day of the calendar."""
    return Moment("day", day.year, day.month, day.day)


def month_of(year: int | None, month: int) -> Moment:
    """A month."""
    return Moment("month", year, month)


def year_of(year: int | None) -> Moment:
    """A year."""
    return Moment("year", year)


def parse_moment(text: str) -> Moment | None:
    """The moment of an EDTF date such as 2016-12-12, 2016-12 or 2016; None for anything else."""
    match = _FORM.fullmatch(text.strip().rstrip("~")[:10])
    if match is None:
        return None
    year, month, day = (None if part is None or "X" in part else int(part) for part in match.groups())
    try:
        if match[3] is not None:
            return Moment("day", year, month, day)
        if match[2] is None:
            return year_of(year)
        return Moment("season" if month in SEASONS else "month", year, month)
    except ValueError:
        return None
