"""Deaths told with no act, where the text tells the act that they came of with the very same toll: one event."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from marsad.extract.events.words import VIOLENT
from marsad.resolve.events_carry import turns
from marsad.text.fold import fold_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from marsad.analysis import Analysis
    from marsad.model import Event
    from marsad.resolve.events_alike import Alike

# Fewer dead than these may be of another act by chance: where the act is told right beside them, and farther off.
_SOME, _MANY = 2, 10
# Sentences from bare deaths to their act: right beside it, and farther off.
_BESIDE, _FAR = 1, 6
# Acts that bare deaths are held against.
_HELD = 20


def with_acts(analysis: Analysis, alike: Alike, events: Sequence[Event]) -> list[Event]:
    """The events without those deaths that are another's toll told alone; that one has their sentences as evidence.
    Each is held against the acts with its toll in its neighbourhood, one of the headline against all with it."""
    acts: dict[int | None, list[tuple[int, Event]]] = {}
    for event in events:
        if event.type in VIOLENT and event.killed is not None:
            acts.setdefault(event.killed.min, []).append((analysis.text.sentence_of(event.start), event))
    told: dict[int, set[int]] = {}
    alone: set[int] = set()
    for bare in events:
        if bare.type != "casualties" or bare.killed is None or (bare.killed.min or 0) < _SOME:
            continue
        near = acts.get(bare.killed.min, [])
        if not alike.in_headline(bare):
            n = analysis.text.sentence_of(bare.start)
            low, high = (bisect_left(near, n + d, key=lambda a: a[0]) for d in (-_FAR, _FAR + 1))
            near = near[low:high][:_HELD]
        same = [a for _, a in near if a.status == bare.status and _of(analysis, alike, bare, a)]
        if same:
            act = min(same, key=lambda a: abs(a.start - bare.start))
            told.setdefault(act.start, set()).update(bare.evidence)
            alone.add(bare.start)
    kept = [e for e in events if e.type != "casualties" or e.start not in alone]
    return [
        replace(e, evidence=tuple(sorted({*e.evidence, *told[e.start]})))
        if e.type in VIOLENT and e.start in told
        else e
        for e in kept
    ]


def _of(analysis: Analysis, alike: Alike, bare: Event, act: Event) -> bool:
    """Whether bare deaths are those of an act: as many, and told in the headline, right beside it, or many."""
    if act.killed is None or bare.killed is None or act.killed.min != bare.killed.min:
        return False
    if bare.injured is not None and act.injured is not None and bare.injured.min != act.injured.min:
        return False
    here, there = ({fold_word(p.text) for p in e.place} for e in (bare, act))
    lands = {p.country for p in bare.place} & {p.country for p in act.place}
    if alike.in_headline(bare):
        return not (here and there) or bool(here & there) or bool(lands)
    first, second = sorted((analysis.text.sentence_of(bare.start), analysis.text.sentence_of(act.start)))
    apart = any(turns(analysis, n) for n in range(first + 1, second + 1))
    if second - first <= _BESIDE and not apart:
        return not (here and there) or bool(here & there) or bool(lands)
    many = (bare.killed.min or 0) >= _MANY and second - first <= _FAR and not apart
    return many and (not here or bool(here & there))
