"""Fights of whose dead one sentence tells those of one side, and another near it those of the other."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from marsad.model import Count
from marsad.text.fold import fold_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from marsad.analysis import Analysis
    from marsad.model import Event, Victims

# How many sentences apart a text tells the dead of both sides.
_NEAR = 3
# Acts that the dead of the other side may be told with.
_FIGHTS = frozenset({"clash", "casualties", "armed_attack", "operation", "territory_gain"})
# Letters of a word that can tell one side from another; words for anybody, by these letters.
_TELLING = 4
_ANYBODY = frozenset({"شخصا", "شخصي", "اشخا", "اخري", "اخرو", "اثني", "اثنا"})


def open_sides(analysis: Analysis, events: list[Event]) -> list[Event]:
    """The events in text order, where a fight of whose dead only one side is counted has a number that is open above,
    since a sentence near it counts dead of somebody else on the same ground."""
    dead = [(analysis.text.sentence_of(e.start), e, v) for e in events if e.type in _FIGHTS for v in _killed(e)]
    if len(dead) < 2:
        return events
    return [_open(analysis, e, dead) if e.type == "clash" else e for e in events]


def _open(analysis: Analysis, fight: Event, dead: list[tuple[int, Event, Victims]]) -> Event:
    count, own = fight.killed, list(_killed(fight))
    if count is None or count.max is None or len({v.who for v in own}) != 1:
        return fight
    n, words = analysis.text.sentence_of(fight.start), _words(own[0])
    near = slice(bisect_left(dead, n - _NEAR, key=_sentence), bisect_left(dead, n + _NEAR + 1, key=_sentence))
    for _, other, victims in dead[near]:
        if other is fight or not _together(fight, other):
            continue
        again = any(v.min == own[0].min for v in _killed(other))  # the same dead, told with more
        theirs = _words(victims)
        if theirs and not again and words.isdisjoint(theirs):
            return replace(fight, killed=Count(count.min, None))
    return fight


def _sentence(told: tuple[int, Event, Victims]) -> int:
    return told[0]


def _killed(event: Event) -> Iterator[Victims]:
    return (v for v in event.victims if v.harm == "killed" and v.min is not None)


def _together(fight: Event, other: Event) -> bool:
    """Whether no place tells that two events were on different ground."""
    here, there = ({fold_word(p.text) for p in e.place} for e in (fight, other))
    return not here or not there or not here.isdisjoint(there)


def _words(victims: Victims) -> set[str]:
    words = (fold_word(w).lstrip("و").removeprefix("ال") for w in victims.who.split())
    return {w[:_TELLING] for w in words if len(w) >= _TELLING and not w[:1].isdigit()} - _ANYBODY
