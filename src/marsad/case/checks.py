"""What a person may write into an item: values of the record's own kinds, and names that the codebook has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from marsad.case.database import Database
from marsad.case.effective import Effective
from marsad.case.layers import LAYERS, model_of
from marsad.codebook import codebook
from marsad.errors import UnknownItemError
from marsad.times.edtf import parse_moment

_FIXED = frozenset({"id", "rule", "start", "end"})
TERMS = {
    ("events", "type"): "event_types",
    ("events", "status"): "statuses",
    ("reasons", "category"): "reason_categories",
    ("reasons", "kind"): "reason_kinds",
    ("statements", "kind"): "statement_kinds",
    ("places", "kind"): "place_kinds",
    ("actors", "type"): "actor_types",
    ("relations", "type"): "relation_types",
    ("relations", "status"): "statuses",
}
"""Fields whose values are names of the codebook, and their sections of it."""
_DATES = frozenset({("events", "date"), ("relations", "date"), ("times", "edtf")})
# The field that holds the words at an item's offsets; a relation has none.
_WORDS = {
    "events": "trigger",
    "statements": "cue",
    **dict.fromkeys(("places", "actors", "times", "quantities", "reasons", "outlooks"), "text"),
}


def checked_value(database: Database, item: Effective, field: str, value: Any) -> Any:
    """The value of a field in the record's own form. Raises UnknownItemError where the field can't have it."""
    if field not in item.value or field in _FIXED:
        fields = ", ".join(name for name in item.value if name not in _FIXED)
        raise UnknownItemError(f"an item of {item.layer} has no field {field!r} that can be corrected: {fields}")
    return _normal(item.layer, {**item.value, field: value}, (field,))[field]


def checked_item(database: Database, layer: str, value: Mapping[str, Any], text: str) -> Mapping[str, Any]:
    """An item that a person adds, with all fields of its layer and the words at its offsets."""
    if layer not in LAYERS:
        raise UnknownItemError(f"no layer {layer!r}: {', '.join(LAYERS)}")
    start, end = value.get("start"), value.get("end")
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end <= len(text):
        raise UnknownItemError(f"start and end must be offsets into the text, 0 to {len(text)}: {start!r}, {end!r}")
    verbatim = _WORDS.get(layer)
    given = {**value, verbatim: text[start:end]} if verbatim else dict(value)
    return _normal(layer, given, tuple(given))


def _normal(layer: str, value: Mapping[str, Any], fields: tuple[str, ...]) -> dict[str, Any]:
    for field in fields:
        _check_name(layer, field, value.get(field))
    try:
        plain = msgspec.to_builtins(model_of(layer, value))
    except msgspec.ValidationError as error:
        raise UnknownItemError(f"an item of {layer} can't be so: {error} (docs/record.md tells the fields)") from None
    return {"from" if name == "from_" else name: held for name, held in plain.items()}


def _check_name(layer: str, field: str, value: Any) -> None:
    section = TERMS.get((layer, field))
    if section and value not in codebook().sections[section]:
        raise UnknownItemError(f"the codebook has no {value!r} in {section}: marsad codebook {section}")
    if (layer, field) in _DATES and value is not None and not _is_date(value):
        raise UnknownItemError(f"{value!r} is no EDTF date: 2016-12-12, 2016-12, 2016-12-01/2016-12-12, XXXX-12-12")


def _is_date(value: Any) -> bool:
    parts = value.split("/") if isinstance(value, str) else []
    return 0 < len(parts) <= 2 and all(part in ("", "..") or parse_moment(part) is not None for part in parts)
