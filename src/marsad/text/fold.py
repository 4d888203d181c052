"""The spelling-neutral form of a text, and the way back to the text as it was read.

Folding unifies what Arabic newswire spells in several ways: hamza seats, ة and ه, ى and ي, Persian letters,
digits of three scripts, presentation forms. It drops what carries no word: harakat, tatweel, bidi and
zero-width marks, quotation marks. Each folded character remembers the offset that it came from."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

import regex

from marsad.text.searching import found

_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا",
    "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ئ": "ي",
    "ؤ": "و", "ة": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه", "ۀ": "ه", "ۃ": "ه",
    "ک": "ك", "ڪ": "ك", "گ": "ك", "پ": "ب", "ڤ": "ف", "چ": "ج", "ژ": "ز",
}  # fmt: skip
_SIGNS = {
    "٪": "%",
    "٫": ".",
    "٬": ",",
    "–": "-",
    "—": "-",
    "‐": "-",
    "‑": "-",
    "−": "-",
    "\u00a0": " ",
    "\t": " ",
    "_": " ",
}
_DIGITS = {chr(base + d): str(d) for base in (0x0660, 0x06F0) for d in range(10)}
_ONE_TO_ONE = {**_LETTERS, **_SIGNS, **_DIGITS}
_BY_CODE = str.maketrans(_ONE_TO_ONE)

QUOTES = '"«»“”„‟‹›❝❞＂'
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640"
_INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad\u061c"
TRAILING = frozenset(chr(c) for c in [*range(0x064B, 0x0660), 0x0670, 0x0640])

# Where folding changes the length: marks and quotes go, ligatures grow, runs of blanks shrink.
_FORMS, _BLANKS, _ENDS = r"\ufb50-\ufdff\ufe70-\ufefc", r" \t\u00a0", r"\r\n\u2028\u2029\x0b\x0c\x85"
_SPECIAL = regex.compile(
    rf"(?P<drop>[{_MARKS}{_INVISIBLE}]+)|(?P<quote>[{QUOTES}]+)|(?P<grow>[{_FORMS}]+)"
    rf"|(?P<blank>[{_BLANKS}]{{2,}})|(?P<line>[{_BLANKS}]*(?:\r\n?|[{_ENDS}])\s*)"
)
_MAY_BE_SPECIAL = re.compile(
    rf"[{_MARKS}{_INVISIBLE}{QUOTES}{_FORMS}{_BLANKS}{_ENDS}](?:(?<![{_BLANKS}])|(?=[{_BLANKS}{_ENDS}]))"
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and its way back.

    From folded offset `breaks[k]` on, a folded character stands for the raw one at `raws[k]`, and each next
    one for the next (`steps[k]` is 1) or for the same (0, where one character grew to several)."""

    text: str
    breaks: tuple[int, ...]
    raws: tuple[int, ...]
    steps: tuple[int, ...]

    def raw_at(self, index: int) -> int:
        """Offset in the text as read of the folded character `index` (0 to len(text))."""
        i = bisect_right(self.breaks, index) - 1
        return self.raws[i] + (index - self.breaks[i]) * self.steps[i]


def fold(raw: str) -> Folded:
    """Fold a text. Linear in its length."""
    pieces: list[str] = []
    breaks, raws, steps = [0], [0], [1]
    folded_length = last = 0

    def piece(text: str, raw_start: int, step: int) -> None:
        nonlocal folded_length
        if not text:
            return
        if breaks[-1] == folded_length:
            raws[-1], steps[-1] = raw_start, step
        else:
            breaks.append(folded_length)
            raws.append(raw_start)
            steps.append(step)
        pieces.append(text)
        folded_length += len(text)

    for match in found(_MAY_BE_SPECIAL, _SPECIAL.match, raw):
        start, end = match.span()
        piece(raw[last:start], last, 1)
        kind = match.lastgroup
        if kind == "quote":
            piece(_seam(raw, start, end), start, 0)
        elif kind == "grow":
            for i in range(start, end):
                piece(_expand(raw[i]), i, 0)
        elif kind == "blank":
            piece(" ", start, 0)
        elif kind == "line":
            piece("\n", start, 0)
        last = end
    piece(raw[last:], last, 1)
    # The sentinel: the end of the folded text is the end of the text.
    if breaks[-1] == folded_length:
        raws[-1], steps[-1] = len(raw), 1
    else:
        breaks.append(folded_length)
        raws.append(len(raw))
        steps.append(1)
    return Folded(_unified("".join(pieces)), tuple(breaks), tuple(raws), tuple(steps))


def _unified(text: str) -> str:
    """A text with one letter, sign or digit in the place of those like it. Few of them stand in any text, and to look
    for each takes far less than to look up every letter."""
    for character, plain in _ONE_TO_ONE.items():
        if character in text:
            text = text.replace(character, plain)
    return text


@lru_cache(maxsize=50_000)
def fold_word(word: str) -> str:
    """The folded form of a word or name alone, as the lexicons hold it."""
    if _SPECIAL.search(word) is None:
        return word.translate(_BY_CODE).strip()
    return fold(word).text.strip()


def trailing_marks(raw: str, end: int) -> int:
    """`end` moved past the harakat and tatweel that belong to the letter before it."""
    while end < len(raw) and raw[end] in TRAILING:
        end += 1
    return end


def _seam(raw: str, start: int, end: int) -> str:
    """What stands for quotation marks: nothing, or a blank where they alone part two words.

    A mark after a one-letter proclitic (لـ"داعش") must not part it from its word."""
    before, after = raw[start - 1 : start], raw[end : end + 1]
    if not (before.isalnum() and after.isalnum()):
        return ""
    head = start - 1
    while head > 0 and (raw[head - 1].isalnum() or raw[head - 1] in TRAILING) and start - head < 3:
        head -= 1
    return "" if raw[head:start].replace("ـ", "") in _PROCLITICS else " "


_PROCLITICS = frozenset({"و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك"})


def _expand(character: str) -> str:
    """A presentation form as plain letters (ﻻ is two); dropped where it is only a mark."""
    plain = unicodedata.normalize("NFKC", character)
    return "".join(c for c in plain if c not in TRAILING and c not in " ") or ""
