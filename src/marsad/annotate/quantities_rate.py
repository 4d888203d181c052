"""Rates: how often a figure recurs (يوميا, في الشهر), read behind it or, where nothing closer claims it, before it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from marsad.grammar import Scene

_REACH, _REACH_BACK = 6, 3
_STOPS = frozenset({"،", ",", ".", "؛", ":", "(", ")"})


def rates(scene: Scene, spans: list[tuple[int, int]], start: int, end: int) -> dict[int, str]:
    """The rate of each figure of a sentence. `spans`: first token of the figure, last of its noun, in order."""
    found: dict[int, str] = {}
    if not spans:
        return found
    firsts, lasts = [first for first, _ in spans], [last for _, last in spans]
    before = -1
    for rate in scene.matches.within("rate", start, end):
        if rate.first == before:
            continue  # a shorter one
        before = rate.first
        owner = _owner(scene, firsts, lasts, rate.first, rate.last)
        if owner is not None:
            found.setdefault(owner, str(rate.entry.value))
    return found


def _owner(scene: Scene, firsts: list[int], lasts: list[int], at: int, last: int) -> int | None:
    before = bisect_left(lasts, at) - 1
    if before >= 0 and at - lasts[before] <= _REACH and _open(scene, lasts[before] + 1, at):
        return before
    after = bisect_right(firsts, last)
    if after < len(firsts) and firsts[after] - last <= _REACH_BACK and _open(scene, last + 1, firsts[after]):
        return after
    return None


def _open(scene: Scene, first: int, past: int) -> bool:
    return not any(scene.tokens[i].form in _STOPS for i in range(first, past))
