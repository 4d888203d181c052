"""Tolls told in a sentence of their own: which of them are the toll of the act told beside them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from marsad.cues import TOLL_LINKS, cue
from marsad.extract.events.words import flags
from marsad.resolve.events_alike import WIDE, arguments
from marsad.resolve.events_join import join
from marsad.resolve.events_open import opened
from marsad.resolve.events_retold import at_least
from marsad.resolve.events_totals import MOST, of_a_war

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from marsad.analysis import Analysis
    from marsad.model import Event, Place, Span, Time
    from marsad.resolve.events_alike import Alike

# How many events, and how many sentences, an act may stand from its toll.
_EVENTS, _NEAR = 12, 3
# An act that tells by itself how many it killed: أعدموا تسعة.
_COUNTED = "execution"
_AREAS = frozenset({"country", "region"})
# Words of a sentence within which it tells of its toll, where that is all it tells.
_OPENS = 10
# Words of a line that is a heading of what follows it.
_HEADING, _ENDS = 8, ".!؟:"


def with_tolls(analysis: Analysis, alike: Alike, events: list[Event]) -> list[Event]:
    """The events, where tolls told apart from their act have gone to it: the act next to them whose place and date do
    not contradict, and which nothing leaves in doubt."""
    kept: list[Event | None] = list(events)
    told: defaultdict[int, list[Event]] = defaultdict(list)
    for event in events:
        told[analysis.text.sentence_of(event.start)].append(event)
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
            if act.type == _COUNTED and act.killed is not None and not _same(act, toll):
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
        if not _of(analysis, alike, act, toll, told):
            if not fighting and act.killed is None and not _known(analysis, toll, told):
                continue
            # Of what the text goes on about, but it may be the toll of one side, of another day or hand.
            if toll.killed != act.killed:
                act = opened(act)
            toll = replace(toll, killed=None, injured=None)
        toll = at_least(analysis, act, toll)
        kept[chosen] = join(act, toll, headline=alike.in_headline(act), keep_trigger=True)
        kept[k] = None
    return [e for e in kept if e is not None]


def _of(analysis: Analysis, alike: Alike, act: Event, toll: Event, told: Mapping[int, list[Event]]) -> bool:
    """Whether a toll is surely that of an act: it is told again, goes on from the act's sentence in so many words, or
    is all that the next sentence tells, with no place, time or killers of its own."""
    if toll.killed is None or _same(act, toll):
        return True
    n = analysis.text.sentence_of(toll.start)
    if _heading(analysis, n) or _since(analysis, n):
        return False
    if act.type != "clash" and alike.related(act.perpetrators, toll.targets):
        return False  # the attackers' own dead
    if _goes_on(analysis, n):
        return True
    if n - analysis.text.sentence_of(act.start) != 1 or act.killed is not None or toll.perpetrators:
        return False
    if _own_hand(analysis, n):
        return False
    span = analysis.text.sentences[n]
    alone = not any(e is not toll and e.type in WIDE for e in told[n]) and not _with_dead(told, n - 1)
    first, past = analysis.text.sentence_tokens[n]
    opens = bool(analysis.matches.within("harm", first, min(past, first + _OPENS)))
    placed = _any_in(analysis.places, span) and not _nearer(act, toll)
    return alone and opens and not placed and not _any_in(analysis.times, span)


def _own_hand(analysis: Analysis, n: int) -> bool:
    """Whether a sentence tells who killed a number of people, though not as a party: وقتل الخاطفون أربعة من الرهائن."""
    tokens, (first, past) = analysis.text.tokens, analysis.text.sentence_tokens[n]
    for match in analysis.matches.within("harm", first, past - 2):
        subject = tokens[match.last + 1 : match.last + 2]
        if {"killed", "verb"} <= set(flags(match.entry.value)) and any(t.form.startswith("ال") for t in subject):
            return any(number.first == match.last + 2 for number in analysis.numbers)
    return False


def _with_dead(told: Mapping[int, list[Event]], n: int) -> bool:
    """Whether an event of a sentence has a toll."""
    return any(e.killed is not None for e in told[n])


def _known(analysis: Analysis, toll: Event, told: Mapping[int, list[Event]]) -> bool:
    """Whether a toll only tells who the dead of the sentence before it were: إن القتلى هم سبعة جنود وسائق."""
    n = analysis.text.sentence_of(toll.start)
    definite = analysis.document.text.endswith("ال", 0, toll.start) or toll.trigger.startswith("ال")
    return definite and n > 0 and _with_dead(told, n - 1)


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
    return toll.killed is not None and (toll.killed.min or 0) > MOST


def _goes_on(analysis: Analysis, n: int) -> bool:
    """Whether a sentence opens with a word of consequence, and goes on about the one before (مما أسفر عن مقتل ألف)."""
    return _opening(analysis, n) in cue("came_of", TOLL_LINKS)


def _since(analysis: Analysis, n: int) -> bool:
    """Whether a sentence counts the dead of a time, of many acts: ومنذ ذلك الحين قتل عشرون."""
    return _opening(analysis, n) in cue("since", TOLL_LINKS)


def _opening(analysis: Analysis, n: int) -> str:
    return analysis.text.tokens[analysis.text.sentence_tokens[n][0]].form


def _heading(analysis: Analysis, n: int) -> bool:
    """Whether a sentence is a heading within a text: it tells what follows it."""
    span, text = analysis.text.sentences[n], analysis.document.text
    line = text[span.start : span.end].strip()
    own_line = "\n" in text[span.end - 1 : span.end + 2]
    return n > 0 and own_line and len(line.split()) <= _HEADING and line[-1:] not in _ENDS


def _same(act: Event, toll: Event) -> bool:
    """Whether an act told behind a toll has that toll, or tells it more exactly: a headline's 80, "more than 80"."""
    if act.killed is None or toll.killed is None:
        return False
    least = act.killed.min if act.killed.max is None else None
    return act.killed == toll.killed or (least is not None and least - (toll.killed.min or 0) in (0, 1))


def _distance(sentences: int) -> int:
    """A toll is told behind its act rather than before it."""
    return -sentences if sentences <= 0 else sentences + 2
