"""More dead than a toll counts: what else the text tells near it that leaves it open above."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace
from datetime import date
from itertools import takewhile
from math import inf
from typing import TYPE_CHECKING

from marsad.model import Count
from marsad.resolve.events_open import opened
from marsad.resolve.events_sentences import Sentences
from marsad.resolve.events_totals import MOST, of_a_war

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from marsad.analysis import Analysis
    from marsad.model import Event
    from marsad.resolve.events_alike import Alike

# Sentences between a toll and others of the dead of the same act; tolls on either side that are compared with it.
_NEAR, _TOLLS = 3, 12
# Sentences behind a toll in which others are told to have died as well.
_ALSO = 5
# So few may well be others than as few that another sentence tells.
_FEW = 5
# Days between that of an act and that of saying.
_SAID = 1
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Acts whose attackers may have died in them, as the sentences behind tell.
_FOUGHT_OFF = frozenset({"armed_attack", "territory_gain", "operation"})
# Acts in which a bomber may have died whom the toll leaves out.
_BLASTS = frozenset({"suicide_attack", "bombing"})
# Acts that a text goes on telling of in one kind's words; one that is told so only where it names no place again.
_FIGHTS, _ONCE = frozenset({"clash", "armed_attack", "operation"}), "suicide_attack"
# Words for what may be one attack.
_ATTACKS = frozenset({"armed_attack", "bombing", "suicide_attack", "casualties"})
_ONE = Count(1, 1)


def left_open(analysis: Analysis, alike: Alike, events: Sequence[Event]) -> list[Event]:
    """The events of a text in their order, each toll open above that may not be whole: others of its dead are told
    near it, or that it is likely to rise."""
    sentences = Sentences(analysis)
    more = _More(analysis, alike, events, sentences)
    told = [_opened_if(more.by_itself, e) for e in events]
    more = _More(analysis, alike, told, sentences)
    return [_opened_if(more.beside_others, e) for e in told]


def _opened_if(more: Callable[[Event], bool], event: Event) -> Event:
    closed = event.killed is not None and event.killed.max is not None
    return opened(event) if closed and more(event) else event


class _More:
    def __init__(self, analysis: Analysis, alike: Alike, events: Sequence[Event], sentences: Sentences) -> None:
        self._analysis, self._alike, self._sentences = analysis, alike, sentences
        body = analysis.text.sentence_of(alike.headline) if alike.headline else 0
        counted = [e for e in events if e.killed is not None and self._of_an_act(e)]
        tolls = sorted((n, k) for k, e in enumerate(counted) for n in self._told_in(e) if n >= body)
        self._tolls = [(n, counted[k]) for n, k in tolls]
        self._least: defaultdict[int, list[Event]] = defaultdict(list)
        for e in counted:
            if e.killed is not None and e.killed.max is None and e.killed.min is not None:
                self._least[e.killed.min].append(e)

    def by_itself(self, event: Event) -> bool:
        """Whether the sentences that go on about an act tell of more dead than its toll, or that it will rise."""
        if not self._of_an_act(event):
            return False
        told, sentences = self._told_in(event), self._sentences
        if sentences.rising(told[-1]) or (event.killed == _ONE and any(map(sentences.companions, told))):
            return True
        if event.type in _FOUGHT_OFF and any(map(sentences.attackers, (*told[1:], *self._behind(told[-1], _ALSO)))):
            return True
        if event.type in _BLASTS and any(map(sentences.bombers, (*told, *self._behind(told[-1], _ALSO)))):
            return True
        behind = (n for n in self._behind(told[-1], _ALSO) if not any(self._tolls_in(n, n + 1)))
        return any(map(sentences.also, (*told[1:], *behind)))

    def beside_others(self, event: Event) -> bool:
        """Whether another toll near an event's may be of others of its dead, or another telling has "at least"."""
        if not self._of_an_act(event):
            return False
        return self._at_least(event) or any(self._beside(event, n) for n in self._told_in(event))

    def _at_least(self, event: Event) -> bool:
        """Whether the text tells as many dead of an act of the kind, at least: 57 قتيلا, and 57 على الأقل."""
        least = event.killed.min if event.killed is not None else None
        if least is None or least < _FEW:
            return False
        again = self._least.get(least, [])[:_TOLLS]
        return any(e is not event and _one_kind(e, event) and self._one(event, e) for e in again)

    def _of_an_act(self, event: Event) -> bool:
        """Whether a toll is that of what happened once, not of a war or of years."""
        return not (_many(event) and of_a_war(self._analysis, event))

    def _told_in(self, event: Event) -> list[int]:
        """The sentences that tell of an event's dead."""
        told = set(filter(self._sentences.harms, event.evidence))
        return sorted(told | {self._analysis.text.sentence_of(event.start)})

    def _beside(self, event: Event, n: int) -> bool:
        """Whether a sentence near one that tells an event's toll counts dead who may be of the same act."""
        here = [(m, other) for m, other in self._tolls_in(n, n + 1) if self._again(event, other)]
        near = (*self._tolls_in(n - _NEAR, n, last=True), *here, *self._tolls_in(n + 1, n + 1 + _NEAR))
        return any(self._of_same(event, n, other, m) for m, other in near)

    def _again(self, event: Event, other: Event) -> bool:
        """Whether one of two events of a sentence points back to the other: قتل سبعة في هجمات، كما قتل ستة في هذه
        المصادمات."""
        return other is not event and self._alike.points_at(max(event, other, key=lambda e: e.start))

    def _of_same(self, event: Event, n: int, other: Event, m: int) -> bool:
        """Whether another toll, told in sentence `m`, may be of others of the dead of an event told in `n`: the later
        one names no act of its own (وقتل جنديان آخران), points back (وأوقعت الاشتباكات), or tells of the same fight."""
        if other is event or other.killed == event.killed:
            return False
        first, second = (event, other) if (n, event.start) < (m, other.start) else (other, event)
        again = first.type == _ONCE and not second.place
        fight = first.type == second.type and (first.type in _FIGHTS or again)
        bare = second.type == "casualties" and not (_many(first) or _many(second))
        headed = first.type == "casualties" and self._alike.in_headline(first)
        if not (bare or headed or fight or self._alike.points_back(second)):
            return False
        turned = any(map(self._sentences.turns, range(min(m, n) + 1, max(m, n) + 1)))
        return not turned and self._one(event, other)

    def _one(self, event: Event, other: Event) -> bool:
        """Whether nothing tells that two events are two; a day that may be that of saying doesn't."""
        told = self._alike.published in (event.date, other.date) or _days_apart(event, other) <= _SAID
        same = replace(other, killed=None, injured=None, date=None if told else other.date)
        return self._alike.likeness(event, same, told=False) >= 0

    def _behind(self, n: int, reach: int) -> list[int]:
        """The sentences behind one as far as the text goes on about its act."""
        behind = range(n + 1, min(n + 1 + reach, len(self._sentences.spans)))
        return list(takewhile(lambda n: not self._sentences.turns(n), behind))

    def _tolls_in(self, first: int, past: int, last: bool = False) -> list[tuple[int, Event]]:
        """The first or last tolls that sentences `first` to before `past` tell."""
        start, end = (bisect_left(self._tolls, n, key=lambda t: t[0]) for n in (first, past))
        return self._tolls[max(start, end - _TOLLS) : end] if last else self._tolls[start : min(end, start + _TOLLS)]


def _days_apart(a: Event, b: Event) -> float:
    """Days between those of two events; infinite where either has none."""
    if a.date is None or b.date is None or not (_DAY.fullmatch(a.date) and _DAY.fullmatch(b.date)):
        return inf
    return abs((date.fromisoformat(a.date) - date.fromisoformat(b.date)).days)


def _one_kind(a: Event, b: Event) -> bool:
    """Whether two events may be one by their types: a text tells a bombing as an attack, or by its dead alone."""
    return a.type == b.type or (a.type in _ATTACKS and b.type in _ATTACKS)


def _many(event: Event) -> bool:
    return event.killed is not None and (event.killed.min or 0) > MOST
