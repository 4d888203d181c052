"""The record: everything that was read out of one document."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.model.event import Event
from marsad.model.mentions import Actor, Place, Quantity, Time
from marsad.model.reason import Outlook, Reason
from marsad.model.references import Span, TextSpan
from marsad.model.relation import Relation
from marsad.model.statement import Statement
from marsad.model.warning import ReadingWarning

SCHEMA = "marsad-record/1"


@dataclass(frozen=True, slots=True)
class Source:
    """Where the document comes from."""

    path: str | None = None
    url: str | None = None
    outlet: str | None = None
    outlet_key: str | None = None
    published: str | None = None
    published_basis: str | None = None
    retrieved: str | None = None
    sha256: str | None = None
    encoding: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """What a record and its items are called outside of the case that they come from. `document` is the record's number
    there; `ids` maps the ids of its items to names that stay the same in every export of the case."""

    document: int
    ids: dict[str, str]


@dataclass(frozen=True, slots=True)
class Record:
    """One document, read. Field by field: docs/record.md."""

    id: str
    source: Source
    text: str
    title: str | None = None
    question: TextSpan | None = None
    sentences: tuple[Span, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    actors: tuple[Actor, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
    reasons: tuple[Reason, ...] = ()
    statements: tuple[Statement, ...] = ()
    relations: tuple[Relation, ...] = ()
    outlooks: tuple[Outlook, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()
    exported: Exported | None = None
    schema: str = SCHEMA
