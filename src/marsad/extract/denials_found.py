"""The denials of a text: who denies, what is said in denial, and whether it only points back to an accusation."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from marsad.extract.denials_parties import Parties, Who
from marsad.model import ActorRef

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.model import Actor, Event, Statement

_REACH = 25  # words of a denial whose content is not told
_OBJECT = 7  # words between a verb of rejecting and the accusation that it rejects
_POINTER = 5  # words from the beginning of a denial in which it points back
_POINTING = 4  # sentences that نفى ذلك points back
_FOR = frozenset({"باسم", "عن", "لدي"})  # a spokesman for


@dataclass(frozen=True, slots=True)
class Denial:
    """A denial by its item's id; tokens `first` to before `past` are what it says.

    `cue` is the token that denies, `start` its offset; `points` where it names no matter of its own (نفى الاتهامات،
    نفى ذلك), which then lies up to `reach` sentences back; `firm` where what stands in it is told as untrue;
    `charged` where it speaks of an accusation."""

    id: str
    start: int
    cue: int
    first: int
    past: int
    who: Who
    points: bool
    reach: int
    firm: bool
    charged: bool = False


def denials(analysis: Analysis, parties: Parties) -> list[Denial]:
    """The denials of a text in its order: by statements, and by events (رفض, أدان) where no statement tells it."""
    found = [d for s in analysis.statements for d in _stated(analysis, parties, s)]
    at = {(d.start, d.id[0]) for d in found}
    taken = {start for start, _ in at}
    for event in analysis.events:
        if event.type == "condemnation" and event.perpetrators and event.start not in taken:
            found.extend(_rejected(analysis, parties, event))
    return sorted(found, key=lambda d: d.start)


def token_at(analysis: Analysis, start: int) -> int:
    """Number of the token that holds an offset."""
    return bisect_right(analysis.text.starts, start) - 1


def _stated(analysis: Analysis, parties: Parties, statement: Statement) -> Iterator[Denial]:
    """A statement that denies, that says of an accusation that it is false, or in which its speaker goes on to deny."""
    denies, holding = statement.kind == "denial", analysis.matches.holding
    if not (denies or holding["denied_while"] or holding["denied_false"]):
        return
    cue = token_at(analysis, statement.start)
    if statement.speaker is None or _negated(analysis, cue):
        return
    first, past = _extent(analysis, cue, statement.end, statement.content.end if statement.content else None)
    start, said = statement.start, first
    if not denies:
        at = _first(analysis, "denied_while", first, past)
        charge = _first(analysis, "denied_charge", first, min(past, first + _OBJECT))
        if at >= 0:
            start, said = analysis.text.tokens[at].start, at + 1
        elif charge < 0 or _first(analysis, "denied_false", charge, min(past, charge + _REACH)) < 0:
            return
        denies = at >= 0
    who = parties.who((statement.speaker, *_bodies(analysis, cue, first, statement.speaker)))
    yield _made(analysis, statement.id, start, said, past, who, firm=denies)


def _rejected(analysis: Analysis, parties: Parties, event: Event) -> Iterator[Denial]:
    """An event that rejects an accusation: by a verb of denial, or with the accusation behind it."""
    cue = token_at(analysis, event.start)
    if _negated(analysis, cue):
        return
    first, past = _extent(analysis, cue, event.end, None)
    denies = analysis.matches.is_in(cue, "denied_verb")
    near = min(past, first + _OBJECT)
    charge = _first(analysis, "denied_charge", first, near)
    unsaid = _first(analysis, "denied_unsaid", first, near)
    if not denies and (charge < 0 or 0 <= unsaid < charge):
        return
    if any(m.suffix for m in analysis.matches.starting(first - 1, "denied_verb")) and _foreseen(analysis, first - 1):
        return  # توقعات ينفيها فلان: nothing that has happened
    who = parties.who((*event.perpetrators, *_bodies(analysis, cue, first, event.perpetrators[0])))
    yield _made(analysis, event.id, event.start, first, past, who, firm=denies)


def _made(analysis: Analysis, item: str, start: int, first: int, past: int, who: Who, firm: bool) -> Denial:
    near = min(past, first + _POINTER)
    charge = _first(analysis, "denied_charge", first, min(past, first + _OBJECT))
    part = _first(analysis, "denied_part", first, near) >= 0
    # الذي تنفيه: the pronoun takes up what has been said
    taken_up = any(m.suffix for m in analysis.matches.starting(first - 1, "denied_verb"))
    taken_up = taken_up and not _foreseen(analysis, first - 1)
    points = taken_up or part or charge >= 0 or first >= past or _first(analysis, "denied_back", first, near) >= 0
    reach = 0 if taken_up else _POINTING
    return Denial(item, start, token_at(analysis, start), first, past, who, points, reach, firm, charge >= 0)


def _foreseen(analysis: Analysis, cue: int) -> bool:
    """Whether what a verb of denial takes up with its pronoun is a forecast: توقعات ينفيها فلان."""
    start = analysis.text.sentence_tokens[analysis.text.tokens[cue].sentence][0]
    return _first(analysis, "modal.forecast", max(start, cue - _OBJECT * 2), cue) >= 0


def _extent(analysis: Analysis, cue: int, end: int, content_end: int | None) -> tuple[int, int]:
    """The words behind a cue: to the end of its content, else of its sentence as far as it reaches."""
    tokens = analysis.text.tokens
    first = token_at(analysis, max(0, end - 1)) + 1
    last = analysis.text.sentence_tokens[tokens[cue].sentence][1]
    if content_end is not None:
        return first, max(first, token_at(analysis, content_end - 1) + 1)
    return first, min(last, first + _REACH)


def _bodies(analysis: Analysis, cue: int, first: int, speaker: ActorRef) -> Iterator[Actor]:
    """The bodies named in the speaker's own words, or for which he speaks (المتحدث باسم …)."""
    if speaker.start is None or speaker.end is None:
        return
    at = bisect_right(analysis.actors, speaker.start - 1, key=lambda a: a.start)
    tokens = analysis.text.tokens
    for actor in analysis.actors[at : at + 3]:
        before = token_at(analysis, actor.start) - 1
        beside = before > 0 and tokens[before].form in _FOR and tokens[before - 1].end <= speaker.end + 1
        if actor.end <= speaker.end or (beside and tokens[before].start <= speaker.end + 1):
            yield actor


def _negated(analysis: Analysis, cue: int) -> bool:
    return cue > 0 and analysis.matches.is_in(cue - 1, "denied_not")


def _first(analysis: Analysis, cls: str, first: int, past: int) -> int:
    """The first token of a stretch that is in a class; -1 where none is."""
    held = analysis.matches.holding[cls]
    return next((at for at in range(first, past) if at in held), -1) if held else -1
