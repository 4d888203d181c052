"""Reasons: found, and with the right category, actor, marks and order."""

from __future__ import annotations

from marsad.evaluate.layers.comparison import Comparison, Items, SentenceSpans, comparison
from marsad.evaluate.names import same_name
from marsad.evaluate.pairing import Item, agreement, pair_up
from marsad.evaluate.tally import Tally

LEAST_AGREEMENT = 0.25


def _same_category(a: Item, b: Item) -> bool:
    return bool(a.get("category") == b.get("category"))


def _weight(a: Item, b: Item) -> float:
    near = agreement(a, b)
    return 1.0 + near + float(_same_category(a, b)) if near >= LEAST_AGREEMENT else 0.0


def compare(gold: Items, system: Items, _: SentenceSpans) -> Comparison:
    """A mark (hedged, denied) and an order count only where they are set."""
    pairs = pair_up(gold, system, _weight)
    held = (len(gold), len(system))
    tallies = {
        "reasons": Tally(len(pairs), *held),
        "reasons.category": Tally(sum(_same_category(a, b) for a, b in pairs), *held),
        "reasons.actor": Tally(sum(same_name(a.get("actor"), b.get("actor")) for a, b in pairs), *held),
    }
    for mark in ("hedged", "denied"):
        both = sum(bool(a.get(mark)) and bool(b.get(mark)) for a, b in pairs)
        tallies[f"reasons.{mark}"] = Tally(
            both, sum(bool(a.get(mark)) for a in gold), sum(bool(b.get(mark)) for b in system)
        )
    ordered = sum(a.get("order") is not None and a["order"] == b.get("order") for a, b in pairs)
    tallies["reasons.order"] = Tally(
        ordered,
        sum(a.get("order") is not None for a in gold),
        sum(b.get("order") is not None for b in system),
    )
    return comparison(tallies, gold, system, pairs, lambda a, b: not _same_category(a, b))
