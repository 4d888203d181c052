"""Cutting a text where items overlap: nothing is lost, nothing is shown twice, every item can be reached."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from marsad.report.html.segments import Marked, segments


def item(start: int, end: int, id: str) -> Marked:
    return Marked(start, end, "events", id)


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=12)


@given(SPANS)
def test_segments_follow_each_other_and_carry_exactly_the_items_that_are_open(spans: list[tuple[int, int]]) -> None:
    items = [item(start, start + length, f"e{n}") for n, (start, length) in enumerate(spans)]
    found = segments(items)
    assert all(one.end <= other.start for one, other in pairwise(found))
    for offset in range(60):
        there = {i.id for i in items if i.start <= offset < i.end}
        held = [s for s in found if s.start <= offset < s.end]
        assert {i.id for s in held for i in s.items} == there


@given(SPANS)
def test_every_item_has_a_link_of_its_own(spans: list[tuple[int, int]]) -> None:
    items = [item(start, start + length, f"e{n}") for n, (start, length) in enumerate(spans)]
    found = segments(items)
    linked = [s.owner.id for s in found] + [i.id for s in found for i in s.also]
    assert set(linked) == {i.id for i in items}
    assert all(s.owner in s.items for s in found)


def test_the_narrower_item_has_the_words_and_the_wider_one_the_rest() -> None:
    found = segments([item(0, 10, "wide"), item(4, 6, "narrow")])
    assert [(s.start, s.end, s.owner.id) for s in found] == [(0, 4, "wide"), (4, 6, "narrow"), (6, 10, "wide")]


def test_an_item_that_narrower_ones_cover_takes_the_words_of_one_that_can_spare_them() -> None:
    found = segments([item(0, 4, "wide"), item(0, 2, "a"), item(2, 4, "b"), item(1, 3, "c")])
    assert "wide" in [s.owner.id for s in found] or any("wide" in [i.id for i in s.also] for s in found)


def test_of_two_items_in_the_same_words_one_gets_a_mark_behind_them() -> None:
    (segment,) = segments([item(3, 7, "e1"), item(3, 7, "e2")])
    assert (segment.owner.id, [i.id for i in segment.also]) == ("e1", ["e2"])
