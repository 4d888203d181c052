"""A text with its folded form, sentences and tokens. Every offset given out is one of the text as read."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

import regex

from marsad.model.references import Span
from marsad.text.fold import QUOTES, Folded, fold, trailing_marks
from marsad.text.sentences import split_sentences

_TOKEN = regex.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+|\d+|[^\w\s]|_")
# What stands between blanks (those that the pattern of a token takes for one). Most of it is a word and nothing else.
_PIECE = re.compile("[^\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_CLOSING = {"«": "»", "“": "”", "‹": "›", '"': '"', "”": "“", "„": "“"}


class Token(NamedTuple):
    """A word, number or sign; `n` is its place among the tokens.

    `form` is folded; `fstart` and `fend` count in the folded text.
    `sentence` is the number of the sentence that holds it; `word` is False for numbers and signs."""

    n: int
    form: str
    start: int
    end: int
    fstart: int
    fend: int
    sentence: int
    word: bool


_start, _fstart = itemgetter(2), itemgetter(4)  # of a token


@dataclass(frozen=True, slots=True)
class Text:
    """What the steps read. `sentence_tokens[i]` is the (first, past-last) token of sentence i."""

    raw: str
    folded: Folded
    sentences: tuple[Span, ...]
    tokens: tuple[Token, ...]
    sentence_tokens: tuple[tuple[int, int], ...]
    # where each sentence begins, and each token, in the text as read and in the folded one
    sentence_starts: tuple[int, ...]
    starts: tuple[int, ...]
    fstarts: tuple[int, ...]
    # form → numbers of the tokens that have it; and the forms that are numbers or signs
    forms: Mapping[str, Sequence[int]]
    signs: Sequence[str]

    # what `covered` has told: every layer asks it for the mentions of the ones before
    _covered: dict[tuple[int, int], tuple[int, int, str] | None] = field(default_factory=dict, compare=False)

    def covered(self, start: int, end: int) -> tuple[int, int, str] | None:
        """First and last token of a raw span, and the folded letters before it in the first; None where it has none."""
        key = start, end
        if key not in self._covered:
            self._covered[key] = self._cover(start, end)
        return self._covered[key]

    def _cover(self, start: int, end: int) -> tuple[int, int, str] | None:
        first = bisect_right(self.starts, start) - 1
        last = bisect_left(self.starts, end) - 1
        if first < 0 or last < first:
            return None
        head = self.tokens[first]
        if start > head.start:
            for k in range(head.fstart, head.fend):
                if self.folded.raw_at(k) >= start:
                    return first, last, self.folded.text[head.fstart : k]
        return first, last, ""

    def token_at(self, folded_index: int) -> int:
        """Number of the token that holds or precedes a place in the folded text; -1 before the first."""
        return bisect_right(self.fstarts, folded_index) - 1

    def span(self, first: int, last: int, skip: int = 0) -> Span:
        """Raw span of the tokens first to last (inclusive), less `skip` folded letters at its head.

        A quotation mark that opens inside the span and closes right behind it belongs to it."""
        head, tail = self.tokens[first], self.tokens[last]
        start = self.folded.raw_at(head.fstart + skip) if skip else head.start
        return Span(start, self._closed(start, tail.end))

    def slice(self, fstart: int, fend: int) -> Span:
        """Raw span of a stretch of the folded text (fend > fstart)."""
        start = self.folded.raw_at(fstart)
        end = trailing_marks(self.raw, self.folded.raw_at(fend - 1) + 1)
        return Span(start, self._closed(start, end))

    def words(self, span: Span) -> str:
        """The words of a span, verbatim."""
        return self.raw[span.start : span.end]

    def sentence_of(self, start: int) -> int:
        """Number of the sentence that holds an offset (the one before it, between two)."""
        return max(0, bisect_right(self.sentence_starts, start) - 1)

    def _closed(self, start: int, end: int) -> int:
        mark = self.raw[end : end + 1]
        if not mark or mark not in QUOTES:
            return end
        inside = [c for c in self.raw[start:end] if c in QUOTES]
        return end + 1 if len(inside) % 2 and _CLOSING.get(inside[-1]) == mark else end


def _forms(folded: str) -> list[str]:
    """The tokens of a folded text, in order: all of it but its blanks."""
    forms: list[str] = []
    for piece in _PIECE.findall(folded):
        if piece.isalpha():
            forms.append(piece)
        else:
            forms += _TOKEN.findall(piece)
    return forms


def read_text(raw: str) -> Text:
    """The view of a text. Linear in its length."""
    folded = fold(raw)
    sentences = split_sentences(raw)
    starts = [s.start for s in sentences]
    tokens: list[Token] = []
    new = tuple.__new__  # the named tuple's own constructor is a frame more for each token
    bounds: list[tuple[int, int]] = []
    forms: dict[str, list[int]] = {}
    words: set[str] = set()
    signs: list[str] = []
    sentence, first, next_start = 0, 0, starts[1] if len(starts) > 1 else len(raw) + 1
    # Tokens come in order, so the way back to raw offsets is walked along with them, not searched.
    breaks, raws, steps = folded.breaks, folded.raws, folded.steps
    k, next_break = 0, -1
    ahead: int | None = None  # how far the raw offsets are ahead; None where one character grew to several
    find, fend = folded.text.find, 0
    for n, form in enumerate(_forms(folded.text)):
        fstart = find(form, fend)
        fend = fstart + len(form)
        if fstart >= next_break:
            k = bisect_right(breaks, fstart, k) - 1
            next_break = breaks[k + 1] if k + 1 < len(breaks) else len(folded.text) + 1
            ahead = raws[k] - breaks[k] if steps[k] else None
        if ahead is not None and fend < next_break:
            start, end = fstart + ahead, fend + ahead  # nothing was left out here, so no marks trail either
        else:
            start, end = folded.raw_at(fstart), trailing_marks(raw, folded.raw_at(fend - 1) + 1)
        while start >= next_start:
            bounds.append((first, n))
            first, sentence = n, sentence + 1
            next_start = starts[sentence + 1] if sentence + 1 < len(starts) else len(raw) + 1
        if form in forms:
            forms[form].append(n)
        else:
            forms[form] = [n]
            if form[0].isalpha():
                words.add(form)
            else:
                signs.append(form)
        tokens.append(new(Token, (n, form, start, end, fstart, fend, sentence, form in words)))
    bounds.append((first, len(tokens)))
    bounds.extend([(len(tokens), len(tokens))] * (len(starts) - len(bounds)))
    return Text(
        raw,
        folded,
        sentences,
        tuple(tokens),
        tuple(bounds[: len(starts)]),
        tuple(starts),
        tuple(map(_start, tokens)),
        tuple(map(_fstart, tokens)),
        forms,
        signs,
    )
