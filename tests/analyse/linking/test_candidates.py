"""Which reports are compared: near in time, with shared rare terms, of different documents."""

from __future__ import annotations

from collections import Counter

from marsad.analyse.linking.candidates import CROWD, WINDOW_DAYS, candidates
from marsad.analyse.linking.likeness import vectors
from marsad.analyse.linking.reports import Report


def report(document: str, published: int | None, *terms: str) -> Report:
    return Report(document, "e1", "clash", Counter(terms), Counter(terms), None, published)


def compared(*reports: Report) -> list[tuple[int, int]]:
    met = candidates(reports, vectors([r.document for r in reports], [r.told for r in reports]))
    return [(min(n, m), max(n, m)) for n, others in met for m in others]


def test_shared_terms_are_compared_once() -> None:
    one, two, three = report("a", 10, "x", "y"), report("b", 11, "x", "y"), report("c", 11, "z")
    assert compared(one, two, three) == [(0, 1)]


def test_reports_of_one_document_are_not_compared() -> None:
    assert compared(report("a", 10, "x"), report("a", 10, "x")) == []


def test_what_was_told_long_after_is_not_compared() -> None:
    near, far = report("b", 10 + WINDOW_DAYS, "x"), report("c", 11 + WINDOW_DAYS, "x")
    assert compared(report("a", 10, "x"), near) == [(0, 1)]
    assert compared(report("a", 10, "x"), far) == []


def test_undated_reports_are_compared() -> None:
    assert compared(report("a", None, "x"), report("b", 4000, "x")) == [(0, 1)]


def test_what_a_crowd_shares_opens_no_comparison() -> None:
    crowd = [report(f"d{n}", 10, "x", f"own{n}") for n in range(2 * CROWD)]
    assert len(compared(*crowd)) <= CROWD * (CROWD + 1) // 2
