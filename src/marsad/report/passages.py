"""The sentences of a record by where they stand."""

from __future__ import annotations

from bisect import bisect_right

from marsad.model import Record, Span


def sentence_at(record: Record, offset: int) -> int | None:
    """The number of the sentence that holds an offset, of the one before it where it stands between two."""
    at = bisect_right(record.sentences, offset, key=lambda s: s.start) - 1
    return at if at >= 0 else None


def passage(record: Record, start: int, end: int) -> Span:
    """The sentences that hold a stretch of the text, from the first one's start to the last one's end."""
    first, last = sentence_at(record, start), sentence_at(record, max(start, end - 1))
    if first is None or last is None:
        return Span(start, end)
    return Span(min(record.sentences[first].start, start), max(record.sentences[last].end, end))
