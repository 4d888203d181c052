"""Average linkage: what joins, what does not, and that order does not matter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from marsad.analyse.linking.groups import Pair, grouped

PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0, 1, allow_nan=False),
    max_size=40,
)


def test_one_strong_pair_does_not_chain_two_groups() -> None:
    scores = {(0, 1): 0.9, (2, 3): 0.9, (1, 2): 0.6}
    assert grouped(scores, 0.3) == [[0, 1], [2, 3]]


def test_groups_alike_on_average_join() -> None:
    scores = {(0, 1): 0.9, (2, 3): 0.9, (0, 2): 0.4, (0, 3): 0.4, (1, 2): 0.4, (1, 3): 0.2}
    assert grouped(scores, 0.3) == [[0, 1, 2, 3]]
    assert grouped(scores, 0.5) == [[0, 1], [2, 3]]


def test_given_groups_take_in_others_and_never_join() -> None:
    scores = {(0, 4): 0.9, (1, 4): 0.9, (0, 2): 0.9, (0, 3): 0.9, (1, 2): 0.9, (1, 3): 0.9}
    assert grouped(scores, 0.3, given=[[0, 1], [2, 3]]) == [[0, 1, 4], [2, 3]]


@given(PAIRS, st.floats(0.05, 1))
def test_groups_are_disjoint_and_alike_on_average(scores: dict[Pair, float], threshold: float) -> None:
    groups = grouped(scores, threshold)
    members = [n for group in groups for n in group]
    assert len(members) == len(set(members))
    for group in groups:
        assert len(group) > 1
        # The last joining was of two parts alike on average, so some pair reaches the threshold.
        assert max(scores.get((a, b), 0.0) for a in group for b in group if a < b) >= threshold - 1e-9


@given(PAIRS)
def test_the_order_of_pairs_does_not_matter(scores: dict[Pair, float]) -> None:
    assert grouped(scores, 0.4) == grouped(dict(reversed(list(scores.items()))), 0.4)
