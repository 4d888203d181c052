"""Reports: the events of documents, with what linking compares of each."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from marsad.analyse.days import Days, apart, days_of
from marsad.analyse.linking.excerpt import Excerpt, Happening, Stretch
from marsad.analyse.linking.passages import Passage, Passages

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


def reports_of(excerpts: Iterable[Excerpt], passages: Passages) -> list[Report]:
    """The reports of all events of the documents, in their order. Events of one sentence share the object `told`."""
    return [report for excerpt in excerpts for report in _of_document(excerpt, passages)]


def _of_document(document: Excerpt, passages: Passages) -> list[Report]:
    if not document.events:
        return []
    published = days_of(document.source.published)
    headline, lead = _headline_and_lead(document)
    terms = passages.of(document)
    title = terms.between(headline.start, headline.end)
    opening = terms.between(headline.start, lead.end)
    # The headline's words count twice: they say what it is about.
    opening.update(title)
    days = {event.id: days_of(event.date) for event in document.events}
    main = max(
        document.events,
        key=lambda event: _centrality(event, days[event.id], terms.around(event), title, lead, published),
    )
    return [
        Report(
            document=document.id,
            event=event.id,
            type=event.type,
            told=terms.around(event, 1),
            lead=opening if event is main else None,
            days=days[event.id],
            published=published[1] if published else None,
            points=_points(event),
            killed=event.killed.min if event.killed else None,
            outlet=document.source.outlet_key or document.source.outlet,
        )
        for event in document.events
    ]


def _headline_and_lead(document: Excerpt) -> tuple[Stretch, Stretch]:
    """The headline (the title where the text begins with it, else the first sentence) and the lead behind it."""
    sentences = document.sentences or (Stretch(0, len(document.text)),)
    title = document.title or ""
    headline = Stretch(0, len(title) if title and document.text.startswith(title) else sentences[0].end)
    body = [sentence for sentence in sentences if sentence.start >= headline.end][:LEAD_SENTENCES]
    least, most = (headline.end + length for length in LEAD_CHARACTERS)
    end = body[-1].end if body else headline.end
    return headline, Stretch(headline.end, min(max(end, least), most, len(document.text)))


def _points(event: Happening) -> tuple[Point, ...]:
    """Where it happened. A country is too large to tell events apart."""
    return tuple(
        (place.lat, place.lon, _RADIUS_KM.get(place.kind or "", TOWN_KM))
        for place in event.place
        if place.lat is not None and place.lon is not None and place.kind != "country"
    )


def _centrality(
    event: Happening, days: Days | None, own: Passage, title: Passage, lead: Stretch, published: Days | None
) -> float:
    """How much a document is about an event: shared words with the headline, an early place, news, weight."""
    shared = len(title.keys() & own.keys()) / (len(title) or 1)
    early = math.exp(-event.start / max(lead.end, 1))
    stale = days is not None and published is not None and apart(days, published) > NEWS_DAYS
    return (
        2.0 * shared
        + 1.5 * early
        + 0.5 * (event.status in ("occurred", "ongoing"))
        + 0.2 * bool(event.place)
        + 0.3 * (event.killed is not None)
        - 1.5 * stale
    )
