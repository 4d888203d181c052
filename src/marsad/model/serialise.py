"""Records to JSON and back to plain values, and the JSON Schema that is generated from the model."""

from __future__ import annotations

from typing import Any

import msgspec

from marsad.model.record import SCHEMA, Record

# `from` is a Python keyword: the field is `from_` in the model and `from` in JSON.
_KEYWORD_FIELD, _KEYWORD = "from_", "from"


def to_plain(record: Record) -> dict[str, Any]:
    """The record as dicts and lists, with the contract's names."""
    plain: dict[str, Any] = msgspec.to_builtins(record)
    for relation in plain["relations"]:
        relation[_KEYWORD] = relation.pop(_KEYWORD_FIELD)
    return {"schema": plain.pop("schema"), **plain}


def to_json(record: Record) -> str:
    """The record as one line of JSON, UTF-8 safe and without a line end.

    Lone surrogates, which a broken JSON input can hold, have no UTF-8 form: they are written as escapes."""
    plain = to_plain(record)
    try:
        return msgspec.json.encode(plain).decode("utf-8")
    except UnicodeEncodeError:
        import json

        return json.dumps(plain, ensure_ascii=True, separators=(",", ":"))


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a record."""
    (reference,), components = msgspec.json.schema_components([Record], ref_template="#/$defs/{name}")
    for definition in components.values():
        properties = definition.get("properties", {})
        if _KEYWORD_FIELD in properties:
            properties[_KEYWORD] = properties.pop(_KEYWORD_FIELD)
        definition["additionalProperties"] = False
        # Every field is always written, so readers may rely on it.
        definition["required"] = list(properties)
    components["Record"]["properties"]["schema"] = {"const": SCHEMA}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **reference, "$defs": components}


def from_plain(plain: dict[str, Any]) -> Record:
    """The record of what `to_plain` gave. Raises msgspec.ValidationError where it is no record of this version."""
    relations = [{_KEYWORD_FIELD if k == _KEYWORD else k: v for k, v in r.items()} for r in plain["relations"]]
    return msgspec.convert({**plain, "relations": relations}, Record)


def from_json(line: str | bytes) -> Record:
    """The record of a line that `to_json` wrote. Raises msgspec.ValidationError or msgspec.DecodeError."""
    return from_plain(msgspec.json.decode(line))
