"""How like two tellings of an event are."""

from __future__ import annotations

from math import cos, hypot, radians
from typing import TYPE_CHECKING

from marsad.codebook import codebook
from marsad.text.fold import fold_word

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.model import ActorRef, Event, PlaceRef

_TYPES = codebook().event_types
# Acts that a text may name by a wider word (هجوم for a bombing).
WIDE = frozenset(name for name, entry in _TYPES.items() if entry.violent) - {"abuse", "riot", "destruction"}
_VAGUE = frozenset({"armed_attack", "bombing", "shelling"})
_NEVER = frozenset({"demand", "decision", "condemnation"})
# A text of this many sentences whose first line does not end like a sentence has a headline.
_ARTICLE = 3
# What happens to a person happens once.
_OF_PERSONS = frozenset({"arrest", "assassination", "abduction", "release", "execution"})
_NEAR_KM = 40.0
_SAME = 2.0
_BROAD = frozenset({"country", "region", "governorate"})
_BACK_WORDS = ("هذا", "هذه", "ذلك", "تلك", "ذاته", "نفسه")


def arguments(event: Event) -> int:
    """How many arguments a telling names."""
    slots = (event.date, event.place, event.perpetrators, event.targets, event.killed, event.injured)
    return sum(bool(slot) for slot in slots)


def likeness(analysis: Analysis, a: Event, b: Event, told: bool = True) -> float:
    """Points for what `b` shares with `a`, told before it; below 0 where they contradict each other.

    `told` asks for types that can be one event; without it only contradictions count."""
    if told and not (
        _types_agree(a, b)
        and (a.type == b.type or "clash" in (a.type, b.type) or _points_back(analysis, b) or _headline(analysis, a))
    ):
        return -1.0
    dates = _dates(a.date, b.date)
    places = _places(a.place, b.place)
    if dates < 0 or places < 0:
        return -1.0
    agents, targets = _actors(a.perpetrators, b.perpetrators), _actors(a.targets, b.targets)
    if told and (agents < 0 or targets < 0) and not (a.type == "clash" and _sides(a, b)):
        return -1.0
    score = dates + places + max(0.0, agents) + max(0.0, targets)
    for x, y in ((a.killed, b.killed), (a.injured, b.injured)):
        if x is not None and y is not None:
            score += 1.5 if (x.min, x.max) == (y.min, y.max) else -0.5
    if a.type == b.type and a.type in _OF_PERSONS and targets > 0:
        score += 1.5
    score += 0.5 if a.weapon and b.weapon and a.type == b.type else 0.0
    if told and _points_back(analysis, b):
        score += 1.0 + (0.0 if b.perpetrators or b.place or b.date else 1.0)
    if told and _headline(analysis, a):
        score += 1.0
    if a.type in _NEVER:
        same = agents > 0 and (targets > 0 or _headline(analysis, a) or (a.type == "condemnation" and not b.targets))
        return _SAME if same else -1.0
    return score


def _types_agree(a: Event, b: Event) -> bool:
    if a.type == b.type:
        return True
    if {a.type, b.type} == {"clash", "armed_attack"} and a.killed is not None:
        return a.killed == b.killed
    return (
        a.type in WIDE and b.type in WIDE and "clash" not in (a.type, b.type) and (a.type in _VAGUE or b.type in _VAGUE)
    )


def _sides(a: Event, b: Event) -> bool:
    """Two tellings of a clash may name the sides in either order."""
    return _actors((*a.perpetrators, *a.targets), (*b.perpetrators, *b.targets)) > 0


def _dates(a: str | None, b: str | None) -> float:
    if not a or not b:
        return 0.0
    if a == b:
        return 0.5
    return 0.0 if a.startswith(b) or b.startswith(a) or a in b.split("/") or b in a.split("/") else -1.0


def _places(a: tuple[PlaceRef, ...], b: tuple[PlaceRef, ...]) -> float:
    """1 for a place in common, 0 where one may hold the other, below 0 where they are apart."""
    if not a or not b:
        return 0.0
    best = -1.0
    for x in a:
        for y in b:
            if fold_word(x.text) == fold_word(y.text):
                best = max(best, 0.5 if x.kind in _BROAD else 1.5)
            elif x.kind in _BROAD or y.kind in _BROAD:
                if x.country is None or y.country is None or x.country == y.country:
                    best = max(best, 0.0)
            elif x.lat is not None and y.lat is not None and _km(x, y) <= _NEAR_KM:
                best = max(best, 0.5)
            elif x.lat is None or y.lat is None:
                best = max(best, 0.0)
    return best


def _km(x: PlaceRef, y: PlaceRef) -> float:
    """Distance in km, good enough for near places."""
    if x.lat is None or y.lat is None or x.lon is None or y.lon is None:
        return 0.0
    return hypot((x.lat - y.lat) * 111.2, (x.lon - y.lon) * 111.2 * cos(radians(x.lat)))


def _actors(a: tuple[ActorRef, ...], b: tuple[ActorRef, ...]) -> float:
    """1 for a party in common, 0 where either names none, below 0 where both are known and differ."""
    if not a or not b:
        return 0.0
    keys_a, keys_b = {x.key for x in a if x.key}, {x.key for x in b if x.key}
    if keys_a & keys_b or {fold_word(x.text) for x in a} & {fold_word(x.text) for x in b}:
        return 1.0
    return -1.0 if keys_a and keys_b else 0.0


def _points_back(analysis: Analysis, event: Event) -> bool:
    """Whether the trigger is definite with no complement of its own, or has a demonstrative."""
    before = analysis.document.text[max(0, event.start - 12) : event.start].split()
    if before and fold_word(before[-1]).lstrip("وفبل") in _BACK_WORDS:
        return True
    head = fold_word(event.trigger.split()[0])
    attached = analysis.document.text[max(0, event.start - 3) : event.start]
    return head.startswith("ال") or attached.endswith(("ال", "لل"))


def _headline(analysis: Analysis, event: Event) -> bool:
    """Whether an event was told in the headline alone."""
    title = analysis.document.title or ""
    text = analysis.document.text
    if not title or not text.startswith(title):
        spans = analysis.text.sentences
        if len(spans) < _ARTICLE or text[spans[0].end - 1] in ".!؟" or "\n" not in text[spans[0].end : spans[1].start]:
            return False
        return event.start < spans[0].end
    return event.start < len(title)
