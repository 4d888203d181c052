"""The fields of an item that a person can correct, and the control for each: what the review form is made from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from marsad.case.checks import TERMS
from marsad.case.effective import Effective
from marsad.case.layers import LAYERS
from marsad.report.labels import Labels

CHOICE, SEVERAL, COUNT, FLAG, NUMBER, TEXT = "choice", "several", "count", "flag", "number", "text"

ADDABLE = tuple(layer for layer in LAYERS if layer != "relations")
"""Layers that an item can be added to by marking its words; a relation is more than its words."""

_FIELDS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "events": (
        ("type", CHOICE), ("status", CHOICE), ("date", TEXT), ("place", SEVERAL), ("perpetrators", SEVERAL),
        ("targets", SEVERAL), ("killed", COUNT), ("injured", COUNT), ("detained", COUNT), ("missing", COUNT),
        ("displaced", COUNT), ("weapon", TEXT), ("source", TEXT),
    ),
    "reasons": (
        ("category", CHOICE), ("kind", CHOICE), ("actor", CHOICE), ("behaviour", TEXT), ("target", TEXT),
        ("hedged", FLAG), ("denied", FLAG), ("source", TEXT),
    ),
    "statements": (("kind", CHOICE), ("via", TEXT), ("hedged", FLAG)),
    "relations": (("type", CHOICE), ("status", CHOICE), ("date", TEXT), ("source", TEXT)),
    "outlooks": (("actor", CHOICE), ("hedged", FLAG), ("horizon", TEXT), ("condition", TEXT)),
    "places": (
        ("kind", CHOICE), ("name", TEXT), ("gazetteer_id", TEXT), ("country", TEXT), ("admin1", TEXT), ("lat", NUMBER),
        ("lon", NUMBER), ("uncertainty_km", NUMBER),
    ),
    "actors": (("type", CHOICE), ("key", TEXT), ("name", TEXT), ("role", TEXT)),
    "times": (("edtf", TEXT),),
    "quantities": (("min", NUMBER), ("max", NUMBER), ("unit", TEXT), ("per", TEXT), ("approximate", FLAG),
                   ("of", TEXT)),
}  # fmt: skip
_PLACES = frozenset({"place"})


@dataclass(frozen=True, slots=True)
class Option:
    """A value that can be chosen, as JSON, with what it is called."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Field:
    """A field with its control: `kind` is one of the names above, `told` its value in words, `value` the plain one."""

    name: str
    kind: str
    value: Any
    told: str
    options: tuple[Option, ...] = ()


def fields_of(item: Effective, others: Iterable[Effective], labels: Labels) -> list[Field]:
    """The fields of an item. The places and actors that can fill a slot are those that the document names."""
    held = list(others)
    return [
        Field(name, kind, item.value.get(name), told(item.layer, name, item.value.get(name), labels),
              _options(item, name, kind, held, labels))
        for name, kind in _FIELDS[item.layer]
    ]  # fmt: skip


def terms(layer: str, labels: Labels) -> list[tuple[str, str]]:
    """The types that an item of a layer may have, with their labels; none where the layer has no types."""
    section = next(
        (s for (of, field), s in TERMS.items() if of == layer and field in ("type", "category", "kind")), None
    )
    return sorted(((n, labels.name(section, n)) for n in labels.names(section)), key=lambda t: t[1]) if section else []


def told(layer: str, name: str, value: Any, labels: Labels) -> str:
    """A value in words: the codebook's labels, bounds of a figure, the words of those who fill a slot."""
    if value is None or value == []:
        return "–"
    if isinstance(value, bool):
        return labels("yes" if value else "no")
    if isinstance(value, str):
        section = TERMS.get((layer, name))
        return labels.name(section, value) if section else value
    if isinstance(value, Mapping):
        if "text" in value:
            return str(value["text"])
        return labels.bounds(value.get("min"), value.get("max"))
    if isinstance(value, list | tuple):
        return labels.comma.join(told(layer, name, part, labels) for part in value)
    return str(value)


def _options(item: Effective, name: str, kind: str, others: list[Effective], labels: Labels) -> tuple[Option, ...]:
    value = item.value.get(name)
    section = TERMS.get((item.layer, name))
    if section:
        return tuple(Option(_json(n), labels.name(section, n), n == value) for n in labels.names(section))
    if kind not in (CHOICE, SEVERAL):
        return ()
    held = list(value or ()) if kind == SEVERAL else [value] if value else []
    chosen = {(part["start"], part["text"]) for part in held}
    fills = [_filling(e.value, name) for e in others if e.layer == ("places" if name in _PLACES else "actors")]
    found: dict[tuple[Any, Any], Option] = {}
    for part in [*held, *fills]:
        place = (part["start"], part["text"])
        same = any(part["text"] == option.label for option in found.values())
        if place not in found and not same:
            found[place] = Option(_json(part), part["text"], place in chosen)
    nobody = (Option("null", "–", value is None),) if kind == CHOICE else ()
    return (*nobody, *found.values())


def _filling(mention: Mapping[str, Any], name: str) -> dict[str, Any]:
    """A mention as it fills a slot."""
    names = ("text", "start", "end")
    more = ("lat", "lon", "country", "kind") if name in _PLACES else ("key", "type")
    return {field: mention.get(field) for field in (*names, *more)}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
