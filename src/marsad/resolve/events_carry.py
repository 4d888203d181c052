"""What an event carries over from the text around it: the place that the text is about, the day of the news."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from marsad.extract.events.words import SPOKEN, VIOLENT
from marsad.text.fold import fold_word

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.model import Event

_NO_PLACE = SPOKEN | {"support", "talks", "agreement", "decision", "vote", "arrest", "release", "abuse"}
_NEWS = (VIOLENT - {"abuse"}) | {"territory_gain", "withdrawal", "deployment", "weapons_seizure", "arrest", "protest"}
# A sentence that opens with these goes back to what was told before.
_PAST = ("كان", "وكان", "سبق", "يذكر", "ويذكر", "يشار", "منذ", "ومنذ")
_REPORTED = frozenset({"occurred"})
# How many sentences the head of a news text has.
_HEAD = 5
# A place told this many sentences before still holds.
_BACK = 2


def carry(analysis: Analysis, events: list[Event]) -> list[Event]:
    """Events in text order, with the place carried over where a sentence names none."""
    done: list[Event] = []
    for event in sorted(events, key=lambda e: e.start):
        if not event.place and event.type not in _NO_PLACE:
            event = _with_place(analysis, done, event)
        done.append(event)
    return _dated(analysis, done)


def _dated(analysis: Analysis, events: list[Event]) -> list[Event]:
    """The day of publication for what a news text reports without a date: a text is one where its head speaks of
    the day before publication or the day itself."""
    published = analysis.document.published
    if not published or not _is_news(analysis, published[:10]):
        return events
    spans = analysis.text.sentences
    dated = {analysis.text.sentence_of(t.start) for t in analysis.times}
    done = []
    for e in events:
        n = analysis.text.sentence_of(e.start)
        fresh = n not in dated and not fold_word(
            analysis.document.text[spans[n].start : spans[n].start + 8]
        ).startswith(_PAST)
        if e.date is None and e.type in _NEWS and e.status in _REPORTED and fresh:
            e = replace(e, date=published[:10])
        done.append(e)
    return done


def _is_news(analysis: Analysis, published: str) -> bool:
    try:
        day = date.fromisoformat(published)
    except ValueError:
        return False
    near = {published, (day - timedelta(days=1)).isoformat()}
    spans = analysis.text.sentences
    head = spans[min(_HEAD, len(spans)) - 1].end if spans else 0
    return any(t.start < head and near.intersection(t.edtf.split("/")) for t in analysis.times)


def _with_place(analysis: Analysis, before: list[Event], event: Event) -> Event:
    here = analysis.text.sentence_of(event.start)
    for earlier in reversed(before):
        if here - analysis.text.sentence_of(earlier.start) > _BACK:
            break
        if earlier.place and (earlier.type in VIOLENT or earlier.type not in _NO_PLACE):
            return replace(event, place=earlier.place)
    return event
