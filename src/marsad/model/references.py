"""Small values that the items of a record share. Offsets are code points into the text, end exclusive."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.model.quick import quick


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextSpan:
    """A stretch of the text with its words, verbatim."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many, as far as the text says: a bound that is not stated is None."""

    min: int | None
    max: int | None


@quick
@dataclass(frozen=True, slots=True)
class ActorRef:
    """An actor as it fills a slot: the words of the text, and the actor's key where it is known.

    `start` and `end` are None where the words stand outside the item's reach (a name carried over)."""

    text: str
    start: int | None = None
    end: int | None = None
    key: str | None = None
    type: str | None = None


@quick
@dataclass(frozen=True, slots=True)
class PlaceRef:
    """A place as it fills a slot. Coordinates are WGS 84 degrees, None where the place is not resolved."""

    text: str
    start: int | None = None
    end: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    kind: str | None = None
