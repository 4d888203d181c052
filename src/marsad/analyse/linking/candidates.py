"""Which reports are worth comparing: those whose weightiest terms meet within a few days.

The postings of a term are ordered by day, and a report meets only what was told within the window, so the work grows
with the news of a week, not with the square of a case."""

from __future__ import annotations

import sys
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence

from marsad.analyse.linking.likeness import Vector
from marsad.analyse.linking.reports import Report

TERMS = 25
"""Terms of a report that open a comparison."""

WINDOW_DAYS = 8
"""Reports of one event are told within this time of each other."""

CROWD = 150
"""A term that more reports share within the window tells no event apart."""

PROMISING = 0.04
"""What the weightiest terms alone must bring to the cosine."""


def candidates(reports: Sequence[Report], vectors: Sequence[Vector]) -> Iterator[tuple[int, list[int]]]:
    """Each report with those of other documents, told no later, that it is to be compared with, in order: each pair is
    given once."""
    passages = list(_passages(reports, vectors))
    documents = [reports[passage[0]].document for passage in passages]
    days = [reports[passage[0]].published for passage in passages]
    opening = _opening([vectors[passage[0]] for passage in passages], documents)
    told: dict[str, _Postings] = defaultdict(_Postings)
    # What has no date comes last, and meets all.
    for p in sorted(range(len(passages)), key=lambda p: (days[p] or sys.maxsize, p)):
        passage, day = passages[p], days[p]
        terms = [(told[term], weight) for weight, term in opening[p]]
        for postings, _ in terms:
            postings.look_back(day)
        met: list[int] = []
        opened = -1
        for k, n in enumerate(passage):
            # The reports of the passage itself are among the crowd.
            uncrowded = [(postings, weight) for postings, weight in terms if postings.crowd + k <= CROWD]
            if len(uncrowded) != opened:
                opened = len(uncrowded)
                met = [m for q in _met(uncrowded) if documents[q] != documents[p] for m in passages[q]]
            if met:
                yield n, met
        for postings, weight in terms:
            postings.add(p, len(passage), weight, day)


def _passages(reports: Sequence[Report], vectors: Sequence[Vector]) -> Iterator[range]:
    """The numbers of the reports that share a passage, which are compared as one: they stand side by side."""
    first = 0
    for n in range(1, len(reports) + 1):
        if n == len(reports) or vectors[n] is not vectors[first] or reports[n].document != reports[first].document:
            yield range(first, n)
            first = n


def _opening(vectors: Sequence[Vector], documents: Sequence[str]) -> list[list[tuple[float, str]]]:
    """The weightiest terms of each passage with their weights, without those that no other document has among its
    own: they meet nothing."""
    opening = [sorted(zip(vector.values(), vector, strict=True), reverse=True)[:TERMS] for vector in vectors]
    holder: dict[str, str | None] = {}
    for document, terms in zip(documents, opening, strict=True):
        for _, term in terms:
            holder[term] = document if holder.get(term, document) == document else None
    return [[pair for pair in terms if holder[pair[1]] is None] for terms in opening]


def _met(terms: Sequence[tuple[_Postings, float]]) -> list[int]:
    """The passages with which these terms share enough, in order."""
    shared: dict[int, float] = {}
    before = shared.get
    for postings, weight in terms:
        first = postings.first
        for q, other in zip(postings.passages[first:], postings.weights[first:], strict=True):
            shared[q] = before(q, 0.0) + weight * other
    return sorted([q for q, score in shared.items() if score >= PROMISING])


class _Postings:
    """The passages that hold a term, in the order in which they were told. `crowd` counts the reports of those from
    `first` on, which a look back from a day reaches."""

    __slots__ = ("crowd", "days", "first", "passages", "reports", "weights")

    def __init__(self) -> None:
        # Arrays hold numbers side by side: going through lists of objects takes half as long again.
        self.passages = array("q")
        self.weights = array("d")
        self.reports = array("q")
        self.days: list[int | None] = []
        self.first = self.crowd = 0

    def add(self, passage: int, reports: int, weight: float, day: int | None) -> None:
        """A passage of so many reports, told no earlier than the others."""
        self.passages.append(passage)
        self.weights.append(weight)
        self.reports.append(reports)
        self.days.append(day)
        self.crowd += reports

    def look_back(self, today: int | None) -> None:
        """Leave out what is too old for a report of today; an undated one sees all."""
        if today is None:
            if self.first:
                self.first, self.crowd = 0, sum(self.reports)
            return
        while self.first < len(self.days) and today - (self.days[self.first] or today) > WINDOW_DAYS:
            self.crowd -= self.reports[self.first]
            self.first += 1
