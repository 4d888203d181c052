"""What a stretch of a document names and says, in a form that another document's wording can meet.

Places, actors and figures stand under their identity (سروج and سوروتش are one town), everything else as its folded
stem. A passage is the bag of these terms."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator

import regex

from marsad.analyse.linking.excerpt import Excerpt, Stretch
from marsad.text.clitics import Segmenter

Passage = Counter[str]

_WORD = regex.compile(r"[\p{L}\p{M}]+")
_NO_ADDRESS = regex.compile(r"(?:https?://|www\.)\S++(*SKIP)(*FAIL)|[\p{L}\p{M}]+")
"""Words, but none of a web address: posts of one channel share those, whatever they are about."""

_ADDRESSES = ("://", "www.")
"""One of these stands in every address; texts without any are searched the quicker way."""

_NAMED = "\N{SYMBOL FOR NULL}"
"""Begins the terms that are no words, so that none is mistaken for one."""


class Passages:
    """Makes the passages of documents. `segmenter` takes clitics off words."""

    def __init__(self, segmenter: Segmenter) -> None:
        self._stem_of = _Stems(segmenter)

    def of(self, excerpt: Excerpt) -> Terms:
        """The terms of a document, from which its passages are made."""
        return Terms(excerpt, self._stem_of)


class Terms:
    """The terms of one document. Each sentence is taken apart once, whichever passages hold it."""

    def __init__(self, excerpt: Excerpt, stem_of: _Stems) -> None:
        self._text = text = excerpt.text
        self._sentences = excerpt.sentences
        self._starts = [sentence.start for sentence in excerpt.sentences]
        self._stem_of = stem_of
        addressed = any(sign in text for sign in _ADDRESSES)
        self._words: Callable[[str], list[str]] = (_NO_ADDRESS if addressed else _WORD).findall
        self._named = sorted(_named(excerpt))
        self._named_at = [start for start, _, _ in self._named]
        self._figures = list(_figures(excerpt))
        self._figured_at = [start for start, _ in self._figures]
        self._acts = [(event.start, term) for event in excerpt.events for term in _act(event.type, event.date)]
        self._acted_at = [start for start, _ in self._acts]
        self._held: dict[int, _Parts] = {}
        self._windows: dict[tuple[int, int], Passage] = {}

    def around(self, stretch: Stretch, neighbours: int = 0) -> Passage:
        """The passage of the sentence that a stretch begins in, and of so many neighbours on each side."""
        n = bisect_right(self._starts, stretch.start) - 1
        if n < 0:
            return self.between(stretch.start, stretch.end)
        window = max(n - neighbours, 0), min(n + neighbours, len(self._starts) - 1)
        passage = self._windows.get(window)
        if passage is None:
            sentences = [self._sentence(k) for k in range(window[0], window[1] + 1)]
            passage = self._windows[window] = Counter(
                [term for part in zip(*sentences, strict=True) for terms in part for term in terms]
            )
        return passage

    def between(self, start: int, end: int) -> Passage:
        """The passage of `text[start:end]`: stems, and what is named there by identity."""
        return Counter([term for terms in self._parts(start, end) for term in terms])

    def _sentence(self, n: int) -> _Parts:
        parts = self._held.get(n)
        if parts is None:
            parts = self._held[n] = self._parts(self._sentences[n].start, self._sentences[n].end)
        return parts

    def _parts(self, start: int, end: int) -> _Parts:
        """The terms of words and names, of figures and of events."""
        terms: list[str] = []
        done = start
        for k in range(bisect_left(self._named_at, start), bisect_left(self._named_at, end)):
            first, last, identity = self._named[k]
            if first < done:
                continue
            terms += self._stems(done, first)
            terms.append(identity)
            done = last
        terms += self._stems(done, end)
        return (
            terms,
            [
                term
                for _, term in self._figures[bisect_left(self._figured_at, start) : bisect_left(self._figured_at, end)]
            ],
            [term for _, term in self._acts[bisect_left(self._acted_at, start) : bisect_left(self._acted_at, end)]],
        )

    def _stems(self, start: int, end: int) -> list[str]:
        stem_of = self._stem_of
        return [stem for word in self._words(self._text[start:end]) if (stem := stem_of[word])]


_Parts = tuple[list[str], list[str], list[str]]


class _Stems(dict[str, str]):
    """The stem of each word that was met, "" where it is a letter, which tells nothing.

    The segmenter remembers too; a call for each of a case's millions of words costs more than this second table."""

    def __init__(self, segmenter: Segmenter) -> None:
        self._segmenter = segmenter

    def __missing__(self, word: str) -> str:
        stem = self._segmenter.split(word).stem
        self[word] = stem = stem if len(stem) > 1 else ""
        return stem


def _named(excerpt: Excerpt) -> Iterator[tuple[int, int, str]]:
    for place in excerpt.places:
        yield place.start, place.end, f"{_NAMED}place:{place.gazetteer_id or place.text}"
    for actor in excerpt.actors:
        if actor.key:
            yield actor.start, actor.end, f"{_NAMED}actor:{actor.key}"


def _figures(excerpt: Excerpt) -> Iterator[tuple[int, str]]:
    for figure in excerpt.quantities:
        # One and vague figures tell nothing about which event it is.
        if figure.min == figure.max and (figure.min or 0) > 1:
            yield figure.start, f"{_NAMED}figure:{figure.min:g}:{figure.unit or ''}"


def _act(type: str, date: str | None) -> Iterator[str]:
    yield f"{_NAMED}type:{type}"
    if date is not None and len(date) == len("2016-12-12"):
        yield f"{_NAMED}date:{date}"
