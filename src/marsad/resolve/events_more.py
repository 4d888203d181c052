"""More dead than a toll counts: what else the text tells near it that leaves it open above."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from marsad.extract.events.casualties_count import WAS
from marsad.extract.events.cues import TOLL_LINKS, cue
from marsad.extract.events.words import flags
from marsad.model import Count
from marsad.resolve.events_carry import turns
from marsad.resolve.events_open import fell, opened
from marsad.resolve.events_totals import MOST, of_a_war

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from marsad.analysis import Analysis
    from marsad.lexicon import Match
    from marsad.model import Event
    from marsad.resolve.events_alike import Alike

# Sentences between a toll and others of the dead of the same act.
_NEAR = 3
# Sentences behind a toll in which others are told to have died as well.
_ALSO = 2
# Acts whose attackers may have died in them, as the sentences behind tell.
_FOUGHT_OFF = frozenset({"armed_attack", "territory_gain", "operation"})
# Acts that a text goes on telling of in one kind's words; one that is told so only where it names no place again.
_FIGHTS, _ONCE = frozenset({"clash", "armed_attack", "operation"}), "suicide_attack"
# Words around those who were with him among which they are told to be hurt.
_HURT = 4
_ONE = Count(1, 1)
# Before those who were with him they make it one of them who died, or tell where he was.
_APART = frozenset({"احد", "احدي"}) | WAS
# Words around "died" among which stands what adds these to others, or who attacked.
_BESIDE, _DOERS = 3, 4


def left_open(analysis: Analysis, alike: Alike, events: Sequence[Event]) -> list[Event]:
    """The events of a text in their order, each toll open above that may not be whole: others of its dead are told
    near it, or that it is likely to rise."""
    more = _More(analysis, alike, events)
    told = [_opened_if(more.by_itself, e) for e in events]
    more = _More(analysis, alike, told)
    return [_opened_if(more.beside_others, e) for e in told]


def _opened_if(more: Callable[[Event], bool], event: Event) -> Event:
    closed = event.killed is not None and event.killed.max is not None
    return opened(event) if closed and more(event) else event


class _More:
    def __init__(self, analysis: Analysis, alike: Alike, events: Sequence[Event]) -> None:
        self._analysis, self._alike = analysis, alike
        self._sentence = analysis.text.sentence_of
        self._body = self._sentence(alike.headline) if alike.headline else 0
        counted = [e for e in events if e.killed is not None and self._of_an_act(e)]
        self._tolls = sorted((n, k, e) for k, e in enumerate(counted) for n in self._told_in(e) if n >= self._body)
        self._turned: dict[int, bool] = {}
        self._forms, self._cue = analysis.text.tokens, cue("also", TOLL_LINKS)

    def by_itself(self, event: Event) -> bool:
        """Whether the sentences that go on about an act tell of more dead than its toll, or that it will rise."""
        if not self._of_an_act(event):
            return False
        told = self._told_in(event)
        if self._rising(told[-1]) or (event.killed == _ONE and any(self._with_others(n) for n in told)):
            return True
        if event.type in _FOUGHT_OFF and any(self._attackers(n) for n in self._behind(told, _NEAR)):
            return True
        return any(self._also(n) for n in self._behind(told, _ALSO) if n in told or not self._tolls_in(n))

    def beside_others(self, event: Event) -> bool:
        """Whether another toll near an event's may be of others of its dead."""
        return self._of_an_act(event) and any(self._beside(event, n) for n in self._told_in(event))

    def _of_an_act(self, event: Event) -> bool:
        """Whether a toll is that of what happened once, not of a war or of years."""
        return not (_many(event) and of_a_war(self._analysis, event))

    def _told_in(self, event: Event) -> list[int]:
        """The sentences that tell of an event's dead."""
        matches, spans = self._analysis.matches, self._analysis.text.sentence_tokens
        told = {n for n in event.evidence if matches.within("harm", *spans[n])}
        return sorted(told | {self._sentence(event.start)})

    def _beside(self, event: Event, n: int) -> bool:
        """Whether a sentence near one that tells an event's toll counts dead who may be of the same act: the later one
        names no act of its own (وقتل جنديان آخران), points back (وأوقعت الاشتباكات), or tells of the same fight."""
        near = slice(
            bisect_left(self._tolls, n - _NEAR, key=lambda t: t[0]),
            bisect_right(self._tolls, n + _NEAR, key=lambda t: t[0]),
        )
        for m, _, other in self._tolls[near]:
            if m == n or other is event or other.killed == event.killed:
                continue
            first, second = (event, other) if n < m else (other, event)
            again = first.type == _ONCE and not second.place
            fight = first.type == second.type and (first.type in _FIGHTS or again)
            bare = second.type == "casualties" and not (_many(first) or _many(second))
            headed = first.type == "casualties" and self._alike.in_headline(first)
            tied = bare or headed or fight or self._alike.points_back(second)
            turned = any(self._turns(k) for k in range(min(m, n) + 1, max(m, n) + 1))
            if tied and not turned and self._one(event, other):
                return True
        return False

    def _one(self, event: Event, other: Event) -> bool:
        """Whether nothing tells that two events are two; a day that may be that of saying doesn't."""
        told = self._alike.published in (event.date, other.date)
        same = replace(other, killed=None, injured=None, date=None if told else other.date)
        return self._alike.likeness(event, same, told=False) >= 0

    def _turns(self, n: int) -> bool:
        if n not in self._turned:
            self._turned[n] = turns(self._analysis, n)
        return self._turned[n]

    def _with_others(self, n: int) -> bool:
        """Whether a sentence that tells of one who died tells of those who were with him: برفقة بعض القيادات, مع اثنين
        من مرافقيه."""
        first, past = self._analysis.text.sentence_tokens[n]
        hurt = {m.first for m in self._analysis.matches.within("harm", first, past) if not fell(self._analysis, m)}
        for match in self._analysis.matches.within("companions", first, past):
            near = range(max(first, match.first - _HURT), min(past, match.last + 1 + _HURT))
            # قتل أحد مرافقيه, وكان برفقة قائده
            alone = match.first > first and self._forms[match.first - 1].form in _APART
            if hurt.isdisjoint(near) and not alone:
                return True
        return False

    def _rising(self, n: int) -> bool:
        """Whether a toll is told as one that is likely to rise."""
        spans = self._analysis.text.sentence_tokens
        last = min(n + 1, len(spans) - 1)
        return bool(self._analysis.matches.within("rising", spans[n][0], spans[last][1]))

    def _behind(self, told: list[int], reach: int) -> list[int]:
        """The sentences that tell a toll again, and `reach` behind it as far as the text goes on about its act."""
        behind = range(told[-1] + 1, min(told[-1] + 1 + reach, len(self._analysis.text.sentence_tokens)))
        return [*told[1:], *takewhile(lambda n: not self._turns(n), behind)]

    def _tolls_in(self, n: int) -> bool:
        """Whether a sentence has a toll of its own."""
        k = bisect_left(self._tolls, n, key=lambda t: t[0])
        return k < len(self._tolls) and self._tolls[k][0] == n

    def _also(self, n: int) -> bool:
        """Whether a sentence tells its dead as others beside those told before: وتسببت الغارة أيضا بمقتل اثنين."""
        first, past = self._analysis.text.sentence_tokens[n]
        harm = {m.first for m in self._analysis.matches.within("harm", first, past)}
        for dead in self._dead(n):
            before = range(dead.first - 1, max(first, dead.first - _BESIDE) - 1, -1)
            behind = range(dead.last + 1, min(past, dead.last + 1 + _BESIDE))
            for side in (before, behind):
                for i in takewhile(lambda i: i not in harm, side):
                    if self._forms[i].form in self._cue:
                        return True
        return False

    def _attackers(self, n: int) -> bool:
        """Whether a sentence tells that attackers died: وقتل أحد المهاجمين, قتلته الشرطة."""
        is_in = self._analysis.matches.is_in
        for dead in self._dead(n):
            killed = dead.suffix and "verb" in flags(dead.entry.value)
            if killed or self._near(dead, _DOERS, lambda i: is_in(i, "doer")):
                return True
        return False

    def _dead(self, n: int) -> list[Match]:
        """The words of a sentence that tell that people died."""
        first, past = self._analysis.text.sentence_tokens[n]
        return [m for m in self._analysis.matches.within("harm", first, past) if fell(self._analysis, m)]

    def _near(self, match: Match, reach: int, test: Callable[[int], bool]) -> bool:
        first, past = self._analysis.text.sentence_tokens[self._sentence(self._forms[match.first].start)]
        return any(test(i) for i in range(max(first, match.first - reach), min(past, match.last + 1 + reach)))


def _many(event: Event) -> bool:
    return event.killed is not None and (event.killed.min or 0) > MOST
