"""What an event carries over from the text around it: the place that the text is about, the day of the news."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from marsad.extract.events.words import SPOKEN, VIOLENT

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.model import Event

_NO_PLACE = SPOKEN | {"support", "talks", "agreement", "decision", "vote"}
# A place told this many sentences before still holds.
_BACK = 2


def carry(analysis: Analysis, events: list[Event]) -> list[Event]:
    """Events in text order, with the place carried over where a sentence names none."""
    done: list[Event] = []
    for event in sorted(events, key=lambda e: e.start):
        if not event.place and event.type not in _NO_PLACE:
            event = _with_place(analysis, done, event)
        done.append(event)
    return done


def _with_place(analysis: Analysis, before: list[Event], event: Event) -> Event:
    here = analysis.text.sentence_of(event.start)
    for earlier in reversed(before):
        if here - analysis.text.sentence_of(earlier.start) > _BACK:
            break
        if earlier.place and (earlier.type in VIOLENT or earlier.type not in _NO_PLACE):
            return replace(event, place=earlier.place)
    return event
