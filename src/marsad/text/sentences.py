"""Sentences: a line's end, or a full stop, question or exclamation mark, or ؛ before white space, ends one."""

from __future__ import annotations

import regex

from marsad.model.references import Span

_END = regex.compile(r"\s*\n\s*|(?<=[.!?؟؛…])\s+")


def split_sentences(raw: str) -> tuple[Span, ...]:
    """Spans of the sentences of a text, trimmed, in order. Linear in its length."""
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(raw):
        _trim(raw, start, match.start(), spans)
        start = match.end()
    _trim(raw, start, len(raw), spans)
    return tuple(spans)


def _trim(raw: str, start: int, end: int, spans: list[Span]) -> None:
    while start < end and raw[start].isspace():
        start += 1
    while end > start and raw[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append(Span(start, end))
