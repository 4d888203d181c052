"""FollowTheMoney entities, one JSON object a line: documents, events, actors and addresses, linked by their ids."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from marsad.export.fields import countries, english_names
from marsad.export.happening import Happening, document_id, happenings
from marsad.export.options import Options
from marsad.model import ActorRef, Record

# Schemas by the type of an actor; LegalEntity leaves open whether it is a person or a body.
_SCHEMA = {
    "state_force": "PublicBody", "government": "PublicBody", "armed_group": "Organization", "political": "Organization",
    "international": "Organization", "media": "Organization", "organisation": "Organization", "person": "Person",
}  # fmt: skip
Entity = dict[str, Any]


def write(path: Path, records: Sequence[Record], options: Options) -> int:
    """The entities, each once; their number."""
    del options
    seen: set[str] = set()
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        for entity in _entities(records):
            if entity["id"] not in seen:
                seen.add(entity["id"])
                file.write(json.dumps(entity, ensure_ascii=False) + "\n")
    return len(seen)


def _entities(records: Sequence[Record]) -> Iterator[Entity]:
    for record in records:
        source = record.source
        yield _entity(
            document_id(record), "Article", title=record.title, publishedAt=_date(source.published),
            publisher=source.outlet, sourceUrl=source.url, language=source.language, contentHash=None,
        )  # fmt: skip
    for happening in happenings(records):
        yield from _event(happening)


def _event(h: Happening) -> Iterator[Entity]:
    event, place = h.event, h.place
    sides: dict[str, list[str]] = {}
    for role, side in (("organizer", event.perpetrators), ("involved", event.targets)):
        for actor in side:
            entity = _actor(actor)
            sides.setdefault(role, []).append(entity["id"])
            yield entity
    address = None
    if place:
        country = countries().get(place.country or "")
        known = {"latitude": str(place.lat), "longitude": str(place.lon)} if place.lat is not None else {}
        address = _entity(
            _id("place", f"{place.text}|{place.lat}|{place.lon}"), "Address", full=place.text,
            country=country.iso2.lower() if country else None, **known,
        )  # fmt: skip
        yield address
    yield _entity(
        h.id, "Event", name=f"{event.type.replace('_', ' ')}: {event.trigger}", summary=h.sentence,
        startDate=_date(h.first), endDate=_date(h.last), location=place.text if place else None,
        addressEntity=address["id"] if address else None, proof=document_id(h.record),
        country=place.country.lower() if place and place.country else None, **sides,
    )  # fmt: skip


def _actor(actor: ActorRef) -> Entity:
    known = english_names().get(actor.key or "")
    return _entity(
        _id("actor", actor.key or actor.text), _SCHEMA.get(actor.type or "", "LegalEntity"),
        name=known[0] if known else actor.text, alias=actor.text if known else None,
        country=known[1].lower() if known and known[1] else None,
    )  # fmt: skip


def _entity(id: str, schema: str, **properties: Any) -> Entity:
    held = {k: v if isinstance(v, list) else [v] for k, v in properties.items() if v}
    return {"id": id, "schema": schema, "properties": held}


def _id(kind: str, name: str) -> str:
    return f"{kind}-{hashlib.sha256(name.encode('utf-8')).hexdigest()[:16]}"


def _date(value: str | None) -> str | None:
    """A date that FollowTheMoney takes: ISO 8601, cut short where it is not known further."""
    return value if value and value[0].isdigit() and "/" not in value and "X" not in value else None
