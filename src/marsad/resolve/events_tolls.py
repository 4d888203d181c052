"""Tolls told in a sentence of their own: which of them are the toll of the act told beside them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from marsad.model import Count
from marsad.resolve.events_alike import WIDE, arguments
from marsad.resolve.events_join import join
from marsad.resolve.events_totals import of_a_war
from marsad.text.fold import fold_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from marsad.analysis import Analysis
    from marsad.model import Event, Place, Span, Time
    from marsad.resolve.events_alike import Alike

# How many events, and how many sentences, an act may stand from its toll.
_EVENTS, _NEAR = 12, 3
# More than this many die in a war rather than in the act told beside it.
_MOST = 300
_AREAS = frozenset({"country", "region"})
# Acts in which more may have fallen than a commander whom the text names; words behind "fell" in which he is named.
_MANY_FALL, _FALLEN = frozenset({"clash", "air_strike", "shelling", "operation"}), 12
_CAME_OF = ("مما", "ما", "واسفر", "وادي", "اسفر", "ادي", "وخلف", "واوقع")


def with_tolls(analysis: Analysis, alike: Alike, events: list[Event]) -> list[Event]:
    """The events, where tolls told apart from their act have gone to it: the act next to them whose place and date do
    not contradict, and which nothing leaves in doubt."""
    kept: list[Event | None] = list(events)
    fighting = all(e.type == "clash" for e in events if e.type in WIDE)
    for k, toll in enumerate(events):
        if toll.type != "casualties" or (toll.date is not None and "/" in toll.date) or of_a_war(analysis, toll):
            continue
        sentence = analysis.text.sentence_of(toll.start)
        best, chosen = (_NEAR + 1, 0), -1
        for i in range(max(0, k - _EVENTS), min(len(kept), k + _EVENTS)):
            act = kept[i]
            if act is None or act.type not in WIDE or alike.likeness(act, toll, told=False) < 0:
                continue
            apart = act.start > toll.start or (_many(toll) and not _goes_on(analysis, sentence))
            if apart and not _same(act, toll):
                continue
            rank = (_distance(analysis.text.sentence_of(act.start) - sentence), -arguments(act))
            if rank < best:
                best, chosen = rank, i
        act = kept[chosen] if chosen >= 0 else None
        if act is None or best[0] > _NEAR:
            continue
        if not _of(analysis, act, toll, events):
            if not fighting and act.killed is None:
                continue
            # Of what the text goes on about, but it may be the toll of one side, of another day or hand.
            toll = replace(toll, killed=None, injured=None)
        toll = at_least(analysis, act, toll)
        kept[chosen] = join(act, toll, headline=alike.in_headline(act), keep_trigger=True)
        kept[k] = None
    return [e for e in kept if e is not None]


def told_of(analysis: Analysis, alike: Alike, story: Event, again: Event) -> bool:
    """Whether the toll of a later telling is surely that of the event told before without one: the text comes back to
    it (الهجوم), names its place again, or tells it at once or under its headline. What is told of several acts far
    behind (قتل سبعة في المعارك) may be of others."""
    if story.killed is not None or again.killed is None:
        return True
    far = analysis.text.sentence_of(again.start) - analysis.text.sentence_of(story.start)
    several = fold_word(again.trigger).endswith("ات") or again.type == "clash"
    if far <= 1 or (alike.in_headline(story) and not (several and far > _NEAR)):
        return True
    here, there = ({fold_word(p.text) for p in e.place} for e in (story, again))
    if here and there:
        return not here.isdisjoint(there)
    return alike.points_back(again) and not (several and far >= _NEAR)


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


def _of(analysis: Analysis, act: Event, toll: Event, events: list[Event]) -> bool:
    """Whether a toll is surely that of an act: it is told again, goes on from the act's sentence in so many words, or
    is all that the next sentence tells, with no place, time or killers of its own."""
    if toll.killed is None or _same(act, toll):
        return True
    n = analysis.text.sentence_of(toll.start)
    if _goes_on(analysis, n):
        return True
    if n - analysis.text.sentence_of(act.start) != 1 or act.killed is not None or toll.perpetrators:
        return False
    span = analysis.text.sentences[n]
    alone = not any(e is not toll and e.type in WIDE and span.start <= e.start < span.end for e in events)
    placed = _any_in(analysis.places, span) and not _nearer(act, toll)
    return alone and not placed and not _any_in(analysis.times, span)


def _nearer(act: Event, toll: Event) -> bool:
    """Whether a toll only tells more exactly where the act was: أمطرت بلدات في شمال سوريا. وقتل سبعة في الفوعة."""
    countries = {p.country for p in (*act.place, *toll.place)}
    wide = act.place and all(p.kind in _AREAS for p in act.place)
    return bool(wide and toll.place and len(countries) == 1 and not any(p.kind in _AREAS for p in toll.place))


def _any_in(mentions: Sequence[Place] | Sequence[Time], span: Span) -> bool:
    k = bisect_left(mentions, span.start, key=lambda m: m.start)
    return k < len(mentions) and mentions[k].start < span.end


def _many(toll: Event) -> bool:
    """Whether more died than in one act that is told apart from them: the toll of a war."""
    return toll.killed is not None and (toll.killed.min or 0) > _MOST


def _goes_on(analysis: Analysis, n: int) -> bool:
    """Whether a sentence opens with a word of consequence, and goes on about the one before (مما أسفر عن مقتل ألف)."""
    span = analysis.text.sentences[n]
    return fold_word(analysis.document.text[span.start : span.end].split()[0]).startswith(_CAME_OF)


def _same(act: Event, toll: Event) -> bool:
    """Whether an act told behind a toll has that toll, or tells it more exactly: a headline's 80, "more than 80"."""
    if act.killed is None or toll.killed is None:
        return False
    least = act.killed.min if act.killed.max is None else None
    return act.killed == toll.killed or (least is not None and least - (toll.killed.min or 0) in (0, 1))


def _distance(sentences: int) -> int:
    """A toll is told behind its act rather than before it."""
    return -sentences if sentences <= 0 else sentences + 2
