"""Whether two mentions name the same thing, whatever their spelling.

The folding here belongs to the measure and not to the reading: it stays as it is when the reader's own
folding changes, so that figures of different versions can be compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

# Harakat, tatweel, zero-width characters and bidi controls.
_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_LETTERS = str.maketrans("أإآٱىیکةؤئ", "ااااييكهوي")
_WORD = re.compile(r"\w+")
# A word of this length or less keeps its first two letters: they are hardly an article.
_SHORT = 4


def name_words(text: str) -> list[str]:
    """The folded words of a name, without the article and without a preposition that swallowed it (للـ)."""
    found = _WORD.findall(_MARKS.sub("", text).translate(_LETTERS))
    return [word[2:] if len(word) > _SHORT and word.startswith(("ال", "لل")) else word for word in found]


def fold_name(text: str) -> str:
    """The folded words as one string: equal for two spellings of a name."""
    return " ".join(name_words(text))


def same_name(a: Mapping[str, Any] | None, b: Mapping[str, Any] | None) -> bool:
    """Both absent, equal keys, or an F1 of at least one half over their words."""
    if not a or not b:
        return not a and not b
    if a.get("key") and a.get("key") == b.get("key"):
        return True
    words_a, words_b = Counter(name_words(a.get("text", ""))), Counter(name_words(b.get("text", "")))
    common = (words_a & words_b).total()
    return common > 0 and 2 * common / (words_a.total() + words_b.total()) >= 0.5
