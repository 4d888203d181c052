"""Names in a row: a word that is a place beside places, and a generic noun that holds for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from marsad.annotate.places_spots import Spot, is_many
from marsad.gazetteer.schema import Caution
from marsad.text.view import Text

_LISTING = frozenset({"،", ",", "و", "او", "/", "-"})


def beside(text: Text, left: Spot, right: Spot) -> bool:
    """Whether two spots are joined by "and", "or" or a comma alone."""
    between = text.tokens[left.last + 1 : right.first]
    if any(t.form not in _LISTING for t in between) or len(between) > 2:
        return False
    if text.tokens[left.last].sentence != text.tokens[right.first].sentence:
        return False
    return bool(between) or right.conjunction


def joined(text: Text, found: Sequence[Spot], good: Sequence[bool], can: Sequence[bool]) -> list[bool]:
    """Which spots are places: good by themselves, or able to be one and in a row with one that is."""
    result = list(good)
    for i in range(1, len(found)):
        if result[i] or not can[i] or not result[i - 1] or not beside(text, found[i - 1], found[i]):
            continue
        result[i] = _may_join(found[i], found[i - 1])
    for i in range(len(found) - 2, -1, -1):
        if not result[i] and can[i] and result[i + 1] and beside(text, found[i], found[i + 1]):
            result[i] = found[i].name is not None and found[i].name.caution == Caution.CUE  # type: ignore[union-attr]
    return result


def settled(found: Sequence[Spot], good: Sequence[bool], can: Sequence[bool]) -> list[bool]:
    """One sense a document: a name that is a place once is one wherever it can be, unless it is mostly ordinary."""
    told = {s.name.form for s, is_good in zip(found, good, strict=True) if is_good and s.name and s.noun is not None}
    return [
        is_good or (able and s.name is not None and s.name.caution == Caution.CUE and s.name.form in told)
        for s, is_good, able in zip(found, good, can, strict=True)
    ]


def _may_join(spot: Spot, before: Spot) -> bool:
    if spot.name is None or spot.preposition:
        return False
    if spot.name.caution == Caution.NOUN:
        return before.noun is not None and is_many(before.noun)
    return True


def shared_nouns(text: Text, found: Sequence[Spot]) -> list[Spot]:
    """The spots, with a noun for many (محافظات) handed on along its row."""
    result: list[Spot] = []
    for spot in found:
        last = result[-1] if result else None
        if last is not None and spot.noun is None and _goes_on(text, last, spot):
            spot = replace(spot, noun=last.noun)
        result.append(spot)
    return result


def _goes_on(text: Text, last: Spot, spot: Spot) -> bool:
    """Whether the noun before the last name holds for the next one too."""
    return last.noun is not None and is_many(last.noun) and beside(text, last, spot)
