"""What a stretch of a document names and says, in a form that another document's wording can meet.

Places, actors and figures stand under their identity (سروج and سوروتش are one town), everything else as its folded
stem. A passage is the bag of these terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import regex

from marsad.model.record import Record
from marsad.text.clitics import Segmenter

Passage = Counter[str]

_WORD = regex.compile(r"(?:https?://|www\.)\S++(*SKIP)(*FAIL)|[\p{L}\p{M}]+")
"""Words, but none of a web address: posts of one channel share those, whatever they are about."""

_NAMED = "\N{SYMBOL FOR NULL}"
"""Begins the terms that are no words, so that none is mistaken for one."""


class Passages:
    """Makes the passages of records. `segmenter` takes clitics off words."""

    def __init__(self, segmenter: Segmenter) -> None:
        self._segmenter = segmenter
        # The segmenter remembers too; a call for each of a case's millions of words costs more than this second table.
        self._stem_of: dict[str, str] = {}

    def of(self, record: Record, start: int, end: int) -> Passage:
        """The terms of `text[start:end]`: stems, and what is named there by identity."""
        terms: Passage = Counter()
        done = start
        for first, last, identity in sorted(_named(record, start, end)):
            if first < done:
                continue
            terms.update(self._stems(record.text[done:first]))
            terms[_NAMED + identity] += 1
            done = last
        terms.update(self._stems(record.text[done:end]))
        for quantity in record.quantities:
            # One and vague figures tell nothing about which event it is.
            if start <= quantity.start < end and quantity.min == quantity.max and (quantity.min or 0) > 1:
                terms[f"{_NAMED}figure:{quantity.min:g}:{quantity.unit or ''}"] += 1
        for event in record.events:
            if start <= event.start < end:
                terms[f"{_NAMED}type:{event.type}"] += 1
                if event.date is not None and len(event.date) == len("2016-12-12"):
                    terms[f"{_NAMED}date:{event.date}"] += 1
        return terms

    def _stems(self, text: str) -> list[str]:
        known, stems = self._stem_of, []
        for word in _WORD.findall(text):
            stem = known.get(word)
            if stem is None:
                stem = known[word] = self._segmenter.split(word).stem
            if len(stem) > 1:
                stems.append(stem)
        return stems


def _named(record: Record, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for place in record.places:
        if start <= place.start < end:
            yield place.start, place.end, f"place:{place.gazetteer_id or place.text}"
    for actor in record.actors:
        if start <= actor.start < end and actor.key:
            yield actor.start, actor.end, f"actor:{actor.key}"
