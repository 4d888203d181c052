"""What linking needs of a record, and no more: a case holds thousands, and most of a record is for other questions."""

from __future__ import annotations

import msgspec

from marsad.model.record import Record


class Stretch(msgspec.Struct, frozen=True, gc=False):
    """Offsets into the text, `end` exclusive."""

    start: int
    end: int


class PlaceNamed(Stretch, frozen=True, gc=False):
    """A mention of a place."""

    text: str
    gazetteer_id: str | None = None


class ActorNamed(Stretch, frozen=True, gc=False):
    """A mention of an actor; `key` where it is known who it is."""

    key: str | None = None


class Figure(msgspec.Struct, frozen=True, gc=False):
    """A quantity."""

    start: int
    min: float | int | None = None
    max: float | int | None = None
    unit: str | None = None


class Scene(msgspec.Struct, frozen=True, gc=False):
    """A place of an event."""

    lat: float | None = None
    lon: float | None = None
    kind: str | None = None


class Toll(msgspec.Struct, frozen=True, gc=False):
    """How many were killed."""

    min: int | None = None


class Happening(Stretch, frozen=True, gc=False):
    """An event, by its trigger."""

    id: str
    type: str
    status: str
    date: str | None = None
    place: tuple[Scene, ...] = ()
    killed: Toll | None = None


class Publication(msgspec.Struct, frozen=True, gc=False):
    """Who published a document, and when."""

    outlet: str | None = None
    outlet_key: str | None = None
    published: str | None = None


class Excerpt(msgspec.Struct, frozen=True, gc=False):
    """The fields of docs/record.md that linking reads, of a record in the text's order."""

    id: str
    source: Publication
    text: str
    title: str | None = None
    sentences: tuple[Stretch, ...] = ()
    places: tuple[PlaceNamed, ...] = ()
    actors: tuple[ActorNamed, ...] = ()
    quantities: tuple[Figure, ...] = ()
    events: tuple[Happening, ...] = ()


def excerpt_of(record: Record) -> Excerpt:
    """The excerpt of a record at hand."""
    return msgspec.convert(record, Excerpt, from_attributes=True)
