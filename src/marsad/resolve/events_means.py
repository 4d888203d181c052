"""What an act is where its means are told elsewhere in the text: the toll of raids counted place by place, a bombing
whose doer the text goes on to call a suicide bomber, a bombardment by those who strike from the air."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from marsad.codebook import codebook
from marsad.extract.events.words import FROM_AFAR, VIOLENT, specs
from marsad.resolve.events_carry import turns
from marsad.text.fold import fold_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from marsad.analysis import Analysis
    from marsad.model import Event

# Sentences from raids to the acts that they are counted in, and from a bombing to its bomber.
_COUNTED, _TOLD_ON = 2, 3
# Words that tell that something was struck, not with what.
_STRUCK = ("استهداف", "استهدف")
# Types of acts of those who are on the ground.
_GROUND = frozenset({"clash", "armed_attack", "territory_gain", "siege"})
_ARMIES = ("قوات", "القوات", "الجيش", "جيش")
# Nouns of attacks that a suicide attack is spoken of with; kinds of place too wide to tell one from another.
_ATTACKS = ("هجوم", "تفجير", "انفجار", "عمل", "اعتداء", "استهداف", "جريم", "حادث")
_LANDS = frozenset({"country", "region"})
# Suicide attacks of one toll that an attack is held against.
_HELD = 20
# What a text calls such an act, and sentences from the act to that.
_MASSACRE, _CALLED = ("مجزر", "مذبح"), 1
# Bombings, sentences from one to what is said of it, and how a noun ends that is somebody's.
_BLASTS, _NEAR, _THEIRS = frozenset({"bombing", "suicide_attack"}), 6, ("هم", "ها", "ه")
# What kills many at once, and may be called a massacre.
_MASS = FROM_AFAR | _BLASTS
# The ending of several attacks.
_SEVERAL = "ات"
# Sentences in which a headline and its lead stand.
_LEAD = 2
_HIMSELF = frozenset({"نفسه", "نفسها"})
_SPOTS = frozenset({"facility", "neighbourhood", "village"})


def by_means(analysis: Analysis, events: Sequence[Event]) -> list[Event]:
    """The events of a text, in text order, with the types that their means told elsewhere make of them."""
    struck = {spot for e in events if e.type == "suicide_attack" for spot in _spots(e)}
    suicides = _Suicides(events)
    flying = _flying(events)
    bombings = [e.start for e in events if e.type == "bombing"]
    made: list[Event] = []
    last: Event | None = None  # what was done by violence
    for event in events:
        if event.type == "armed_attack" and event.weapon is None:
            if _counted(analysis, event, made):
                event = _as(event, "air_strike")
            elif suicides.retold(analysis, event):
                event = _as(event, "suicide_attack")
            elif kind := _known(analysis, event, last):
                event = _as(event, kind)
        elif event.type == "execution" and (kind := _labelled(analysis, event, made)):
            event = _as(event, kind)
        elif _flown(event, flying):
            event = _as(event, "air_strike")
        elif event.type == "bombing":
            behind = bisect_right(bombings, event.start)
            end = bombings[behind] if behind < len(bombings) else len(analysis.text.raw)
            bomber = _bomber(analysis, event, end) if not suicides else suicides.retold(analysis, event)
            if bomber or not struck.isdisjoint(_spots(event)):
                event = _as(event, "suicide_attack")
        made.append(event)
        last = event if event.type in VIOLENT else last
    return made


def _as(event: Event, kind: str) -> Event:
    """An event as one of another type, which has but one name in other codebooks."""
    return replace(event, type=kind, plover=codebook().plover(kind), acled=codebook().acled(kind, ()))


def _doers(event: Event) -> set[str]:
    return {a.key for a in event.perpetrators if a.key}


def _flown(event: Event, flying: set[str]) -> bool:
    """Whether a bombardment with no weapon told was from the air: by those who in this text strike in no other way; an
    army, named as such, has guns too."""
    if event.type != "shelling" or event.weapon is not None or not event.perpetrators:
        return False
    return all(
        a.key in flying and (a.type == "international" or not fold_word(a.text).startswith(_ARMIES))
        for a in event.perpetrators
    )


def _flying(events: Sequence[Event]) -> set[str]:
    """Those whom a text tells of as striking from the air and in no other way."""
    air = {key for e in events if e.type == "air_strike" for key in _doers(e)}
    ground = {key for e in events if e.type in _GROUND or (e.type == "shelling" and e.weapon) for key in _doers(e)}
    return air - ground


class _Suicides:
    """The suicide attacks of a text, by their toll, and where they were."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._all = [e for e in events if e.type == "suicide_attack"]
        self._by_toll: dict[int, list[Event]] = {}
        self._places: set[str] = set()
        for event in self._all:
            if event.killed is not None and (event.killed.min or 0) > 1:
                self._by_toll.setdefault(event.killed.min or 0, []).append(event)
            self._places |= _named(event)

    def __bool__(self) -> bool:
        return bool(self._all)

    def retold(self, analysis: Analysis, event: Event) -> bool:
        """Whether an attack or bombing is one of them, told elsewhere in the text: one with the same toll, or, of an
        attack that is spoken of as known, one at the same place."""
        if event.weapon is not None or event.status != "occurred" or not fold_word(event.trigger).startswith(_ATTACKS):
            return False
        here = _named(event)
        if event.killed is not None:
            same = self._by_toll.get(event.killed.min or 0, [])[:_HELD]
            if any(not (here and _named(o)) or here & _named(o) for o in same):
                return True
        known = analysis.document.text[max(0, event.start - 2) : event.end].lstrip().startswith(("ال", "لل"))
        if event.type == "bombing":
            opens = analysis.text.sentence_of(event.start) < _LEAD
            several = event.trigger.endswith(_SEVERAL)
            alone = known and not several and (not self._places or (len(self._places) == 1 and not here))
            return event.count is None and (alone or ((known or opens) and not self._places.isdisjoint(here)))
        new = event.killed is not None or event.count is not None
        return known and not new and not self._places.isdisjoint(here)


def _known(analysis: Analysis, event: Event, last: Event | None) -> str:
    """The type of the `last` act of violence told before an attack that is spoken of as known, without a toll or means
    of its own: a bombing near it, or a raid by the same side. Empty where that is of another place, or no such act."""
    known = analysis.document.text[max(0, event.start - 2) : event.end].lstrip().startswith(("ال", "لل"))
    noun = fold_word(event.trigger).removeprefix("ال").startswith(_ATTACKS)
    if not (known or event.trigger.endswith(_THEIRS)) or not noun or event.status != "occurred":
        return ""
    if last is None or last.status != "occurred" or event.killed is not None or event.count is not None:
        return ""
    n = analysis.text.sentence_of(event.start)
    here, there = _named(event), _named(last)
    if n - analysis.text.sentence_of(last.start) > _NEAR or (here and there and here.isdisjoint(there)):
        return ""
    doers, earlier = _doers(event), _doers(last)
    if last.type in _BLASTS and (not doers or not earlier or doers & earlier):
        return last.type
    return last.type if last.type in FROM_AFAR and doers and doers <= earlier else ""


def _named(event: Event) -> set[str]:
    """The places of an event that tell one from another."""
    return {fold_word(p.text) for p in event.place if p.kind not in _LANDS}


def _labelled(analysis: Analysis, event: Event, before: Sequence[Event]) -> str:
    """The type of the raid or bombing told right before what a text calls a massacre, without who did it: that is only
    what it is called. Empty where there is none."""
    if not fold_word(event.trigger).startswith(_MASSACRE) or event.perpetrators:
        return ""
    n = analysis.text.sentence_of(event.start)
    for earlier in reversed(before):
        if n - analysis.text.sentence_of(earlier.start) > _CALLED:
            return ""
        if earlier.type in _MASS:
            return earlier.type
    return ""


def _counted(analysis: Analysis, event: Event, before: Sequence[Event]) -> bool:
    """Whether an attack is told right behind raids, as one of them."""
    if not fold_word(event.trigger).startswith(_STRUCK):
        return False
    n = analysis.text.sentence_of(event.start)
    for earlier in reversed(before):
        behind = n - analysis.text.sentence_of(earlier.start)
        if behind > _COUNTED:
            return False
        if behind > 0 and earlier.type == "air_strike" and _counts(analysis, earlier, event):
            return True
    return False


def _counts(analysis: Analysis, raid: Event, event: Event) -> bool:
    """Whether an attack right behind raids is one of them: on the same party, by
    nobody who is named."""
    text = analysis.text
    if event.perpetrators or event.status != raid.status:
        return False
    suffered = {a.key for a in raid.targets}
    harmed = [fold_word(v.who) for v in raid.victims]
    one = any(a.key and (a.key in suffered or any(fold_word(a.text) in who for who in harmed)) for a in event.targets)
    steps = range(text.sentence_of(raid.start) + 1, text.sentence_of(event.start) + 1)
    return one and not any(turns(analysis, n) for n in steps)


def _spots(event: Event) -> set[str]:
    """The small places that an event is told of: two of one spot are one where nothing sets them apart."""
    return {fold_word(p.text) for p in event.place if p.kind in _SPOTS}


def _bomber(analysis: Analysis, event: Event, end: int) -> bool:
    """Whether the sentences behind a bombing speak of it as of a suicide attack, before they tell of another, which is
    at `end` of the text."""
    tokens, bounds = analysis.text.tokens, analysis.text.sentence_tokens
    n = analysis.text.sentence_of(event.start)
    past = bounds[min(n + _TOLD_ON, len(bounds) - 1)][1]
    for match in analysis.matches.within("trigger", bounds[n][0], past):
        at = tokens[match.first].start
        if at < event.end:
            continue
        if end < at:
            return False
        known = match.prefix.article or match.entry.form.startswith("ال") or match.entry.form.split()[-1] in _HIMSELF
        if known and specs(match.entry.value)[0].type == "suicide_attack":
            return not any(turns(analysis, k) for k in range(n + 1, tokens[match.first].sentence + 1))
    return False
