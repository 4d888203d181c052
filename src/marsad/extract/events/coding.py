"""A draft as an event of the record: what must be told with it, its ACLED and PLOVER names, how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.extract.events.words import TOGETHER, VIOLENT
from marsad.model import Event

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.codebook import Codebook
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.sentence import Sentence
    from marsad.model import ActorRef

_STATE = frozenset({"state_force", "government", "international"})
_THERE = 8
_UNARMED = frozenset({"person", "media", "organisation", "political"})
# The rule of a bare mention: resolve.events joins it to what it points back to, or drops it.
BACK = "code:events.back_reference"
# Types that have a weapon.
_ARMED = VIOLENT | {"weapons_seizure", "support"}
# What must be told with an act of violence, and with one that is spoken of in passing.
_ENOUGH, _EMBEDDED = 2, 3
_CIVIL = frozenset({"civilians", "person", "media", "organisation", None})


def told(sentence: Sentence, draft: Draft) -> bool:
    """Whether everything that a trigger needs to be an event is told with it."""
    needs = draft.spec.needs
    agents, targets = bool(draft.perpetrators), bool(draft.targeted)
    harmed = bool(draft.harm) or draft.harmed
    for need in needs:
        if need == "place" and not (draft.places and (draft.verb or draft.own_place)) and not there(sentence, draft):
            return False
        if need == "agent" and not agents:
            return False
        if need == "target" and not (targets or harmed):
            return False
        if need == "both" and not (agents and (targets or len(draft.perpetrators) > 1)):
            return False
        if need == "any" and not (agents or targets or harmed or (draft.places and draft.own_place)):
            return False
        if need == "object" and not (targets or draft.places):
            return False
        if need == "light" and draft.light is None and not draft.tails:
            return False
        if (
            need == "talkers"
            and len(draft.perpetrators) < 2
            and draft.light is None
            and not draft.tails
            and not draft.places
        ):
            return False
        if (need == "tied" and not draft.tied) or (need == "by" and not draft.by):
            return False
        if need == "indefinite" and draft.definite:
            return False
        if need == "force" and not any(
            a.type in ("state_force", "armed_group", "international") for a in draft.perpetrators
        ):
            return False
    if draft.spec.violent and not bare(draft) and _weight(sentence, draft) < (_EMBEDDED if draft.embedded else _ENOUGH):
        return False
    if draft.spec.generic and _verbal(draft):
        return False
    if draft.type == "casualties" and not draft.harm and not draft.targeted:
        return False
    if draft.spec.definite and not draft.definite and not (agents or targets):
        return False
    return draft.type not in TOGETHER or agents


def _verbal(draft: Draft) -> bool:
    """An attack in words: one who bears no arms attacks a person or body."""
    kinds = {a.type for a in draft.perpetrators}
    if not kinds or not kinds <= _UNARMED or draft.weapon is not None:
        return False
    if draft.targeted:
        return {a.type for a in draft.targeted} <= _UNARMED | {"government"}
    return not draft.harm and not (draft.places and draft.own_place)


def there(sentence: Sentence, draft: Draft) -> bool:
    """Whether a definite noun behind the trigger stands for a place named before: سيطروا على القرية."""
    return any(draft.last < m.first <= draft.last + _THERE for m in sentence.of("there"))


def _weight(sentence: Sentence, draft: Draft) -> int:
    """How much is told with an act of violence: a toll counts twice, and so do words that open what is told."""
    opens = not draft.embedded and (draft.first == sentence.first or draft.first - 1 in sentence.breaks)
    parts = (
        draft.perpetrators,
        draft.targeted,
        draft.places and draft.own_place,
        draft.own_date,
        draft.light or draft.tails,
    )
    return sum(bool(part) for part in parts) + 2 * draft.harmed + bool(opens) + bool(draft.weapon)


def bare(draft: Draft) -> bool:
    """Whether it is a definite noun that tells nothing new ("the attack"): it points back, or is nothing."""
    return (
        not draft.verb and draft.definite and draft.spec.violent
        and not (draft.perpetrators or draft.targeted or draft.harm)
        and ((draft.light is None and not draft.tails) or not draft.own_place)
    )  # fmt: skip


def event(analysis: Analysis, draft: Draft, book: Codebook) -> Event:
    """The event that a draft tells, with its names in other codebooks as `book` has them."""
    span = analysis.text.slice(draft.match.fstart, draft.match.fend + len(draft.match.suffix))
    known = {"state": any(a.type in _STATE for a in draft.perpetrators)}
    harm = draft.harm
    people = draft.targeted
    conditions = {
        "civilians": bool(people) and all(_civil(a) for a in people),
        "force": bool(harm.get("killed") or harm.get("injured")),
        "vague": not draft.perpetrators,
        "grenade": bool(draft.weapon and "يدوي" in draft.weapon),
        "sexual": "اغتصاب" in draft.match.entry.form or "غتصب" in draft.match.entry.form,
        **known,
    }
    held = [name for name, holds in conditions.items() if holds]
    return Event(
        id="",
        start=span.start,
        end=span.end,
        trigger=analysis.text.words(span),
        type=draft.type,
        rule=BACK if bare(draft) else draft.rule,
        status=draft.status,
        date=draft.date,
        place=tuple(draft.places),
        perpetrators=tuple(draft.perpetrators),
        targets=tuple(draft.targeted),
        killed=harm.get("killed"),
        injured=harm.get("injured"),
        detained=harm.get("detained"),
        missing=harm.get("missing"),
        displaced=harm.get("displaced"),
        victims=tuple(dict.fromkeys(draft.victims)),
        weapon=draft.weapon if draft.spec.harms or draft.type in _ARMED else None,
        source=draft.source,
        count=draft.count,
        acled=book.acled(draft.type, held),
        plover=book.plover(draft.type),
        evidence=tuple(sorted(set(draft.evidence) | {draft.sentence})),
        confidence=_confidence(draft),
    )


def _civil(actor: ActorRef) -> bool:
    return actor.type in _CIVIL


def _confidence(draft: Draft) -> float:
    """More arguments told with the trigger make it surer that an event is meant."""
    told_with = sum(
        (bool(draft.perpetrators), bool(draft.targeted), bool(draft.places), bool(draft.date), bool(draft.harm))
    )
    return round(0.4 + 0.11 * told_with, 2)
