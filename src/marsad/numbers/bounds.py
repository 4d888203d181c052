"""What a number says of how many, at least and at most: the rule that casualties and other figures share."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from marsad.numbers.number import Exact, Number, plain


class Bounds(NamedTuple):
    """Least and most; None where it is not stated. `approximate` for نحو and the like, and for fractions."""

    min: Exact | None
    max: Exact | None
    approximate: bool = False


def number_bounds(number: Number, bound: str | None = None) -> Bounds:
    """The bounds of one number with the word that bounds it: more, least, less, most, about, or None.

    العشرات is 20 or more, بضعة 3 to 9, بضعة عشر 13 to 19, عدة unknown; more than 20 is 21 or more, less than 30
    is 29 at most; at least and at most include the number."""
    if number.kind == "several" or number.value is None:
        return Bounds(None, None)
    value = number.value
    if number.kind == "few":
        low, high = (13, 19) if value == 0 else (3 * value, 9 * value)
        return Bounds(plain(Fraction(low)), plain(Fraction(high)))
    if number.kind == "vague":
        return Bounds(plain(value), None)
    exact, fraction = plain(value), number.kind == "fraction"
    step = 0 if value.denominator != 1 else 1
    match bound:
        case "more":
            return Bounds(plain(value + step), None, fraction)
        case "least":
            return Bounds(exact, None, fraction)
        case "less":
            return Bounds(None, plain(value - step), fraction)
        case "most":
            return Bounds(None, exact, fraction)
    return Bounds(exact, exact, fraction or bound == "about")


def range_bounds(low: Number, high: Number) -> Bounds | None:
    """From one number to another; the lower one shares the scale that only the higher is written with (5 و7 ملايين).

    None where the first is not the smaller."""
    if low.value is None or high.value is None or "cardinal" not in (low.kind, high.kind):
        return None
    first = low.value
    if low.scale == 1 and high.scale > 1 and first < 1000 and first * high.scale < high.value:
        first *= high.scale
    return Bounds(plain(first), plain(high.value)) if first < high.value else None
