"""The layers of a record as a case sees them: their types, and what an item is recognised by when it is read again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

import msgspec

from marsad.model import Actor, Event, Outlook, Place, Quantity, Reason, Relation, Statement, Time

Plain = Mapping[str, Any]
"""An item, or a record, as the JSON of docs/record.md."""

MODELS: dict[str, type] = {
    "events": Event,
    "reasons": Reason,
    "statements": Statement,
    "relations": Relation,
    "outlooks": Outlook,
    "places": Place,
    "actors": Actor,
    "times": Time,
    "quantities": Quantity,
}
LAYERS = tuple(MODELS)
WHOLE = frozenset({"events", "reasons", "statements", "relations", "outlooks"})
"""Layers whose items stand in the index with all their fields; of the others the record has them."""

TYPE_FIELD = {
    "events": "type",
    "reasons": "category",
    "statements": "kind",
    "relations": "type",
    "places": "kind",
    "actors": "type",
}
"""The field that sorts the items of a layer."""


def type_of(layer: str, item: Plain) -> str | None:
    """The type of an item, None in layers that have none."""
    field = TYPE_FIELD.get(layer)
    return str(item[field]) if field else None


def identities(layer: str, items: Iterable[Plain]) -> list[str]:
    """What each item of a layer is recognised by in another reading of the same text: layer, offset and type.

    Several alike are numbered in their order: `events:120:clash`, `events:120:clash:2`."""
    seen: Counter[str] = Counter()
    found = []
    for item in items:
        identity = ":".join(filter(None, (layer, str(item["start"]), type_of(layer, item))))
        seen[identity] += 1
        found.append(identity if seen[identity] == 1 else f"{identity}:{seen[identity]}")
    return found


def model_of(layer: str, item: Plain) -> Any:
    """The item as the model's frozen dataclass. Raises msgspec.ValidationError."""
    renamed = {"from_" if name == "from" else name: value for name, value in item.items()}
    return msgspec.convert(renamed, MODELS[layer])


@cache
def decoder(layer: str) -> Callable[[str], Any]:
    """What makes the model's dataclass of an item's JSON: in one step, but for the field whose name is a keyword."""
    if layer == "relations":
        return lambda text: model_of(layer, msgspec.json.decode(text))
    return msgspec.json.Decoder(MODELS[layer]).decode
