"""What stands inside one sentence: names of places and actors, expressions of time, quantities."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.model.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class PlaceAlternative:
    """Another place that the same name could mean."""

    name: str
    gazetteer_id: str
    country: str | None
    lat: float | None
    lon: float | None


@quick
@dataclass(frozen=True, slots=True)
class Place:
    """A place named in the text. WGS 84 degrees; `uncertainty_km` is the radius that surely holds it."""

    id: str
    start: int
    end: int
    text: str
    kind: str
    rule: str
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    uncertainty_km: float | None = None
    name: str | None = None
    gazetteer_id: str | None = None
    confidence: float = 0.5
    alternatives: tuple[PlaceAlternative, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class Time:
    """An expression that situates something on the calendar; `edtf` is ISO 8601-2, X for unknown digits."""

    id: str
    start: int
    end: int
    text: str
    edtf: str
    rule: str
    basis: str = "explicit"
    calendar: str = "gregorian"
    clock: str | None = None


@quick
@dataclass(frozen=True, slots=True)
class Actor:
    """A collective or person that acts, is acted on, or speaks."""

    id: str
    start: int
    end: int
    text: str
    type: str
    rule: str
    key: str | None = None
    name: str | None = None
    role: str | None = None
    head: str | None = None


@quick
@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: bounds, unit and rate (`per`: hour, day, week, month, year), `of` what, and who gives it."""

    id: str
    start: int
    end: int
    text: str
    rule: str
    min: float | int | None = None
    max: float | int | None = None
    unit: str | None = None
    per: str | None = None
    approximate: bool = False
    of: str | None = None
    place: str | None = None
    source: str | None = None
