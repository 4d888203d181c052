"""Sides told by an adjective alone: غارة أمريكية."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.extract.events.words import VIOLENT
from marsad.model import ActorRef
from marsad.text.fold import fold_word

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.draft import Draft
    from marsad.resources import Resources

# An adjective follows its noun, perhaps behind another: عملية عسكرية أمريكية.
_REACH = 3


class Nations:
    """Adjectives of nations, with the keys of their forces and governments (data/actors/nations.tsv)."""

    def __init__(self, resources: Resources) -> None:
        self._keys: dict[str, tuple[str, str]] = {}
        for row in resources.rows("actors/nations.tsv"):
            for adjective in row["adjectives"].split("|"):
                form = fold_word(adjective)
                if form and " " not in form:
                    for ending in ("", "ه"):
                        self._keys[form + ending] = (row["forces"], row["government"])
                        self._keys["ال" + form + ending] = (row["forces"], row["government"])

    def agent(self, analysis: Analysis, draft: Draft, behind: int) -> ActorRef | None:
        """The side that an adjective behind a token names; None where `behind` is negative."""
        tokens = analysis.text.tokens
        if behind < 0:
            return None
        for token in tokens[behind + 1 : behind + 1 + _REACH]:
            if token.form in self._keys:
                forces, government = self._keys[token.form]
                military = draft.type in VIOLENT or draft.type in ("operation", "deployment")
                key = forces if military else government
                return ActorRef(
                    analysis.text.raw[token.start : token.end], token.start, token.end, key,
                    "state_force" if military else "government",
                )  # fmt: skip
            if not token.word or token.sentence != draft.sentence:
                return None
        return None
