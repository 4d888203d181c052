"""The step that reads events: triggers, then parties, circumstances and harm, sentence by sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from marsad.analysis import numbered
from marsad.codebook import codebook_of
from marsad.extract.events import (
    casualties,
    casualties_attach,
    circumstances_place,
    circumstances_time,
    deaths,
    means,
    roles,
)
from marsad.extract.events.coding import event
from marsad.extract.events.flights import who_flees
from marsad.extract.events.nations import Nations
from marsad.extract.events.reported import Judge, Reports
from marsad.extract.events.roles_aims import Aims
from marsad.extract.events.roles_crowds import CROWDS, crowd
from marsad.extract.events.sentence import sentences
from marsad.extract.events.told import told
from marsad.extract.events.triggers import drafts
from marsad.extract.events.words import INJURY, KILLING, VIOLENT, flags
from marsad.extract.modality import Modality
from marsad.model import Count

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.nominals import Nominal
    from marsad.extract.events.sentence import Sentence
    from marsad.model import ActorRef, Event
    from marsad.resources import Resources

# Spoken of, but no event: a wish, a condition, a purpose.
_UNREAL = frozenset({
    "forecast", "fear", "wish", "demand", "threat", "condition", "question", "purpose", "refusal", "absence",
})  # fmt: skip
_BY_NATION = frozenset({
    "armed_attack", "shelling", "air_strike", "operation", "deployment", "siege", "support", "talks", "agreement",
})  # fmt: skip


_IMPERFECT = ("ي", "تشن", "تخوض", "تنفذ", "تقود", "تتلقي")
_CRAFT_REACH = 6
_DOWNED = ("اسقط", "سقط", "اسقاط", "سقوط", "تحطم")
# Triggers that name an attempt themselves: محاولة اغتيال, نجا من محاولة اغتيال.
_ATTEMPT = ("محاول", "نجا", "ينجو", "نجت", "نجوا")


class Events:
    """Reads the events of a document; the same event told twice is joined by resolve.events."""

    name: ClassVar[str] = "extract.events"
    requires: ClassVar[tuple[str, ...]] = (
        "text", "matches", "quantities", "times", "places", "actors", "statements",
    )  # fmt: skip
    assigns: ClassVar[tuple[str, ...]] = ("events", "mentioned")

    def __init__(self, resources: Resources) -> None:
        self._modality = resources.of(Modality)
        self._nations = Nations(resources)
        self._aims = resources.of(Aims)
        self.reports: Judge = resources.of(Reports)
        self._book = resources.of(codebook_of)
        # Types of a user's own that are acts of violence.
        self._harming = {n for n, entry in self._book.event_types.items() if entry.violent} - VIOLENT

    def __call__(self, analysis: Analysis) -> Mapping[str, Any]:
        sources = _Sources(analysis)
        found: list[tuple[Event, bool]] = []
        for sentence in sentences(analysis):
            found.extend(self.sentence(analysis, sentence, sources))
        events = numbered("e", [event for event, _ in found])
        spoken_of = {(event.start, event.end) for event, reported in found if not reported}
        return {"events": events, "mentioned": frozenset(e.id for e in events if (e.start, e.end) in spoken_of)}

    def sentence(self, analysis: Analysis, sentence: Sentence, sources: _Sources) -> list[tuple[Event, bool]]:
        """The events of a sentence, and whether it reports each of them."""
        found = drafts(analysis, sentence)
        if not found:
            return []
        for draft in found:
            if draft.type in self._harming:
                draft.spec = replace(draft.spec, harms=True)
        roles.assign(analysis, sentence, found, self._aims)
        for draft in found:
            who_flees(analysis, sentence, draft)
        # Most sentences of acts tell of no harm.
        harmed = casualties.harms(analysis, sentence) if sentence.of("harm") else []
        tolls = [casualties_attach.suffered(sentence, t, found) for t in harmed]
        loose = casualties_attach.attach(sentence, analysis.text.tokens, tolls, found) if tolls else []
        for draft in found:
            self._victims(sentence, draft, found, tolls)
        kept = deaths.settle(sentence, found, loose)
        circumstances_place.locate(analysis, sentence, kept)
        circumstances_time.date(analysis, sentence, kept)
        circumstances_time.number(sentence, kept)
        made = []
        killings = [d for d in found if d.spec.type == KILLING and "toll" not in d.spec.needs]
        dead = {t.ref for d in killings for t in d.targets}
        for draft in kept:
            self._finish(analysis, sentence, draft)
            means.settle(analysis, sentence, draft, kept)
            if (
                draft.type == "armed_attack"
                and draft.targets
                and all(_person(t) and t.ref in dead for t in draft.targets)
            ):
                draft.type = "assassination"
            if not told(sentence, draft):
                continue  # asked first: it costs less, and settles half of them
            factuality = self._modality.at(analysis, draft.first, draft.last)
            if factuality.mood in _UNREAL:
                continue
            draft.status = (
                "ongoing" if factuality.status == "occurred" and _lasts(sentence, draft) else factuality.status
            )
            if draft.status == "occurred" and draft.match.entry.form.startswith(_ATTEMPT):
                draft.status = "attempted"
            if draft.type == "assassination" and draft.status == "occurred":
                named = len([t for t in draft.targets if t.kind == "person"])
                if named and "killed" not in draft.harm:
                    others = any(t.kind == "killed" and t.count is not None and t.count.max is None for t in tolls)
                    count = Count(named, None if others else named)
                    draft.harm["killed"] = deaths.with_kin(sentence, draft, count)
            if draft.type == "execution" and draft.status == "occurred" and "killed" not in draft.harm:
                executed = deaths.put_to_death(draft, tolls)
                if executed is not None:
                    draft.harm["killed"] = executed
            draft.source = sources.at(sentence.n, analysis.text.tokens[draft.first].start)
            if factuality.negated and draft.source is None:
                continue  # nobody says that it happened, and nobody denies it
            reported = self.reports(analysis, sentence, draft, kept)
            if draft.type in CROWDS and not draft.perpetrators:
                draft.perpetrators = crowd(analysis, sentence, draft)
            made.append((event(analysis, draft, self._book), reported))
        return made

    def _victims(self, sentence: Sentence, draft: Draft, found: list[Draft], tolls: list[casualties.Harm]) -> None:
        """Those harmed are the targets of an act that names no other."""
        violent = [d for d in found if d.spec.violent]
        if draft.targets or draft.type == "clash" or violent != [draft] or casualties_attach.since(sentence, draft):
            return
        harmed = [t for d in found if d.spec.type in (KILLING, INJURY) for t in d.targets]
        harmed += [t.who for t in tolls if t.who is not None and t.kind in ("killed", "injured") and not t.part]
        harmed = [n for n in dict.fromkeys(harmed) if n not in draft.agents and roles.suffers(draft, n)]
        told = [n for n in harmed if n.named] or [n for n in harmed if n.kind not in ("person", "others")]
        draft.targets = told or sorted(harmed, key=lambda n: n.kind != "person")[:1]

    def _finish(self, analysis: Analysis, sentence: Sentence, draft: Draft) -> None:
        """Turns parties into what fills the slots, with a nation's adjective where nobody else is named."""
        if draft.spec.violent:
            draft.agents = [self._nations.striking(analysis, n) for n in draft.agents]
        draft.perpetrators = _refs(draft.agents)
        spots = {p.mention.start for p in sentence.places}
        draft.targeted = [
            r for r in _refs(draft.targets)
            if r not in draft.perpetrators and not (draft.spec.violent and r.start in spots)
        ]  # fmt: skip
        if (not draft.perpetrators or draft.inherited) and draft.type in _BY_NATION:
            told = (self._nations.agent(analysis, draft, k, sentence.nominals) for k in _craft(sentence, draft))
            draft.perpetrators = next(([agent] for agent in told if agent is not None), draft.perpetrators)


def _lasts(sentence: Sentence, draft: Draft) -> bool:
    """Going on as the text was written: carried by an imperfect (يشن هجوما) outside a headline, a participle, or a
    campaign during which something else happened."""
    if draft.spec.participle:
        return True
    if draft.type == "operation" and any(
        m.last == draft.first - 1 and m.entry.form == "خلال" for m in sentence.of("link")
    ):
        return True
    light = draft.light
    return (
        light is not None and light.first < draft.first and sentence.n > 0 and light.entry.form.startswith(_IMPERFECT)
    )


def _person(party: Nominal) -> bool:
    """Whether a party is somebody by name."""
    return party.named and party.kind == "person"


def _craft(sentence: Sentence, draft: Draft) -> list[int]:
    """Last tokens of the words that a nation's adjective may stand behind: the noun, the aircraft of its verb (شنت
    طائرات أميركية غارات), or those of a verb."""
    if draft.match.entry.form.lstrip("يت").startswith(_DOWNED):
        return []  # the aircraft brought down is another's
    verb = draft.match if draft.verb else draft.light
    craft = [
        w.last for w in sentence.of("weapon")
        if verb is not None and "air" in flags(w.entry.value) and abs(w.first - verb.first) <= _CRAFT_REACH
    ]  # fmt: skip
    if draft.verb:
        return craft[:1] or [draft.last]
    return [draft.last, *(k for k in craft if k < draft.first)][:2]


def _refs(parties: list[Nominal]) -> list[ActorRef]:
    """What parties fill a slot with, each actor once."""
    if len(parties) < 2:
        return [p.ref for p in parties]
    return list({p.ref.key or (p.ref.start, p.ref.end): p.ref for p in reversed(parties)}.values())[::-1]


class _Sources:
    """Who reports what: the speaker of the narrowest statement whose content holds a place in the text."""

    def __init__(self, analysis: Analysis) -> None:
        self._by_sentence: dict[int, list[tuple[int, int, str]]] = {}
        for statement in analysis.statements:
            content, speaker = statement.content, statement.speaker
            if content is None or speaker is None:
                continue
            first = analysis.text.sentence_of(content.start)
            for n in range(first, analysis.text.sentence_of(max(content.start, content.end - 1)) + 1):
                self._by_sentence.setdefault(n, []).append((content.start, content.end, speaker.text))

    def at(self, sentence: int, offset: int) -> str | None:
        held = [c for c in self._by_sentence.get(sentence, ()) if c[0] <= offset < c[1]]
        return min(held, key=lambda c: c[1] - c[0])[2] if held else None
