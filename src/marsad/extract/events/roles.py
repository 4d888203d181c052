"""Who did it and to whom: parties of a sentence given to its triggers by place, preposition and voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.extract.events.roles_nouns import Nouns
from marsad.extract.events.words import SPOKEN, TOGETHER

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.nominals import Nominal
    from marsad.extract.events.sentence import Sentence


def assign(analysis: Analysis, sentence: Sentence, found: list[Draft]) -> None:
    """Fills the agents and targets of the drafts of a sentence."""
    reader = Nouns(analysis, sentence, found)
    previous: list[Nominal] = []
    for k, draft in enumerate(found):
        if draft.verb:
            reader.verb(draft, previous)
        else:
            reader.noun(draft)
            reader.inherit(draft, found[:k])
        if draft.verb and draft.agents:
            previous = draft.agents
    for draft in found:
        draft.agents = plausible(draft)
        reader.taken_from(draft, found)


def plausible(draft: Draft) -> list[Nominal]:
    """The agents that can have done it: civilians are no doers of a violent noun, who speaks or decides is named or
    stands right behind his verb, and nobody strikes himself."""
    agents = draft.agents
    if draft.type in _WORDS:
        return [n for n in agents if n.named or (draft.verb and _speaks(draft, n))]
    if draft.type in ("clash", "riot") or not (draft.spec.violent or draft.spec.type == "killing"):
        return agents
    keys = {n.ref.key for n in draft.targets if n.ref.key}
    agents = [n for n in agents if n.ref.key is None or n.ref.key not in keys]
    agents = [n for n in agents if n.kind != "person" or n.named or (draft.verb and n.count is None)]
    return [n for n in agents if n.kind not in _HARMLESS or (draft.verb and not n.named and n.count is None)]


def _speaks(draft: Draft, nominal: Nominal) -> bool:
    return nominal.kind in ("crowd", "civilian") and nominal.count is None and 0 < nominal.head - draft.last <= _RIGHT


# Types done by words or votes, where a party that is not named is mostly somebody else's object.
_WORDS = SPOKEN | TOGETHER | {"decision", "support", "vote"}
_HARMLESS = frozenset({"civilian", "civilians", "captive"})
_RIGHT = 2
