"""The first and last lines of a document, where it tells of itself: its date line, its outlet, when it was updated."""

from __future__ import annotations

from collections.abc import Iterator

HEAD_LINES, TAIL_LINES, LINE_LENGTH = 6, 3, 240


def head_and_foot(text: str) -> Iterator[tuple[int, int, bool]]:
    """Start and end of the first and last lines that hold something, cut to a length; whether each is of the head.

    Only these are looked at, so that what the story itself tells is not taken for the document's own."""
    place = lines = 0
    while lines < HEAD_LINES and place < len(text):
        end = text.find("\n", place)
        end = len(text) if end < 0 else end
        if text[place : min(end, place + LINE_LENGTH)].strip():
            lines += 1
            yield place, min(end, place + LINE_LENGTH), True
        place = end + 1
    first = max(place, len(text) - TAIL_LINES * LINE_LENGTH)
    foot: list[tuple[int, int, bool]] = []
    end = len(text)
    while end > first and len(foot) < TAIL_LINES:
        start = max(text.rfind("\n", first, end) + 1, first)
        if text[start:end].strip():
            foot.append((start, min(end, start + LINE_LENGTH), False))
        end = start - 1
    yield from reversed(foot)
