"""An event and its arguments."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.model.quick import quick
from marsad.model.references import ActorRef, Count, PlaceRef


@quick
@dataclass(frozen=True, slots=True)
class Victims:
    """A part of a toll: who they are, the harm (killed, injured, detained …), how many."""

    who: str
    harm: str
    min: int | None = None
    max: int | None = None


@dataclass(frozen=True, slots=True)
class CodedAs:
    """The event in another codebook. ACLED has both fields, PLOVER `type` alone."""

    event_type: str
    sub_event_type: str


@dataclass(frozen=True, slots=True)
class PloverType:
    """The event's PLOVER type."""

    type: str


@quick
@dataclass(frozen=True, slots=True)
class Event:
    """One distinct event that the text reports; `start` and `end` are those of the trigger.

    `date` is EDTF; `led_to` and `denied_by` name other items of the record; `evidence` holds sentence
    numbers; `confidence` is 0 to 1."""

    id: str
    start: int
    end: int
    trigger: str
    type: str
    rule: str
    status: str = "occurred"
    date: str | None = None
    place: tuple[PlaceRef, ...] = ()
    perpetrators: tuple[ActorRef, ...] = ()
    targets: tuple[ActorRef, ...] = ()
    killed: Count | None = None
    injured: Count | None = None
    detained: Count | None = None
    missing: Count | None = None
    displaced: Count | None = None
    victims: tuple[Victims, ...] = ()
    weapon: str | None = None
    source: str | None = None
    count: int | None = None
    led_to: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    acled: CodedAs | None = None
    plover: PloverType | None = None
    evidence: tuple[int, ...] = ()
    confidence: float = 0.5
