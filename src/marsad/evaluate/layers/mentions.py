"""Layers that are spans with a value: places, times, actors, outlooks."""

from __future__ import annotations

from collections.abc import Callable

from marsad.evaluate.layers.comparison import Comparison, Items, Pairs, SentenceSpans, comparison
from marsad.evaluate.pairing import Item, agreement, overlap, pair_up
from marsad.evaluate.tally import Tally
from marsad.evaluate.values import same_place, same_time

# A name is found where half of the shorter span is shared; an outlook, a long stretch of text whose ends are
# a matter of taste, where a quarter of the whole stretch is.
LEAST_OVERLAP = 0.5
LEAST_AGREEMENT = 0.25


def _spans(gold: Items, system: Items, near: Callable[[Item, Item], float], least: float) -> tuple[Pairs, Tally]:
    pairs = pair_up(gold, system, lambda a, b: w if (w := near(a, b)) >= least else 0.0)
    return pairs, Tally(len(pairs), len(gold), len(system))


def _valued(
    gold: Items, system: Items, found: str, right: str, agrees: Callable[[Item, Item], bool]
) -> tuple[Pairs, Comparison]:
    pairs, tally = _spans(gold, system, overlap, LEAST_OVERLAP)
    tallies = {found: tally, right: Tally(sum(agrees(a, b) for a, b in pairs), len(gold), len(system))}
    return pairs, comparison(tallies, gold, system, pairs, lambda a, b: not agrees(a, b))


def compare_places(gold: Items, system: Items, _: SentenceSpans) -> Comparison:
    """Places found, and found with the right point or country."""
    return _valued(gold, system, "places", "places.resolved", same_place)[1]


def compare_times(gold: Items, system: Items, _: SentenceSpans) -> Comparison:
    """Times found, and found with the right EDTF value."""
    agrees = lambda a, b: same_time(a.get("edtf"), b.get("edtf"))  # noqa: E731
    return _valued(gold, system, "times", "times.value", agrees)[1]


def compare_actors(gold: Items, system: Items, _: SentenceSpans) -> Comparison:
    """Actors found, found with the right type, and found with the right key."""
    agrees = lambda a, b: a.get("type") == b.get("type")  # noqa: E731
    pairs, result = _valued(gold, system, "actors", "actors.typed", agrees)
    keys = sum(bool(a.get("key")) and a.get("key") == b.get("key") for a, b in pairs)
    result.tallies["actors.key"] = Tally(keys, len(gold), len(system))
    return result


def compare_outlooks(gold: Items, system: Items, _: SentenceSpans) -> Comparison:
    """Outlooks found."""
    pairs, tally = _spans(gold, system, agreement, LEAST_AGREEMENT)
    return comparison({"outlooks": tally}, gold, system, pairs)
