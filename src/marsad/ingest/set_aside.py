"""Longer texts that are not Arabic: set aside, since little but errors would be read from them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from marsad.model import Document
from marsad.text.condition import judge

LEAST_LETTERS = 600
"""A shorter text (about a hundred words) passes with the warning `not-arabic`: a post of two lines, a caption or a
headline tells too little of its language."""
_SAMPLE = 20_000
_LETTER = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class SetAside:
    """A document that was read and is not Arabic. What becomes of it is for the one who asked: a case lists it."""

    document: Document
    message: str


def not_arabic(document: Document) -> str | None:
    """Why a document is to be set aside, None where it is Arabic, or short. Judged by its first 20,000 characters."""
    sample = document.text[:_SAMPLE]
    language, warnings = judge(sample)
    if language == "ar" or sum(map(len, _LETTER.findall(sample))) < LEAST_LETTERS:
        return None
    return next(warning.message for warning in warnings if warning.code == "not-arabic")
