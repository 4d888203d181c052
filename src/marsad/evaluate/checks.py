"""What an annotation may hold: fields, names of types, dates, counts, quotations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from marsad.codebook import codebook

_KEYS = {
    "id", "layers", "places", "times", "actors", "events", "reasons", "statements", "outlooks", "notes",
}  # fmt: skip
_EVENT_KEYS = {
    "id", "s", "n", "trigger", "type", "status", "date", "place", "perpetrators", "targets", "killed", "injured",
    "weapon", "source", "count", "notes", "start", "end",
}  # fmt: skip
# One end of an interval: a date with X for unknown digits and an optional qualifier, nothing, or an open end.
_EDTF_END = re.compile(r"(?:[\dX]{4}(-[\dX]{2}(-[\dX]{2})?)?[~?%]?|\.\.)?")


class Checks:
    """Collects the faults of one annotation, a line each, so that an annotator sees all of them at once."""

    def __init__(self, text: str, sentences: int) -> None:
        self.text = text
        self.sentences = sentences
        self.faults: list[str] = []

    def fault(self, layer: str, what: str) -> None:
        """Add a fault."""
        self.faults.append(f"{layer}: {what}")

    def annotation(self, annotation: Mapping[str, Any], document: str) -> None:
        """Its own fields, and that it belongs to the document."""
        if unknown := set(annotation) - _KEYS:
            self.fault("annotation", f"unknown keys {sorted(unknown)}")
        if annotation.get("id") != document:
            self.fault("annotation", f"id {annotation.get('id')!r} is not the document's, {document!r}")

    def item(self, layer: str, item: Mapping[str, Any]) -> None:
        """One item of a layer."""
        getattr(self, f"_{layer}")(item)

    def _places(self, item: Mapping[str, Any]) -> None:
        self._one_of("places", "kind", item.get("kind"), "place_kinds")
        if item.get("kind") != "country" and item.get("lat") is None and not item.get("unlocated"):
            self.fault("places", f'{item["text"]!r} has no lat and lon ("unlocated": true where nobody can know)')

    def _times(self, item: Mapping[str, Any]) -> None:
        self._edtf("times", item.get("edtf"))

    def _actors(self, item: Mapping[str, Any]) -> None:
        self._one_of("actors", "type", item.get("type"), "actor_types")

    def _reasons(self, item: Mapping[str, Any]) -> None:
        self._one_of("reasons", "category", item.get("category"), "reason_categories")
        for field in ("actor", "behaviour", "source"):
            self._verbatim("reasons", field, item.get(field))
        evidence = item.get("evidence") or []
        if not all(isinstance(n, int) and 0 <= n < self.sentences for n in evidence):
            self.fault("reasons", f"evidence {evidence!r} names no sentences")

    def _events(self, item: Mapping[str, Any]) -> None:
        self._one_of("events", "type", item.get("type"), "event_types")
        self._one_of("events", "status", item.get("status", "occurred"), "statuses")
        if item.get("date"):
            self._edtf("events", item["date"])
        for field in ("killed", "injured"):
            self._count(f"events.{field}", item.get(field))
        if unknown := set(item) - _EVENT_KEYS:
            self.fault("events", f"unknown keys {sorted(unknown)}")
        for field in ("place", "perpetrators", "targets"):
            value = item.get(field)
            for one in value if isinstance(value, list) else [value]:
                self._verbatim("events", field, one)

    def _statements(self, item: Mapping[str, Any]) -> None:
        self._one_of("statements", "kind", item.get("kind"), "statement_kinds")
        self._verbatim("statements", "speaker", item.get("speaker"))

    def _one_of(self, layer: str, field: str, value: Any, section: str) -> None:
        allowed = codebook().sections[section]
        if value not in allowed:
            self.fault(layer, f"{field} {value!r} is none of {sorted(allowed)}")

    def _verbatim(self, layer: str, field: str, value: Any) -> None:
        quoted = value.get("text") if isinstance(value, dict) else value
        if quoted and quoted not in self.text:
            self.fault(layer, f"{field} {quoted!r} does not stand in the text")

    def _edtf(self, layer: str, value: Any) -> None:
        for one in value if isinstance(value, list) else [value]:
            ends = str(one).split("/")
            if one is None or len(ends) > 2 or not all(_EDTF_END.fullmatch(end) for end in ends):
                self.fault(layer, f"{one!r} is no EDTF date or interval")

    def _count(self, layer: str, value: Any) -> None:
        if value is None:
            return
        sound = isinstance(value, dict) and set(value) == {"min", "max"}
        if not sound or not all(v is None or isinstance(v, int) for v in value.values()):
            self.fault(layer, f"a count is {{'min': int or null, 'max': int or null}}, not {value!r}")
