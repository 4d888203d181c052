"""Events with their arguments."""

from __future__ import annotations

from typing import Any

from marsad.evaluate.layers.comparison import Comparison, Items, Pairs, SentenceSpans, comparison, sentence_of
from marsad.evaluate.names import same_name
from marsad.evaluate.pairing import Item, overlap, pair_up
from marsad.evaluate.tally import Tally
from marsad.evaluate.values import same_count, same_place, same_time, stated

SLOTS = ("date", "place", "perpetrators", "targets", "killed", "injured")
# Shared arguments that make two events of one type, told in different sentences, the same event.
SAME_EVENT_ARGUMENTS = 2


def _fillers(event: Item, slot: str) -> list[Any]:
    """What an event puts into a slot, as a list."""
    value = event.get(slot)
    if slot == "date":
        return [value] if value else []
    if slot in ("killed", "injured"):
        return [value] if stated(value) else []
    if not value:
        return []
    return [v if isinstance(v, dict) else {"text": v} for v in (value if isinstance(value, list) else [value])]


def _same_filler(slot: str, a: Any, b: Any) -> bool:
    if slot == "date":
        return same_time(a, b)
    if slot in ("killed", "injured"):
        return same_count(a, b)
    if slot == "place" and a.get("lat") is not None and b.get("lat") is not None:
        return same_place(a, b)
    return same_name(a, b)


def _shared_arguments(a: Item, b: Item) -> int:
    """How many slots two events of one type share; 0 where a date or a place contradicts."""
    shared = 0
    for slot in SLOTS:
        fillers_a, fillers_b = _fillers(a, slot), _fillers(b, slot)
        same = any(_same_filler(slot, x, y) for x in fillers_a for y in fillers_b)
        if fillers_a and fillers_b and not same and slot in ("date", "place"):
            return 0
        shared += same
    return shared


def _weight(a: Item, b: Item, spans: SentenceSpans) -> float:
    """Same words first; then one type in one sentence; then the same event told elsewhere in the document."""
    if overlap(a, b) > 0:
        return 3.0 + float(a["type"] == b["type"])
    if a["type"] != b["type"]:
        return 0.0
    shared = _shared_arguments(a, b)
    if sentence_of(a, spans) == sentence_of(b, spans):
        return 2.0 + shared / 10
    return shared / 10 if shared >= SAME_EVENT_ARGUMENTS else 0.0


def _slot(slot: str, gold: Items, system: Items, typed: Pairs) -> Tally:
    """Every filler of every event counts, and one is right only in a pair of the same type."""
    right = sum(
        len(pair_up(_fillers(a, slot), _fillers(b, slot), lambda x, y: float(_same_filler(slot, x, y))))
        for a, b in typed
    )
    return Tally(right, sum(len(_fillers(a, slot)) for a in gold), sum(len(_fillers(b, slot)) for b in system))


def _status(event: Item) -> str:
    return event.get("status") or "occurred"


def compare(gold: Items, system: Items, spans: SentenceSpans) -> Comparison:
    """Events found, found with the right type, and their arguments end to end."""
    pairs = pair_up(gold, system, lambda a, b: _weight(a, b, spans))
    typed = [(a, b) for a, b in pairs if a["type"] == b["type"]]
    held = (len(gold), len(system))
    tallies = {
        "events": Tally(len(pairs), *held),
        "events.typed": Tally(len(typed), *held),
        "event.status": Tally(sum(_status(a) == _status(b) for a, b in typed), *held),
    }
    tallies |= {f"event.{slot}": _slot(slot, gold, system, typed) for slot in SLOTS}
    return comparison(tallies, gold, system, pairs, lambda a, b: bool(a["type"] != b["type"]))
