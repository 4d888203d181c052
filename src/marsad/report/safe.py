"""Text of documents made safe to show: it can neither command what shows it nor reorder what stands around it."""

from __future__ import annotations

# Control characters could command a terminal, and have no place in a page; lone halves of characters have no UTF-8.
_BROKEN = [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)]
_BROKEN += [*range(0xD800, 0xE000), 0xFFFE, 0xFFFF]
_LINE_ENDS = [0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029]
# Embeddings, overrides and isolates.
_REORDERING = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_UNSAFE = {**dict.fromkeys(_BROKEN, "\ufffd"), **dict.fromkeys(_LINE_ENDS, " "), **dict.fromkeys(_REORDERING)}


def safe(text: str) -> str:
    """The text in one line, without what could command or reorder."""
    # Nothing that is left out is printable, and nearly every text is.
    return text if text.isprintable() else text.translate(_UNSAFE)
