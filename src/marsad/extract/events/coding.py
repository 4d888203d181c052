"""A draft as an event of the record: what must be told with it, its ACLED and PLOVER names, how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.extract.events.told import bare
from marsad.extract.events.words import VIOLENT
from marsad.model import Event

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.codebook import Codebook
    from marsad.extract.events.draft import Draft
    from marsad.model import ActorRef

_STATE = frozenset({"state_force", "government", "international"})
# The rule of a bare mention: resolve.events joins it to what it points back to, or drops it.
BACK = "code:events.back_reference"
# Types that have a weapon.
_ARMED = VIOLENT | {"weapons_seizure", "support"}
_CIVIL = frozenset({"civilians", "person", "media", "organisation", None})


# How sure an event is by how many of its arguments are told.
_SURE = tuple(round(0.4 + 0.11 * told_with, 2) for told_with in range(6))


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
        place=() if draft.between else tuple(draft.places),
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
    return _SURE[told_with]
