"""Pairs of gold and system items."""

from __future__ import annotations

import pytest

from marsad.evaluate.pairing import agreement, overlap, pair_up


def span(start: int, end: int) -> dict[str, int]:
    return {"start": start, "end": end}


@pytest.mark.parametrize(
    ("a", "b", "shorter", "whole"),
    [
        (span(0, 10), span(0, 10), 1.0, 1.0),
        (span(0, 10), span(5, 15), 0.5, 1 / 3),
        (span(0, 10), span(2, 4), 1.0, 0.2),
        (span(0, 10), span(10, 20), 0.0, 0.0),
        (span(3, 3), span(0, 10), 0.0, 0.0),
    ],
)
def test_shares_of_spans(a: dict[str, int], b: dict[str, int], shorter: float, whole: float) -> None:
    assert overlap(a, b) == pytest.approx(shorter)
    assert agreement(a, b) == pytest.approx(whole)


def test_the_heaviest_pair_is_made_first_and_each_item_once() -> None:
    weights = {("a", "x"): 0.6, ("a", "y"): 0.9, ("b", "y"): 0.95, ("b", "x"): 0.5}
    assert pair_up(["a", "b"], ["x", "y"], lambda g, s: weights[g, s]) == [("b", "y"), ("a", "x")]


def test_ties_go_to_the_earlier_items() -> None:
    assert pair_up(["a", "b"], ["x", "y"], lambda g, s: 1.0) == [("a", "x"), ("b", "y")]


def test_a_weight_of_zero_forbids_a_pair() -> None:
    assert pair_up(["a"], ["x"], lambda g, s: 0.0) == []
