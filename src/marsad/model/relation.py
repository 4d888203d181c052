"""How actors and places stand to each other."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.model.references import PlaceRef


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One end of a relation: an actor (with `key` and `type`) or a place (with `kind` and coordinates)."""

    text: str
    start: int | None = None
    end: int | None = None
    key: str | None = None
    type: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """control (actor → place), backing (backer → backed), alliance, dispute, alias, part_of, route.

    The fields `from_` and `to` are `from` and `to` in JSON; a route keeps its places in order."""

    id: str
    start: int
    end: int
    type: str
    rule: str
    from_: Endpoint | None = None
    to: Endpoint | None = None
    places: tuple[PlaceRef, ...] = ()
    status: str = "occurred"
    date: str | None = None
    source: str | None = None
    evidence: tuple[int, ...] = ()
