"""Who did it and to whom: parties of a sentence given to its triggers by place, preposition and voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.extract.events.roles_nouns import Nouns

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
