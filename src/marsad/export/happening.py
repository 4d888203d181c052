"""Events with what other tools ask of them: an id that stays, a place with its province, days, a sentence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from marsad.model import Event, Place, PlaceRef, Record
from marsad.report.passages import passage
from marsad.times.bounds import bounds


@dataclass(frozen=True, slots=True)
class Happening:
    """An event of a record. `place` is its first place that has a point, else its first; `mention` is the mention of
    the record that stands there; `first` and `last` are the ISO days between which it was, None where it is open."""

    record: Record
    event: Event
    id: str
    place: PlaceRef | None
    mention: Place | None
    first: str | None
    last: str | None

    @property
    def sentence(self) -> str:
        """The sentence that tells the event."""
        held = passage(self.record, self.event.start, self.event.end)
        return " ".join(self.record.text[held.start : held.end].split())


def happenings(records: Iterable[Record]) -> Iterator[Happening]:
    """The events of records, in order."""
    for record in records:
        ids = item_ids(record, "events", record.events)
        mentions = {(p.start, p.end): p for p in record.places}
        for event, id in zip(record.events, ids, strict=True):
            place = next((p for p in event.place if p.lat is not None), event.place[0] if event.place else None)
            mention = mentions.get((place.start or 0, place.end or 0)) if place else None
            first, last = days(event.date)
            yield Happening(record, event, id, place, mention, first, last)


def days(edtf: str | None) -> tuple[str | None, str | None]:
    """First and last day that a date allows; None where its year is open."""
    first, last = bounds(edtf)
    return (first.isoformat() if first else None, last.isoformat() if last else None)


def item_ids(record: Record, layer: str, items: Iterable[Any]) -> list[str]:
    """Ids that stay the same in every export: those that the case gives, else made of the document, the layer, and
    where the item's words stand."""
    if record.exported is not None:
        return [record.exported.ids[item.id] for item in items]
    seen: dict[str, int] = {}
    found = []
    for item in items:
        name = f"{record.id}|{layer}|{item.start}"
        seen[name] = seen.get(name, 0) + 1
        digest = hashlib.sha256(f"{name}|{seen[name]}".encode()).hexdigest()
        found.append(f"{layer[:-1]}-{digest[:12]}")
    return found


def document_id(record: Record) -> str:
    """The same for the document itself."""
    number = f"{record.exported.document}-" if record.exported is not None else ""
    return f"document-{number}{hashlib.sha256(record.id.encode('utf-8')).hexdigest()[:12]}"
