"""A number as it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from marsad.model.quick import quick

Exact = int | float


@quick
@dataclass(frozen=True, slots=True)
class Number:
    """A number read from tokens `first` to `last` (inclusive); `start` and `end` are offsets into the raw text.

    `kind` says how the value is meant: cardinal (one to a thousand and on), fraction (a third), vague (dozens:
    `value` is the least), few (3 to 9 times `value`), several (`value` is None). `scale` is the power of ten
    that the number ends with (1 where there is none), `figures` whether it is written in digits only,
    `definite` whether it has the article, `owned` whether a pronoun ends it (نصفهم), `joined` whether an و is
    written in one with it, `type` what it may be in a date (role_of)."""

    start: int
    end: int
    first: int
    last: int
    kind: str
    value: Fraction | None
    scale: int = 1
    figures: bool = False
    definite: bool = False
    owned: bool = False
    joined: bool = False
    type: str = "count"


def role_of(kind: str, value: Fraction | None, figures: bool, length: int) -> str:
    """What a grammar may ask of a number: fits a `day` of a month, a `year`, else `count`. `length`: of its figures."""
    if kind != "cardinal" or value is None or value.denominator != 1:
        return "count"
    whole = value.numerator
    if 1 <= whole <= 31:
        return "day"
    return "year" if 1000 <= whole <= 2199 and not (figures and length > 4) else "count"


def plain(value: Fraction) -> Exact:
    """The value as JSON holds it: an int where it is whole, else a float of 15 significant digits."""
    if value.denominator == 1:
        return int(value)
    return float(f"{float(value):.15g}")
