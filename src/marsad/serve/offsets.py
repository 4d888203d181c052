"""From what a person marked in the page to offsets into the text: a page leaves out what could reorder it."""

from __future__ import annotations

from marsad.report.safe import safe


def raw_offset(text: str, start: int, shown: int) -> int:
    """The offset into the text of what stands `shown` characters behind the one at `start` in the page."""
    at = start
    while at < len(text) and (shown > 0 or not safe(text[at])):
        shown -= len(safe(text[at]))
        at += 1
    return at


def without_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the blanks at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
