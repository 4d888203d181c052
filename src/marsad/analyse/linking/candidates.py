"""Which reports are worth comparing: those whose weightiest terms meet within a few days.

The postings of a term are ordered by day, and a report meets only what was told within the window, so the work grows
with the news of a week, not with the square of a case."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nlargest

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


def candidates(reports: Sequence[Report], vectors: Sequence[Vector]) -> Iterator[tuple[int, int]]:
    """Pairs (n, m), n < m, of reports of different documents to be compared, each once, in order."""
    # What has no date comes last, and meets all.
    order = sorted(range(len(reports)), key=lambda n: (reports[n].published or sys.maxsize, n))
    postings: dict[str, list[int]] = defaultdict(list)
    weights: dict[str, list[float]] = defaultdict(list)
    since: dict[str, int] = defaultdict(int)
    for n in order:
        vector, report = vectors[n], reports[n]
        shared: dict[int, float] = defaultdict(float)
        for term in nlargest(TERMS, vector, key=lambda key: (vector[key], key)):
            told = postings[term]
            first = 0
            if report.published is not None:
                first = since[term] = _within(told, since[term], reports, report.published)
            if len(told) - first <= CROWD:
                weight = vector[term]
                for m, other in zip(told[first:], weights[term][first:], strict=True):
                    shared[m] += weight * other
            told.append(n)
            weights[term].append(vector[term])
        for m in sorted(m for m, score in shared.items() if score >= PROMISING):
            if reports[m].document != report.document:
                yield min(n, m), max(n, m)


def _within(told: Sequence[int], first: int, reports: Sequence[Report], today: int) -> int:
    """The position of the first posting that is not too old for a report of today."""
    while first < len(told) and today - (reports[told[first]].published or today) > WINDOW_DAYS:
        first += 1
    return first
