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
# Words between a verb of taking and the place taken.
_NEAR_PLACE = 14
# Acts that news goes on speaking of: their nouns need more told with them.
_SPOKEN_OF = frozenset({"armed_attack", "bombing", "suicide_attack", "abduction", "assassination"})
_CROWDS = frozenset({"protest", "riot"})
_RULING = frozenset({"government", "political"})
_LAUNCHED = frozenset({"شن", "شنت", "يشن", "تشن", "شنوا", "يشنون"})
_UNARMED = frozenset({"person", "media", "organisation", "political"})
# The rule of a bare mention: resolve.events joins it to what it points back to, or drops it.
BACK = "code:events.back_reference"
# Types that have a weapon.
_ARMED = VIOLENT | {"weapons_seizure", "support"}
# What must be told with an act of violence, and with one that is spoken of in passing.
_ENOUGH, _EMBEDDED = 2, 4
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
        if need == "some" and not (agents or targets or harmed or draft.places or draft.light or draft.own_date):
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
    if draft.spec.violent and not bare(draft) and _weight(sentence, draft) < _enough(draft):
        return False
    if draft.spec.generic and _verbal(draft):
        return False
    if draft.aside and not draft.harm and (draft.type in VIOLENT or draft.type in _CROWDS):
        return False
    if draft.type in _CROWDS and not draft.verb and _weight(sentence, draft) < _ENOUGH:
        return False
    if draft.type == "casualties" and not _toll(draft):
        return False
    if draft.type == "abuse" and not draft.harm and not (agents and targets):
        return False
    if draft.type == "territory_gain" and draft.verb and not (there(sentence, draft) or _reached(sentence, draft)):
        return False
    if draft.spec.definite and not draft.definite and not (agents or targets):
        return False
    return draft.type not in TOGETHER or agents


def _enough(draft: Draft) -> int:
    if draft.embedded:
        return _EMBEDDED
    return _ENOUGH + (draft.type in _SPOKEN_OF and not draft.verb and not draft.harmed)


def _toll(draft: Draft) -> bool:
    """Whether deaths are told: with a number, or as what became of somebody named; not killing as such."""
    if draft.harm:
        return True
    habit = draft.verb and draft.match.entry.form[0] in "يت"
    return not habit and any(a.type is not None for a in draft.targeted)


def _reached(sentence: Sentence, draft: Draft) -> bool:
    """Whether a place stands near the verb that tells of its taking."""
    starts = {p.start for p in draft.places}
    return any(p.mention.start in starts and abs(p.first - draft.first) <= _NEAR_PLACE for p in sentence.places)


def _verbal(draft: Draft) -> bool:
    """An attack in words: one who bears no arms attacks a person or body."""
    kinds = {a.type for a in draft.perpetrators}
    if draft.weapon is not None or not kinds <= _UNARMED:
        return False
    if not kinds:
        words = draft.light is not None and draft.light.entry.form in _LAUNCHED and not draft.harmed
        return words and bool(draft.targeted) and {a.type for a in draft.targeted} <= _RULING
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
    if draft.verb:
        around = bool(draft.places or there(sentence, draft))
        return sum(map(bool, parts)) + 2 * draft.harmed + bool(draft.weapon) + around
    harmed = 1 if draft.embedded else 2
    return sum(map(bool, parts)) + harmed * draft.harmed + bool(opens) + bool(draft.weapon)


def bare(draft: Draft) -> bool:
    """Whether it is a definite noun that tells nothing new ("the attack"): it points back, or is nothing."""
    return (
        not draft.verb and draft.definite and draft.spec.violent
        and not (draft.perpetrators or draft.targeted or draft.harm or draft.harmed)
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
