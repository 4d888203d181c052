"""All items of a record, whichever layer they are of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from marsad.model import Record

LAYERS = ("places", "times", "actors", "quantities", "events", "reasons", "statements", "relations", "outlooks")


def items(record: Record) -> Iterator[Any]:
    """Places, times, actors … of a record."""
    for layer in LAYERS:
        yield from getattr(record, layer)
