"""Who denies what he is accused of: links accusations, and acts blamed on somebody, to the denial by the accused."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from marsad.codebook import codebook
from marsad.extract.content import statement_at
from marsad.extract.denials_found import Denial, denials, token_at
from marsad.extract.denials_matter import apart, named, stems
from marsad.extract.denials_parties import Parties

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.model import Actor, ActorRef, Event
    from marsad.resources import Resources

ACCUSATION = "accusation"
_VIOLENT = frozenset(name for name, entry in codebook().event_types.items() if entry.violent)
_BACK = 12  # events before a denial among which what it denies is looked for
_SENTENCES = 8  # a denial answers what was told so near
_ACCUSED = 7  # words between a verb of accusing and the accused where the event names none
_ALLEGED = 12  # words behind an accusation in which it says which act it is about


class Denials:
    """Sets `denied_by` of events, and nothing else."""

    name: ClassVar[str] = "extract.denials"
    requires: ClassVar[tuple[str, ...]] = ("text", "matches", "places", "actors", "statements", "events")
    assigns: ClassVar[tuple[str, ...]] = ("events",)

    def __init__(self, resources: Resources) -> None:
        del resources

    def __call__(self, analysis: Analysis) -> Mapping[str, Any]:
        if not analysis.events:
            return {}
        parties = Parties(analysis)
        found = denials(analysis, parties)
        by: dict[str, list[str]] = {}
        for denial in found:
            for event in self._denied(analysis, parties, denial):
                by.setdefault(event.id, []).append(denial.id)
        return {"events": tuple(replace(e, denied_by=tuple(by[e.id])) if e.id in by else e for e in analysis.events)}

    def _denied(self, analysis: Analysis, parties: Parties, denial: Denial) -> list[Event]:
        """The events that a denial is about."""
        end = analysis.text.tokens[denial.past - 1].end
        past = bisect_left(analysis.events, end, key=lambda e: e.start)
        near = [e for e in analysis.events[max(0, past - _BACK) : past] if e.start != denial.start]
        inside = [e for e in near if e.start > denial.start and self._told_untrue(analysis, parties, denial, e)]
        blamed = [e for e in near if e.start < denial.start and self._blames(analysis, parties, denial, e)]
        blamed = [e for e in blamed if _distance(analysis, denial, e) <= _SENTENCES]
        same = [e for e in blamed if self._same_matter(analysis, denial, e)]
        if not same and not inside and denial.points:
            same = self._pointed_at(analysis, denial, blamed)
        return inside + same

    def _told_untrue(self, analysis: Analysis, parties: Parties, denial: Denial, event: Event) -> bool:
        """What stands in the words of a denial: an accusation by somebody else, or an act told as denied."""
        if event.type == ACCUSATION:
            accused = self._accused(analysis, event)
            charge = analysis.matches.is_in(token_at(analysis, event.start), "denied_charge")
            return (
                charge
                and not parties.same(event.perpetrators, denial.who)
                and (not accused or parties.same(accused, denial.who))
            )
        return denial.firm and event.status == "denied"

    def _blames(self, analysis: Analysis, parties: Parties, denial: Denial, event: Event) -> bool:
        """Whether an event told before is blamed on who denies, and not by himself."""
        said = statement_at(analysis, event.start)
        if said is not None and said.speaker is not None:
            bodies = named(analysis.actors, said.speaker.start or 0, said.speaker.end or 0)
            if parties.same((said.speaker, *bodies), denial.who):
                return False
        if event.type == ACCUSATION:
            return not parties.same(event.perpetrators, denial.who) and parties.same(
                self._accused(analysis, event), denial.who
            )
        return event.type in _VIOLENT and event.status != "planned" and parties.same(event.perpetrators, denial.who)

    @staticmethod
    def _accused(analysis: Analysis, event: Event) -> tuple[ActorRef | Actor, ...]:
        """Whom an accusation is against: its targets, else the actor named next behind it."""
        if event.targets:
            return event.targets
        accusers = {p.start for p in event.perpetrators}
        sentence = analysis.text.sentence_of(event.start)
        at = bisect_left(analysis.actors, event.end, key=lambda a: a.start)
        for actor in analysis.actors[at : at + 2]:
            between = analysis.text.raw[event.end : actor.start]
            if analysis.text.sentence_of(actor.start) != sentence or len(between.split()) > _ACCUSED:
                return ()
            if actor.start not in accusers:
                return (actor,)
        return ()

    def _same_matter(self, analysis: Analysis, denial: Denial, event: Event) -> bool:
        """Whether the words of a denial name what an event before it is about, and no other place."""
        tokens = analysis.text.tokens
        first = token_at(analysis, event.start)
        behind = first + 1 if event.type == ACCUSATION else first
        past = min(analysis.text.sentence_tokens[tokens[first].sentence][1], first + _ALLEGED, denial.cue)
        if event.type != ACCUSATION:
            past = min(past, token_at(analysis, event.end - 1) + 1)
        if behind >= past or not stems(analysis, denial.first, denial.past) & stems(analysis, behind, past):
            return False
        sentence = analysis.text.sentences[tokens[first].sentence]
        said = (tokens[denial.first].start, tokens[denial.past - 1].end)
        return not apart(analysis, said, (sentence.start, min(sentence.end, denial.start)))

    @staticmethod
    def _pointed_at(analysis: Analysis, denial: Denial, blamed: list[Event]) -> list[Event]:
        """What a denial points back to: the last accusation before it, with the acts that it is about; else the last
        act that is alleged or, where no accusation is spoken of, that somebody else tells of."""
        near = [e for e in blamed if _distance(analysis, denial, e) <= denial.reach]
        accusations = [e for e in near if e.type == ACCUSATION]
        if accusations:
            last = accusations[-1]
            sentence = analysis.text.sentence_of(last.start)
            alleged = [e for e in near if e.start > last.start and analysis.text.sentence_of(e.start) == sentence]
            return [last, *alleged]
        told = [e for e in near if e.status == "possible" or (e.source is not None and not denial.charged)]
        return told[-1:]


def _distance(analysis: Analysis, denial: Denial, event: Event) -> int:
    """Sentences between an event and the denial behind it."""
    return analysis.text.sentence_of(denial.start) - analysis.text.sentence_of(event.start)
