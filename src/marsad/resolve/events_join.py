"""Two tellings of one event as one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from marsad.extract.events.coding import BACK
from marsad.resolve.events_alike import arguments
from marsad.text.fold import fold_word

if TYPE_CHECKING:
    from marsad.model import ActorRef, Count, Event, PlaceRef

_PERSONS = frozenset({"شخص", "شخصا", "شخصان", "شخصين", "اشخاص", "اخرون", "اخرين"})
# The least of dozens, hundreds, thousands.
DOZENS = (20, 200, 2000)
# Sentences between two tellings of which one has the other's place.
_NEAR = 4
_EXACT = {"country": 0, "region": 1, "governorate": 2}


def join(first: Event, second: Event, headline: bool = False, keep_trigger: bool = False) -> Event:
    """One event of two tellings: the trigger of the fuller one, the arguments of both.

    Where `first` is of the headline its trigger gives way to the text's; `keep_trigger` keeps it in any case."""
    fuller = arguments(second) > arguments(first) + 1 or (headline and arguments(second) >= 1)
    main, other = (second, first) if fuller and not keep_trigger else (first, second)
    kind = _kind(main, other)
    if kind != main.type and not headline and not keep_trigger:
        main, other = other, main  # the trigger that names the act
    return replace(
        main,
        rule=other.rule if main.rule == BACK else main.rule,
        type=kind,
        plover=main.plover if kind == main.type else other.plover,
        acled=main.acled if kind == main.type else other.acled,
        status=main.status if main.status != "occurred" or keep_trigger else _status(main, other),
        date=main.date or other.date,
        place=_place(main.place, other.place) if headline or _near(first, second) else main.place,
        perpetrators=main.perpetrators or _apart(other.perpetrators, main.targets),
        targets=_targets(main, other),
        killed=_count(first.killed, second.killed, headline),
        injured=_count(first.injured, second.injured, headline),
        detained=_count(first.detained, second.detained, headline),
        missing=_count(first.missing, second.missing, headline),
        displaced=_count(first.displaced, second.displaced, headline),
        victims=tuple(dict.fromkeys((*main.victims, *other.victims))),
        weapon=main.weapon or other.weapon,
        source=main.source or other.source,
        count=main.count or other.count,
        evidence=tuple(sorted({*first.evidence, *second.evidence})),
        confidence=round(min(0.98, max(first.confidence, second.confidence) + 0.05), 2),
    )


def _near(first: Event, second: Event) -> bool:
    """Whether two tellings stand near enough to be at one place, though only one of them names it."""
    return min(abs(a - b) for a in first.evidence for b in second.evidence) <= _NEAR


def _apart(parties: tuple[ActorRef, ...], others: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
    """Parties that are none of some others: nobody does to himself what one of two tellings says."""
    keys = {a.key for a in others if a.key}
    return tuple(a for a in parties if a not in others and a.key not in keys)


def _targets(main: Event, other: Event) -> tuple[ActorRef, ...]:
    """Who is named as the target, rather than so many persons."""
    others = _apart(other.targets, main.perpetrators)
    vague = all(a.type is None and _PERSONS & {fold_word(w) for w in a.text.split()} for a in main.targets)
    return others if vague and (others or not main.targets) else main.targets


def _kind(main: Event, other: Event) -> str:
    """The more telling type of the two: a suicide attack told again as "the attack" stays one, and the means tell
    more than that it was a massacre."""
    order = (
        "suicide_attack",
        "chemical_attack",
        "assassination",
        "air_strike",
        "bombing",
        "shelling",
        "execution",
        "clash",
    )
    if main.type == other.type or other.type == "casualties":
        return main.type
    held = [t for t in order if t in (main.type, other.type)]
    return held[0] if held else main.type


def _status(main: Event, other: Event) -> str:
    return (
        main.status
        if other.status in ("occurred", "ongoing")
        else other.status
        if other.status == "denied"
        else main.status
    )


def _place(main: tuple[PlaceRef, ...], other: tuple[PlaceRef, ...]) -> tuple[PlaceRef, ...]:
    """The more exact of two places, where it lies in the wider one."""
    if not main or not other:
        return main or other
    here, there = {p.country for p in main}, {p.country for p in other}
    if None not in here | there and here.isdisjoint(there):
        return main
    level = min(_EXACT.get(p.kind or "", 3) for p in main)
    return other if min(_EXACT.get(p.kind or "", 3) for p in other) > level else main


def _count(first: Count | None, second: Count | None, headline: bool) -> Count | None:
    """The first telling's figure; the text's before the headline's; an exact one of a later telling before "dozens"."""
    if first is None or second is None:
        return first or second
    if first.min == second.min and None in (first.max, second.max):
        return first if first.max is None else second  # a bare figure, told again as "at least"
    if first.max is None and first.min in DOZENS and second.max is not None and (second.min or 0) > first.min:
        return second
    return second if headline else first
