"""marsad's own tables: a row for each item of a layer, in the words of docs/record.md."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from marsad.export.happening import document_id, happenings, item_ids
from marsad.model import Count, Record
from marsad.report.passages import passage

Row = dict[str, Any]
_LIST = "; "
_HARMS = ("killed", "injured", "detained", "missing", "displaced")

EVENTS = (
    "id", "document", "outlet", "published", "date", "first_day", "last_day", "type", "status", "place", "country",
    "admin1", "lat", "lon", "perpetrators", "perpetrator_keys", "targets", "target_keys",
    *(f"{harm}_{bound}" for harm in _HARMS for bound in ("min", "max")),
    "weapon", "count", "source", "acled_event_type", "acled_sub_event_type", "plover", "confidence", "rule", "trigger",
    "sentence",
)  # fmt: skip
REASONS = (
    "id", "document", "outlet", "published", "category", "kind", "actor", "actor_key", "behaviour", "target", "hedged",
    "denied", "source", "order", "confidence", "rule", "text", "sentence",
)  # fmt: skip
STATEMENTS = ("id", "document", "outlet", "published", "speaker", "speaker_key", "kind", "hedged", "via", "cue", "rule",
              "sentence")  # fmt: skip
PLACES = ("id", "document", "text", "kind", "name", "country", "admin1", "lat", "lon", "uncertainty_km", "gazetteer_id",
          "confidence", "rule")  # fmt: skip
ACTORS = ("id", "document", "text", "type", "key", "name", "role", "rule")
DOCUMENTS = ("id", "document", "title", "outlet", "published", "published_basis", "url", "path", "language", "sha256")


def events(records: Iterable[Record]) -> Iterator[Row]:
    """A row an event."""
    for h in happenings(records):
        e = h.event
        yield {
            **_document(h.record), "id": h.id, "date": e.date, "first_day": h.first, "last_day": h.last, "type": e.type,
            "status": e.status, "place": _LIST.join(p.text for p in e.place), "country": h.place and h.place.country,
            "admin1": h.mention and h.mention.admin1, "lat": h.place and h.place.lat, "lon": h.place and h.place.lon,
            "perpetrators": _LIST.join(a.text for a in e.perpetrators),
            "targets": _LIST.join(a.text for a in e.targets),
            "perpetrator_keys": _LIST.join(a.key for a in e.perpetrators if a.key),
            "target_keys": _LIST.join(a.key for a in e.targets if a.key),
            **{name: bound for harm in _HARMS for name, bound in _bounds(harm, getattr(e, harm)).items()},
            "weapon": e.weapon, "count": e.count, "source": e.source,
            "acled_event_type": e.acled and e.acled.event_type,
            "acled_sub_event_type": e.acled and e.acled.sub_event_type, "plover": e.plover and e.plover.type,
            "confidence": e.confidence, "rule": e.rule, "trigger": e.trigger, "sentence": h.sentence,
        }  # fmt: skip


def reasons(records: Iterable[Record]) -> Iterator[Row]:
    """A row a reason."""
    for record, id, r in _items(records, "reasons"):
        yield {
            **_document(record), "id": id, "category": r.category, "kind": r.kind, "actor": r.actor and r.actor.text,
            "actor_key": r.actor and r.actor.key, "behaviour": r.behaviour, "target": r.target, "hedged": r.hedged,
            "denied": r.denied, "source": r.source, "order": r.order, "confidence": r.confidence, "rule": r.rule,
            "text": r.text, "sentence": _sentence(record, r),
        }  # fmt: skip


def statements(records: Iterable[Record]) -> Iterator[Row]:
    """A row a statement."""
    for record, id, s in _items(records, "statements"):
        yield {
            **_document(record), "id": id, "speaker": s.speaker and s.speaker.text, "kind": s.kind, "hedged": s.hedged,
            "speaker_key": s.speaker and s.speaker.key, "via": s.via, "cue": s.cue, "rule": s.rule,
            "sentence": _sentence(record, s),
        }  # fmt: skip


def places(records: Iterable[Record]) -> Iterator[Row]:
    """A row a mention of a place."""
    for record, id, place in _items(records, "places"):
        yield {"document": record.id, **{c: getattr(place, c) for c in PLACES[2:]}, "id": id}


def actors(records: Iterable[Record]) -> Iterator[Row]:
    """A row a mention of an actor."""
    for record, id, actor in _items(records, "actors"):
        yield {"document": record.id, **{c: getattr(actor, c) for c in ACTORS[2:]}, "id": id}


def documents(records: Iterable[Record]) -> Iterator[Row]:
    """A row a document."""
    for record in records:
        yield {
            "id": document_id(record),
            "document": record.id,
            "title": record.title,
            **{c: getattr(record.source, c) for c in DOCUMENTS[3:]},
        }


TABLES: dict[str, tuple[tuple[str, ...], Callable[[Iterable[Record]], Iterator[Row]]]] = {
    "events": (EVENTS, events), "reasons": (REASONS, reasons), "statements": (STATEMENTS, statements),
    "places": (PLACES, places), "actors": (ACTORS, actors), "documents": (DOCUMENTS, documents),
}  # fmt: skip


def _items(records: Iterable[Record], layer: str) -> Iterator[tuple[Record, str, Any]]:
    for record in records:
        items = getattr(record, layer)
        for id, item in zip(item_ids(record, layer, items), items, strict=True):
            yield record, id, item


def _document(record: Record) -> Row:
    return {"document": record.id, "outlet": record.source.outlet, "published": record.source.published}


def _sentence(record: Record, item: Any) -> str:
    held = passage(record, item.start, item.end)
    return " ".join(record.text[held.start : held.end].split())


def _bounds(name: str, count: Count | None) -> dict[str, int | None]:
    return {f"{name}_min": count.min if count else None, f"{name}_max": count.max if count else None}
