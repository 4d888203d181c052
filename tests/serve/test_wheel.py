"""The drawing of a network: every actor once, no name on another, the same picture each time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from marsad.analyse.network import KINDS, MUTUAL, Tie
from marsad.serve.wheel import ROW, WIDTH, wheel

KEYS = st.integers(0, 30).map(lambda n: f"a{n}")
TIES = st.lists(
    st.builds(Tie, st.sampled_from(KINDS), KEYS, KEYS, st.integers(1, 900), st.just(0), st.just((1,))).filter(
        lambda tie: tie.source != tie.target
    ),
    max_size=40,
)


@given(TIES)
def test_names_keep_apart_and_inside(ties: list[Tie]) -> None:
    drawn = wheel(ties, MUTUAL)
    assert {dot.key for dot in drawn.dots} == {key for tie in ties for key in (tie.source, tie.target)}
    assert len(drawn.curves) == len(ties)
    rows = [(dot.left, dot.y) for dot in drawn.dots]
    assert len(set(rows)) == len(rows)
    assert all(dot.y % ROW == 0 and 0 < dot.y < drawn.height and 0 < dot.x < WIDTH for dot in drawn.dots)
    assert all(bool(curve.head) != (curve.tie.kind in MUTUAL) for curve in drawn.curves)
    assert wheel(ties, MUTUAL) == drawn
