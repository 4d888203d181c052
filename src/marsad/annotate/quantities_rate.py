"""Rates: how often a figure recurs (يوميا, في الشهر), read behind it or, where nothing closer claims it, before it."""

from __future__ import annotations

from marsad.grammar import Scene

_REACH, _REACH_BACK = 6, 3
_STOPS = frozenset({"،", ",", ".", "؛", ":", "(", ")"})


def rates(scene: Scene, spans: list[tuple[int, int]], start: int, end: int) -> dict[int, str]:
    """The rate of each figure of a sentence. `spans`: first token of the figure, last of its noun, in order."""
    found: dict[int, str] = {}
    for at in range(start, end):
        rate = next((m for m in scene.matches.at.get(at, ()) if m.entry.cls == "rate"), None)
        if rate is None:
            continue
        owner = _owner(scene, spans, at, rate.last)
        if owner is not None:
            found.setdefault(owner, str(rate.entry.value))
    return found


def _owner(scene: Scene, spans: list[tuple[int, int]], at: int, last: int) -> int | None:
    before = [i for i, (_, noun_last) in enumerate(spans) if noun_last < at]
    if before and at - spans[before[-1]][1] <= _REACH and _open(scene, spans[before[-1]][1] + 1, at):
        return before[-1]
    after = [i for i, (first, _) in enumerate(spans) if first > last]
    if after and spans[after[0]][0] - last <= _REACH_BACK and _open(scene, last + 1, spans[after[0]][0]):
        return after[0]
    return None


def _open(scene: Scene, first: int, past: int) -> bool:
    return not any(scene.tokens[i].form in _STOPS for i in range(first, past))
