"""What an event carries over from the text around it: the place that the text is about, the day of the news."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from marsad.extract.events.words import SPOKEN, VIOLENT
from marsad.text.fold import fold_word
from marsad.times.calendar import add_days

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.model import Event, Time

# Types that go on where the act before them was.
_CARRIED = (VIOLENT - {"abuse", "abduction"}) | {"casualties", "weapons_seizure"}
# Kinds of place too wide to say where the next act was.
_AREAS = frozenset({"country", "region"})
# Words near the opening of a sentence that turn to another story, and how near; characters that hold them.
_ELSEWHERE = frozenset({
    "اخري", "اخر", "المقابل", "صعيد", "ذلك", "غضون", "موازاه", "ناحيتها", "ناحيته", "ناحيتهم", "جانبها", "جانبه",
    "جانبهم", "جهتها", "جهته", "جهتهم", "السياق", "سياق", "الصعيد", "تقرير", "مماثل", "منفصل", "منفصله",
})  # fmt: skip
_TURN, _OPENING = 4, 60
_NEWS = (VIOLENT - {"abuse"}) | {"territory_gain", "withdrawal", "deployment", "weapons_seizure", "arrest", "protest"}
# A sentence that opens with these goes back to what was told before.
_PAST = ("كان", "وكان", "سبق", "يذكر", "ويذكر", "يشار", "منذ", "ومنذ")
# Words that make what follows them the ground, the time or the history of something else, and how near they stand.
_GROUNDS = frozenset({"بعد", "عقب", "اثر", "اثناء", "منذ", "رغم", "قبل", "بعدما", "بدايه", "عشيه", "غداه", "سبق"})
_GROUND = 2
_HISTORY = frozenset({"كان", "كانت", "كانوا", "قد", "ردا"})
_HISTORIC = 8
# Characters that hold as many words.
_WINDOW = 120
_SAID = SPOKEN | {"support", "decision"}
_GOES_ON = frozenset({"clash", "siege", "operation", "armed_attack", "shelling", "air_strike"})
# Characters back to a "since" that stands right before a time, and that begins a clause with it (منذ أن بدأ ... في).
_RIGHT_BEFORE, _SINCE_BACK = 5, 70
# A verb in the imperfect outside a headline tells a habit or a state.
_IMPERFECT = ("ي", "ت")
# Sentences that hold the headline and the lead.
_LEAD = 2
# Digits of a year.
_YEAR = 4
# How many sentences the head of a news text has.
_HEAD = 4
# A place told this many sentences before still holds.
_BACK = 1


def carry(analysis: Analysis, events: list[Event]) -> list[Event]:
    """Events in text order, with the place carried over where a sentence names none."""
    done: list[Event] = []
    for event in sorted(events, key=lambda e: e.start):
        if not event.place:
            event = _with_place(analysis, done, event)
        done.append(event)
    return _dated(analysis, done)


def _dated(analysis: Analysis, events: list[Event]) -> list[Event]:
    """The day of the news for what a news text reports without a date: a text is one where its head speaks of the
    day of publication or the day before. What somebody said of it is of the day of publication."""
    published = (analysis.document.published or "")[:10]
    day = _day(analysis, published)
    dated: dict[int, list[Time]] = {}
    for t in analysis.times:
        dated.setdefault(analysis.text.sentence_of(t.start), []).append(t)
    almanac = _almanac(analysis)
    done = []
    for e in events:
        n = analysis.text.sentence_of(e.start)
        if almanac and e.date in {t.edtf for t in dated.get(n, ()) if t.start == analysis.text.sentences[n].start}:
            e = replace(e, date=f"{e.date}{published[4:]}" if len(e.date or "") == _YEAR else e.date)
        elif e.date is not None:
            e = _lasting(analysis, e, dated.get(n, []), published)
        elif day is not None and _fresh(analysis, e, n):
            said = e.type in _SAID and e.status == "occurred" and (n not in dated or n < _LEAD)
            goes_on = n not in dated and e.type in _GOES_ON and e.status == "ongoing" and day == published
            if n not in dated and e.type in _NEWS and e.status == "occurred":
                e = replace(e, date=day)
            elif said or goes_on:
                e = replace(e, date=published)
        done.append(e)
    return done


def _almanac(analysis: Analysis) -> bool:
    """Whether a text tells what happened on its day in other years: each line opens with its year."""
    spans = analysis.text.sentences[:_LEAD]
    head = spans[-1].end if spans else 0
    tokens = analysis.text.tokens
    return any(tokens[m.first].start < head for m in analysis.matches.of("almanac"))


def _lasting(analysis: Analysis, event: Event, times: list[Time], published: str) -> Event:
    """What goes on since a day lasts from there to publication, and so does a toll counted since then."""
    day = event.date or ""
    total = event.type == "casualties" and event.status == "occurred"
    if not (total or event.status == "ongoing") or not published or "/" in day or day > published:
        return event
    back = _SINCE_BACK if total else _RIGHT_BEFORE
    for t in times:
        if t.edtf == day:
            words = fold_word(analysis.document.text[max(0, t.start - back) : t.end]).split()
            if any(w in ("منذ", "ومنذ") for w in words[: None if total else 2]):
                return replace(event, date=f"{day}/{published}")
    return event


def _fresh(analysis: Analysis, event: Event, n: int) -> bool:
    """Whether an event is told as news: not as what came before it, its ground, or its history."""
    span = analysis.text.sentences[n]
    if fold_word(analysis.document.text[span.start : span.start + 8]).startswith(_PAST):
        return False
    told = analysis.document.text[max(span.start, event.start - _WINDOW) : event.start]
    before = [fold_word(w).lstrip("وف") for w in told.split()]
    if n > 0 and event.rule.endswith("/trigger_verb") and event.trigger.startswith(_IMPERFECT):
        return False
    if event.type in _SAID:
        return True
    if any(w in _HISTORY for w in before[-_HISTORIC:]):
        return False
    return event.type == "clash" or not any(w in _GROUNDS for w in before[-_GROUND:])


def _day(analysis: Analysis, published: str) -> str | None:
    """The day that the head of a news text speaks of."""
    try:
        day = date.fromisoformat(published)
    except ValueError:
        return None
    near = (published, str(add_days(day, -1)))
    spans = analysis.text.sentences
    head = spans[min(_HEAD, len(spans)) - 1].end if spans else 0
    for t in analysis.times:
        if t.start < head and (t.edtf in near or set(t.edtf.split("/")) == {*near}):
            return t.edtf if t.edtf in near else published
    return None


def _with_place(analysis: Analysis, before: list[Event], event: Event) -> Event:
    """The spot of the act told right before, for an act of violence that is told on the same ground: where no other
    place is named, no other day, and nothing opens another story."""
    here = analysis.text.sentence_of(event.start)
    if event.type not in _CARRIED or not before or turns(analysis, here) or _elsewhere(analysis, here):
        return event
    definite = analysis.document.text[max(0, event.start - 2) : event.end].lstrip().startswith(("ال", "لل"))
    earlier = next((e for e in reversed(before) if e.place or (e.type in _CARRIED and not definite)), before[-1])
    back = here - analysis.text.sentence_of(earlier.start)
    if back > _BACK or earlier.type not in _CARRIED or not _told_there(analysis, earlier):
        return event
    apart = event.date and earlier.date and event.date != earlier.date
    if not earlier.place or apart or any(p.kind in _AREAS for p in earlier.place):
        return event
    return replace(event, place=earlier.place)


def _told_there(analysis: Analysis, event: Event) -> bool:
    """Whether the sentence of an event names its place, or what stands for it: carried once, it is not carried on."""
    here = analysis.text.sentence_of(event.start)
    return any(p.start is not None and analysis.text.sentence_of(p.start) == here for p in event.place)


def turns(analysis: Analysis, n: int) -> bool:
    """Whether a sentence turns to something else: ومن جهة أخرى, and what had been before."""
    span = analysis.text.sentences[n]
    words = fold_word(analysis.document.text[span.start : span.start + _OPENING]).split()
    return bool(words) and (words[0].startswith(_PAST) or not _ELSEWHERE.isdisjoint(words[:_TURN]))


def _elsewhere(analysis: Analysis, n: int) -> bool:
    """Whether a sentence names any place, or one that is not known by name (في الأراضي السورية, بمنطقة كذا): what
    happens in it may be there."""
    span = analysis.text.sentences[n]
    k = bisect_left(analysis.places, span.start, key=lambda p: p.start)
    if k < len(analysis.places) and analysis.places[k].start < span.end:
        return True
    return any(analysis.matches.is_in(i, "ground_named") for i in range(*analysis.text.sentence_tokens[n]))
