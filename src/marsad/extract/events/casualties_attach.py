"""Which act a toll belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.extract.events.casualties_count import both
from marsad.model import Victims

if TYPE_CHECKING:
    from marsad.extract.events.casualties import Harm
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.sentence import Sentence


def attach(sentence: Sentence, found: list[Harm], drafts: list[Draft]) -> list[Harm]:
    """Gives each toll to the act that it belongs to; returns those that no act of the sentence explains."""
    acts = [d for d in drafts if d.spec.violent or d.type in ("operation", "arrest", "displacement")]
    violent = [d for d in acts if d.spec.violent]
    gains = [
        d for d in drafts if d.type == "territory_gain" and not any(k.type == "killing" and k.agents for k in drafts)
    ]
    left: list[Harm] = []
    for harm in found:
        chosen = _act(sentence, harm, violent or [d for d in acts if d.type == "operation"] or gains, acts)
        if chosen is None:
            left.append(harm)
        else:
            add(chosen, harm)
    return left


def _act(sentence: Sentence, harm: Harm, violent: list[Draft], acts: list[Draft]) -> Draft | None:
    if harm.kind == "detained":
        return next((d for d in acts if d.type == "arrest" and d.first == harm.first), None)
    if harm.kind == "displaced":
        return next((d for d in acts if d.type == "displacement" and d.first == harm.first), None)
    if not violent:
        return None
    caused = [m for m in sentence.of("toll") if m.entry.value == "act" and m.first < harm.first <= m.last + 10]
    before = [d for d in violent if d.last < harm.first]
    after = [d for d in violent if d.first > harm.last]
    if caused and before:
        return before[-1]
    operations = [d for d in acts if d.type == "operation" and d.last < caused[-1].first] if caused else []
    if operations:
        return operations[-1]
    behind = [m for m in sentence.of("toll") if m.entry.value == "harm" and harm.last < m.first]
    for word in behind:
        following = [d for d in after if word.first <= d.first <= word.last + 3]
        if following:
            return following[0]
    return min(violent, key=lambda d: (d.first > harm.last, abs(d.first - harm.first)))


def add(draft: Draft, harm: Harm) -> None:
    """Adds a toll to an event: parts to its victims, separate tolls of one kind together."""
    draft.harmed = True
    if harm.who is not None and harm.count is not None:
        draft.victims.append(Victims(harm.who.ref.text, harm.kind, harm.count.min, harm.count.max))
    if harm.part or harm.count is None:
        return
    held = draft.harm.get(harm.kind)
    draft.harm[harm.kind] = harm.count if held is None else both(held, harm.count)
