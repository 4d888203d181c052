"""Which toll stands where an act is told again: whether a later telling's is its toll, and what a headline's is of."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from marsad.extract.events.words import flags
from marsad.model import Count
from marsad.resolve.events_alike import WIDE
from marsad.resolve.events_headline import LEAD
from marsad.resolve.events_join import DOZENS
from marsad.resolve.events_number import number, one_number
from marsad.resolve.events_totals import MOST, of_a_war
from marsad.text.fold import fold_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from marsad.analysis import Analysis
    from marsad.model import Event
    from marsad.resolve.events_alike import Alike

# Acts whose nouns may come back to one of any means: الهجوم, التفجير.
_ANY = frozenset({"armed_attack", "bombing"})
# How far apart, of the greater, a figure and its round form may be.
_ROUND = 0.15
# How many sentences of other things may stand between two tellings of several acts.
_NEAR = 3
# Acts in which more may have fallen than a commander whom the text names; words behind "fell" in which he is named.
_MANY_FALL, _FALLEN = frozenset({"clash", "air_strike", "shelling", "operation"}), 12


def retold(
    analysis: Analysis, alike: Alike, story: Event, again: Event, others: Sequence[Event]
) -> tuple[Event, Event]:
    """An act and its later telling, each with the toll that is surely that of the act that both tell; `others`: what
    else has been told so far."""
    if not told_of(analysis, alike, story, again, others):
        again = replace(again, killed=None, injured=None)
    if alike.in_headline(story) and not alike.in_headline(again) and not _announced(analysis, alike, story, again):
        story = replace(story, killed=None, injured=None)
    return story, at_least(analysis, story, again)


def told_of(analysis: Analysis, alike: Alike, story: Event, again: Event, others: Sequence[Event]) -> bool:
    """Whether the toll of a later telling is surely that of the event told before without one, or with "dozens": the
    text comes back to it (الهجوم), names its place again, or tells it at once or under its headline. What is told of
    several acts far behind (قتل سبعة في المعارك), or behind another act of the kind, may be of others."""
    if again.killed is None or (story.killed is not None and not _rough(story.killed)):
        return True
    if (again.killed.min or 0) > MOST and of_a_war(analysis, again):
        return False
    far = analysis.text.sentence_of(again.start) - analysis.text.sentence_of(story.start)
    several = again.type == "clash" or number(again) == "several"
    between = any(story.start < o.start < again.start and _may_mean(again, o) for o in others)
    if alike.in_headline(story) and not (several and far > _NEAR):
        return True
    if far == 0 or (far == 1 and not between):
        return True
    if between and number(story) == "several":
        return False
    here, there = ({fold_word(p.text) for p in e.place} for e in (story, again))
    if here and there:
        return not here.isdisjoint(there)
    if between:
        return False
    return alike.points_back(again) and not (several and far >= _NEAR)


def _rough(killed: Count) -> bool:
    """Whether a figure is but "dozens" or "hundreds", which an exact one makes more exact."""
    return killed.max is None and killed.min in DOZENS


def _may_mean(again: Event, other: Event) -> bool:
    """Whether a definite noun may be that of another act."""
    return other.type == again.type or (again.type in _ANY and other.type in WIDE and other.type != "clash")


def at_least(analysis: Analysis, act: Event, toll: Event) -> Event:
    """A toll that another sentence gives an act: where it only names one commander who fell in a fight or a raid, he
    was one of its dead (تكبدوا مئات القتلى. وأدت المواجهات إلى مصرع العميد فلان)."""
    n = analysis.text.sentence_of(toll.start)
    one = toll.killed is not None and toll.killed.min == toll.killed.max == 1
    if not one or act.killed is not None or act.type not in _MANY_FALL or n == analysis.text.sentence_of(act.start):
        return toll
    begin = bisect_left(analysis.text.starts, toll.start)
    fallen = range(begin, min(begin + _FALLEN, analysis.text.sentence_tokens[n][1]))
    if any(analysis.matches.is_in(i, "office") or analysis.matches.is_in(i, "rank") for i in fallen):
        return replace(toll, killed=Count(1, None))
    return toll


def _announced(analysis: Analysis, alike: Alike, story: Event, again: Event) -> bool:
    """Whether a headline's toll is that of an act that the text tells without one: told in its lead, and no sum of
    several acts (سلسلة تفجيرات تقتل خمسين. وهاجم مسلحون حاجزا)."""
    if story.killed is None or again.killed is not None:
        return True
    far = analysis.text.sentence_of(again.start) - analysis.text.sentence_of(max(0, alike.headline - 1))
    return far <= LEAD and one_number(story, again)


def headlined(
    analysis: Analysis, alike: Alike, event: Event, tellings: Sequence[Event], others: Sequence[Count]
) -> Event:
    """An act whose toll only the headline gives: without it, where the text gives that to another act (`others`: the
    tolls of the text), or another one near it, which the headline rounds; open above where the text has "at least"."""
    killed = event.killed
    if killed is None or killed.min is None:
        return event
    about = any(q.approximate and q.min == killed.min and q.start < alike.headline for q in analysis.quantities)
    again = [other.min for other in others if other.min is not None]
    lead = analysis.text.sentence_of(max(0, alike.headline - 1)) + LEAD
    if about:
        people = [q for q in analysis.quantities if q.unit == "person" and q.min not in (None, killed.min)]
        told = [q for q in people if q.start >= alike.headline and analysis.text.sentence_of(q.start) <= lead]
        again += [int(q.min or 0) for q in told]
    if (tellings and killed.min in again) or (about and any(_rounded(killed.min, n) for n in again)):
        return replace(event, killed=None, injured=None)
    for q in analysis.quantities:
        near = q.start >= alike.headline and analysis.text.sentence_of(q.start) <= lead
        if near and q.max is None and q.min in (killed.min, killed.min + 1):
            if _unsplit(analysis, q.end):
                return replace(event, killed=None)
            return replace(event, killed=Count(int(q.min), None))
    return event


def _unsplit(analysis: Analysis, end: int) -> bool:
    """Whether a figure that ends at an offset is of the dead and the hurt together: أكثر من 50 قتيلا وجريحا."""
    tokens = analysis.text.tokens
    at = bisect_left(analysis.text.starts, end)
    told = analysis.matches.within("harm", max(0, at - 1), min(len(tokens), at + 2))
    kinds = [m.entry.value.split()[0] for m in told if "person" in flags(m.entry.value)]
    return "killed" in kinds and "injured" in kinds


def _rounded(told: int, other: int) -> bool:
    """Whether one figure may be the other in round words."""
    return abs(told - other) <= _ROUND * max(told, other)
