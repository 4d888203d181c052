"""Reports: the events of documents, with what linking compares of each."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from marsad.analyse.days import Days, apart, days_of
from marsad.analyse.linking.passages import Passage, Passages
from marsad.model.event import Event
from marsad.model.record import Record
from marsad.model.references import Span

LEAD_SENTENCES = 3
LEAD_CHARACTERS = (250, 600)
"""The lead, behind the headline: three sentences, but no less and no more than these."""

NEWS_DAYS = 10
"""What lies further back than this when it is told is history: seldom what a news item is about."""


Point = tuple[float, float, float]
"""Latitude, longitude, and the radius in km that the kind of place covers."""

_RADIUS_KM = {"region": 300.0, "governorate": 120.0, "natural": 120.0, "road": 120.0, "district": 50.0}
TOWN_KM = 25.0


@dataclass(frozen=True, slots=True)
class Report:
    """One event as one document tells it.

    `told` holds the terms of its sentence and the neighbours; `lead`, of the event that the document is about, those
    of headline and lead, and None of the others; `days` when it happened, `published` when it was told (ordinals);
    `points` where; `killed` the least number of dead; `outlet` who told it."""

    document: str
    event: str
    type: str
    told: Passage
    lead: Passage | None
    days: Days | None
    published: int | None
    points: tuple[Point, ...] = ()
    killed: int | None = None
    outlet: str | None = None


def reports_of(records: Iterable[Record], passages: Passages) -> list[Report]:
    """The reports of all events of the records, in their order."""
    return [report for record in records for report in _of_record(record, passages)]


def _of_record(record: Record, passages: Passages) -> list[Report]:
    if not record.events:
        return []
    published = days_of(record.source.published)
    headline, lead = _headline_and_lead(record)
    title = passages.of(record, headline.start, headline.end)
    opening = passages.of(record, headline.start, lead.end)
    # The headline's words count twice: they say what it is about.
    opening.update(title)
    own = {event.id: _passage(record, event, 0, passages) for event in record.events}
    main = max(record.events, key=lambda event: _centrality(event, own[event.id], title, lead, published))
    return [
        Report(
            document=record.id,
            event=event.id,
            type=event.type,
            told=_passage(record, event, 1, passages),
            lead=opening if event is main else None,
            days=days_of(event.date),
            published=published[1] if published else None,
            points=_points(event),
            killed=event.killed.min if event.killed else None,
            outlet=record.source.outlet_key or record.source.outlet,
        )
        for event in record.events
    ]


def _headline_and_lead(record: Record) -> tuple[Span, Span]:
    """The headline (the title where the text begins with it, else the first sentence) and the lead behind it."""
    sentences = record.sentences or (Span(0, len(record.text)),)
    title = record.title or ""
    headline = Span(0, len(title) if title and record.text.startswith(title) else sentences[0].end)
    body = [sentence for sentence in sentences if sentence.start >= headline.end][:LEAD_SENTENCES]
    least, most = (headline.end + length for length in LEAD_CHARACTERS)
    end = body[-1].end if body else headline.end
    return headline, Span(headline.end, min(max(end, least), most, len(record.text)))


def _passage(record: Record, event: Event, neighbours: int, passages: Passages) -> Passage:
    """The terms of the event's sentence and of so many neighbours on each side."""
    sentences = record.sentences
    n = bisect_right(sentences, event.start, key=lambda sentence: sentence.start) - 1
    if n < 0:
        return passages.of(record, event.start, event.end)
    first, last = max(n - neighbours, 0), min(n + neighbours, len(sentences) - 1)
    return passages.of(record, sentences[first].start, sentences[last].end)


def _points(event: Event) -> tuple[Point, ...]:
    """Where it happened. A country is too large to tell events apart."""
    return tuple(
        (place.lat, place.lon, _RADIUS_KM.get(place.kind or "", TOWN_KM))
        for place in event.place
        if place.lat is not None and place.lon is not None and place.kind != "country"
    )


def _centrality(event: Event, own: Passage, title: Passage, lead: Span, published: Days | None) -> float:
    """How much a document is about an event: shared words with the headline, an early place, news, weight."""
    shared = sum(1 for term in title if term in own) / (len(title) or 1)
    early = math.exp(-event.start / max(lead.end, 1))
    days = days_of(event.date)
    stale = days is not None and published is not None and apart(days, published) > NEWS_DAYS
    return (
        2.0 * shared
        + 1.5 * early
        + 0.5 * (event.status in ("occurred", "ongoing"))
        + 0.2 * bool(event.place)
        + 0.3 * (event.killed is not None)
        - 1.5 * stale
    )
