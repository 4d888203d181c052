"""A look at a page's bytes that tells whether there can be Arabic in them, before the page is parsed.

Of a crawl of the whole web few pages in a hundred are Arabic, and parsing a page costs a hundred times this look. In
doubt a page is parsed: what is not Arabic in the end is set aside by its text (set_aside.py)."""

from __future__ import annotations

import re

LEAST = 100
"""Bytes that begin an Arabic letter in UTF-8; a page with fewer has less than a short post. In a page of another
encoding any bytes above 127 count, which Latin pages have fewer of."""

_ARABIC_LEADS = bytes(range(0xD8, 0xDC))
_NOT_LEADS = bytes(set(range(256)) - set(_ARABIC_LEADS))
_ASCII = bytes(range(128))
_ENTITY = re.compile(rb"&#(?:1[56]\d\d|17[0-8]\d|x0?6[0-9a-f]{2});", re.IGNORECASE)


class Skim:
    """Says whether a page may be Arabic, and counts those that can't be (`passed_over`)."""

    def __init__(self) -> None:
        self.passed_over = 0

    def __call__(self, page: bytes) -> bool:
        """Whether the page is worth being parsed."""
        wanted = may_be_arabic(page)
        self.passed_over += not wanted
        return wanted


def may_be_arabic(page: bytes) -> bool:
    """False only where the bytes hold no Arabic in any encoding that Arabic pages come in."""
    if page.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in page[:200]:
        return True  # UTF-16, in which Arabic letters look like others
    if len(page.translate(None, _NOT_LEADS)) >= LEAST:
        return True
    try:
        page.decode("utf-8")
    except UnicodeDecodeError:
        return len(page.translate(None, _ASCII)) >= LEAST
    return sum(1 for _ in _ENTITY.finditer(page)) >= LEAST
