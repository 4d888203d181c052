"""Places of events that are likelier than others to be another act's: where doubts add up, none is told.

A place is sure where it stands right behind its act. Each way in which it is less than that is a doubt: alone it hardly
matters, several together make a guess of it, and an event without a place is better than one in the wrong town."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from marsad.annotate.places_spots import token_at
from marsad.model.references import Span
from marsad.resolve.events_gap import gap, same_sentence

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.model import Event, Place

TOO_MANY = 6
"""From so many doubts on a place is not told. Of those places a third was wrong in events judged by hand, of the
others one in fifteen."""
CARRIED = 3
"""So many doubts is a place from another sentence."""
STANDS_FOR = 10
"""Words from an act to a noun that stands for its place."""
_FAR = 8
"""Words between an act and its place that leave it in no doubt."""
_LONG = 31
"""Words of a sentence in which places hardly get mixed up."""
_MOSTLY, _SEVERAL = 0.6, 5
"""So large a share of a document's places lies in the country that it is about, where it names several."""


class Doubts:
    """Counts the doubts about the places of a document's events."""

    def __init__(self, analysis: Analysis) -> None:
        self._text, self._matches = analysis.text, analysis.matches
        self._places = {p.start: p for p in analysis.places}
        self._named = Counter(p.gazetteer_id or p.text for p in analysis.places)
        self._countries = Counter(p.country for p in analysis.places)

    def settled(self, event: Event) -> Event:
        """The event, without a place that is doubtful."""
        return replace(event, place=()) if self.about(event) >= TOO_MANY else event

    def about(self, event: Event) -> int:
        """How many doubts there are about the place of an event; an event without one has none."""
        place = self._places.get(event.place[0].start or 0) if event.place else None
        if place is None:
            return 0
        first, past = self._text.sentence_tokens[self._text.sentence_of(event.start)]
        doubts = [
            len(event.evidence) <= 1,
            len(event.place) > 1,
            sum(t.word for t in self._text.tokens[first:past]) > _LONG,
            *self._of_name(place),
        ]
        span = Span(place.start, place.end)
        stood_for = self._stood_for(event, span)
        if not same_sentence(self._text, event, span):
            return sum(doubts) + CARRIED - stood_for
        return sum(doubts) if stood_for else sum(doubts) + sum(self._of_way(event, span))

    def _of_name(self, place: Place) -> Iterator[bool]:
        """Doubts about what the name means: it stands there once, has namesakes, or lies abroad."""
        yield self._named[place.gazetteer_id or place.text] == 1
        yield len(place.alternatives) > 1
        named = self._countries.total()
        yield place.country is not None and self._countries[place.country] <= _MOSTLY * named and named >= _SEVERAL

    def _of_way(self, event: Event, place: Span) -> Iterator[bool]:
        """Doubts whether a place of the same sentence belongs to the act: what stands between the two, and how much."""
        words = [self._text.tokens[i] for i in gap(self._text, event, place)]
        yield place.start < event.start
        yield any(t.form in ("،", ",") for t in words)
        yield any(t.form.startswith("و") for t in words)
        yield any(t.start <= p < t.end for t in words for p in self._places)
        yield len(words) > _FAR

    def _stood_for(self, event: Event, place: Span) -> bool:
        """Whether a definite noun near the act stands for a place named before it (المدينة)."""
        at = token_at(self._text, event.start)
        near = self._matches.within("spot", max(0, at - STANDS_FOR), at + 1 + STANDS_FOR)
        nouns = (self._text.tokens[m.first] for m in near)
        here = self._text.tokens[at].sentence
        return place.start < event.start and any(t.sentence == here and t.start > place.end for t in nouns)
