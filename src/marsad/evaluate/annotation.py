"""Annotations as people write them, checked and compiled into gold.

An annotation names sentences by number and quotes the document verbatim; the gold that comes of it holds the
same items with `start` and `end`, offsets into the document's text. docs/evaluation.md describes the format.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from marsad.evaluate.checks import Checks
from marsad.evaluate.names import fold_name

SPAN_LAYERS = ("places", "times", "actors", "reasons", "outlooks")
_SENTENCE_END = re.compile(r"\n+|(?<=[.!?؟؛…])\s+")
# What an argument takes over from the mention whose name it repeats.
_INHERITED = ("key", "type", "country", "lat", "lon", "kind")


def annotation_sentences(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences that annotations count: a line's end, or . ! ? ؟ ؛ … before white space, ends one.

    Plain on purpose, and apart from the reader's sentences, so that annotations stay valid when those improve.
    """
    spans, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, len(text)))
    trimmed = []
    for a, b in spans:
        piece = text[a:b]
        a += len(piece) - len(piece.lstrip())
        if piece.strip():
            trimmed.append((a, a + len(piece.strip())))
    return trimmed


def compile_annotation(document: Mapping[str, Any], annotation: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """The gold of one document, and a line for each fault of its annotation (none where it is sound)."""
    return _Compiler(document).compile(annotation)


class _Compiler:
    """Compiles one annotation: keeps the document at hand and which occurrences are taken already."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.id = document["id"]
        self.text: str = document["text"]
        self.spans = annotation_sentences(self.text)
        self.checks = Checks(self.text, len(self.spans))
        self.taken: dict[tuple[str, int, str], int] = {}
        self.mentions: dict[str, list[dict[str, Any]]] = {"places": [], "actors": []}

    def compile(self, annotation: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
        self.checks.annotation(annotation, self.id)
        gold: dict[str, Any] = {"id": self.id, "sentence_spans": self.spans}
        for layer in SPAN_LAYERS:
            gold[layer] = [self.located(layer, item, "text") for item in annotation.get(layer, [])]
        self.mentions = {layer: gold[layer] for layer in self.mentions}
        for layer in ("places", "times", "actors"):
            for item in gold[layer]:
                self.checks.item(layer, item)
        for item in gold["reasons"]:
            item["actor"] = self.argument(item.get("actor"), "actors", item.get("s"))
            self.checks.item("reasons", item)
        gold["events"] = [self.event(item) for item in annotation.get("events", [])]
        gold["statements"] = [self.statement(item) for item in annotation.get("statements", [])]
        if annotation.get("layers"):
            gold["layers"] = annotation["layers"]
        return gold, self.checks.faults

    def located(self, layer: str, item: Mapping[str, Any], field: str) -> dict[str, Any]:
        start, end = self.span(layer, item, field)
        return {**item, "start": start, "end": end}

    def span(self, layer: str, item: Mapping[str, Any], field: str) -> tuple[int, int]:
        number, quoted = item.get("s"), item.get(field)
        if not isinstance(number, int) or not 0 <= number < len(self.spans):
            self.checks.fault(layer, f"no sentence {number!r} (0 to {len(self.spans) - 1}): {item}")
            return 0, 0
        if not isinstance(quoted, str) or not quoted:
            self.checks.fault(layer, f"{field} is empty: {item}")
            return 0, 0
        a, b = self.spans[number]
        wanted = item.get("n") or self.taken.get((layer, number, quoted), 0) + 1
        found = occurrences(self.text, quoted, a, b)
        if len(found) < wanted:
            self.checks.fault(layer, f"sentence {number} does not hold {quoted!r} (occurrence {wanted})")
            return a, a
        self.taken[(layer, number, quoted)] = wanted
        return found[wanted - 1], found[wanted - 1] + len(quoted)

    def event(self, item: Mapping[str, Any]) -> dict[str, Any]:
        event, number = self.located("events", item, "trigger"), item.get("s")
        self.checks.item("events", event)
        event["place"] = self.arguments(item.get("place"), "places", number)
        event["perpetrators"] = self.arguments(item.get("perpetrators"), "actors", number)
        event["targets"] = self.arguments(item.get("targets"), "actors", number)
        return event

    def statement(self, item: Mapping[str, Any]) -> dict[str, Any]:
        statement = self.located("statements", item, "cue")
        self.checks.item("statements", statement)
        return {**statement, "speaker": self.argument(item.get("speaker"), "actors", item.get("s"))}

    def argument(self, value: Any, layer: str, sentence: Any) -> dict[str, Any] | None:
        """A name used as an argument, with what is known of the mention that it repeats: one in its own
        sentence first, else the first in the text."""
        if value is None:
            return None
        given = dict(value) if isinstance(value, dict) else {"text": value}
        wanted = fold_name(given["text"])
        alike = [m for m in self.mentions[layer] if fold_name(m["text"]) == wanted]
        known = min(alike, key=lambda m: bool(m["s"] != sentence), default={})
        return {k: known[k] for k in _INHERITED if known.get(k) is not None} | given

    def arguments(self, value: Any, layer: str, sentence: Any) -> list[dict[str, Any]]:
        given = value if isinstance(value, list) else [value]
        return [named for v in given if v and (named := self.argument(v, layer, sentence)) is not None]


def occurrences(text: str, quoted: str, start: int, end: int) -> list[int]:
    """Where `quoted` stands in text[start:end]: those that end with a word first, those that end inside a
    longer word last, each in the text's order."""
    whole: list[int] = []
    inside: list[int] = []
    at = text.find(quoted, start, end)
    while at >= 0:
        after = text[at + len(quoted) : at + len(quoted) + 1]
        (inside if after.isalpha() and quoted[-1].isalpha() else whole).append(at)
        at = text.find(quoted, at + 1, end)
    return whole + inside
