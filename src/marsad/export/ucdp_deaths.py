"""UCDP's deaths by side: whose the dead are, as far as the parts of a toll tell.

The sides are the perpetrators (a) and the targets (b). A part belongs to a side where its words name a party of that
side, or where they name a kind of fighter that one side alone can have; civilians stand apart. What is not told stays
unknown, and where the parts do not fit the toll all of it does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from marsad.export.fields import field_map
from marsad.export.happening import Happening
from marsad.export.people import class_of
from marsad.model import ActorRef, Record
from marsad.text.fold import fold_word

Side = Literal["a", "b", "civilians"]


@dataclass(frozen=True, slots=True)
class Deaths:
    """The dead of each side; the four add up to the best estimate."""

    a: int
    b: int
    civilians: int
    unknown: int


def deaths_of(h: Happening, best: int) -> Deaths:
    """The sides of so many dead."""
    event = h.event
    if event.targets and all(_is_civil(target) for target in event.targets):
        sides: dict[Side, list[int]] = {"civilians": [best]}
    else:
        sides = {}
    told = {(part.who, part.min or 0) for part in event.victims if part.harm == "killed"}
    parts = [(side, count) for who, count in sorted(told) if count and (side := _side(who, h))]
    if parts:
        sides = {}
        for side, count in parts:
            sides.setdefault(side, []).append(count)
    counts = {side: sum(held) for side, held in sides.items()}
    if sum(counts.values()) > best:
        # Told twice in other words, or a part of a part: the largest of each side.
        counts = {side: max(held) for side, held in sides.items()}
    if sum(counts.values()) > best:
        counts = {}
    a, b, civilians = (counts.get(side, 0) for side in ("a", "b", "civilians"))
    return Deaths(a, b, civilians, best - a - b - civilians)


def _side(who: str, h: Happening) -> Side | None:
    """The side of the people of a part, None where it is open."""
    ours, theirs = (_names(who, side, h.record) for side in (h.event.perpetrators, h.event.targets))
    kind = class_of(who)
    if kind in ("civilian", "protester"):
        return "civilians"
    if ours != theirs:
        # Who is hit is told as the target, also by a common noun: what they are then says whether they fight.
        if ours:
            return "a"
        target = next(t for t in h.event.targets if _same(who, t, h.record))
        return "civilians" if _is_civil(target) else "b" if target.type or kind else None
    if kind == "attacker":
        return "a"
    types = field_map("ucdp")["states"] if kind == "state" else field_map("ucdp")["groups"] if kind == "armed" else ()
    one, other = (any(actor.type in types for actor in side) for side in (h.event.perpetrators, h.event.targets))
    return None if one == other else "a" if one else "b"


def _names(who: str, side: tuple[ActorRef, ...], record: Record) -> bool:
    return any(_same(who, actor, record) for actor in side)


def _same(who: str, actor: ActorRef, record: Record) -> bool:
    """Whether words name an actor: they are its own, or hold a name of the same key."""
    if fold_word(who) == fold_word(actor.text):
        return True
    return actor.key is not None and actor.key in _keys(who, record).values()


def _keys(who: str, record: Record) -> Mapping[str, str]:
    """The actors with a key that are named in some words, by their names."""
    words = f" {who} "
    return {a.text: a.key for a in record.actors if a.key and f" {a.text} " in words}


def _is_civil(actor: ActorRef) -> bool:
    return actor.type == "civilians" or (actor.type is None and class_of(actor.text) in ("civilian", "protester"))
