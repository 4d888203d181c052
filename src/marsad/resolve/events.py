"""The same event told twice: headline, lead and retelling are one event, and "the attack" is the one told before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from marsad.analysis import numbered
from marsad.extract.events.coding import BACK
from marsad.resolve.events_alike import WIDE, arguments, likeness
from marsad.resolve.events_carry import carry
from marsad.resolve.events_join import join
from marsad.resolve.events_links import linked

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.model import Event
    from marsad.resources import Resources

# A retelling shares two arguments with the first telling, or points back to it in so many words.
_ENOUGH = 2.0
# How many events back a definite noun may point.
_BACK = 12


class Same:
    """Joins events of a document that are one, and gives each the place and date that it carries over."""

    name: ClassVar[str] = "resolve.events"
    requires: ClassVar[tuple[str, ...]] = ("text", "events", "places", "times")
    assigns: ClassVar[tuple[str, ...]] = ("events",)

    def __init__(self, resources: Resources) -> None:
        del resources

    def __call__(self, analysis: Analysis) -> Mapping[str, Any]:
        kept: list[Event] = []
        for event in analysis.events:
            at = _told_before(analysis, kept, event)
            if at is None:
                kept.append(event)
            else:
                kept[at] = join(analysis, kept[at], event)
        kept = _tolls(analysis, kept)
        kept = [e for e in carry(analysis, kept) if not _empty(analysis, e)]
        return {"events": tuple(linked(analysis, list(numbered("e", kept))))}


def _told_before(analysis: Analysis, kept: list[Event], event: Event) -> int | None:
    """Which of the events told so far this one is, the likest first, and of those as like the nearest."""
    best, at = 0.0, None
    for i in range(len(kept) - 1, max(-1, len(kept) - 1 - _BACK), -1):
        score = likeness(analysis, kept[i], event)
        if score >= _ENOUGH and score > best:
            best, at = score, i
    return at


def _tolls(analysis: Analysis, events: list[Event]) -> list[Event]:
    """Tolls told apart from their act go to it: the act next to them whose place and date do not contradict."""
    kept: list[Event | None] = list(events)
    for k, toll in enumerate(events):
        if toll.type != "casualties" or (toll.date is not None and "/" in toll.date):
            continue
        sentence = analysis.text.sentence_of(toll.start)
        best, chosen = (_NEAR + 1, 0), -1
        for i in range(max(0, k - _BACK), min(len(kept), k + _BACK)):
            act = kept[i]
            if act is None or act.type not in WIDE or likeness(analysis, act, toll, told=False) < 0:
                continue
            rank = (_distance(analysis.text.sentence_of(act.start) - sentence), -arguments(act))
            if rank < best:
                best, chosen = rank, i
        act = kept[chosen] if chosen >= 0 else None
        if act is not None and best[0] <= _NEAR:
            kept[chosen] = join(analysis, act, toll, keep_trigger=True)
            kept[k] = None
    return [e for e in kept if e is not None]


_NEAR = 3


def _distance(sentences: int) -> int:
    """A toll is told behind its act rather than before it."""
    return -sentences if sentences <= 0 else sentences + 2


def _empty(analysis: Analysis, event: Event) -> bool:
    """A bare mention that points back to nothing and tells nothing."""
    del analysis
    return event.rule == BACK or (event.type in WIDE and arguments(event) == 0)
