"""Sides told by an adjective alone: غارة أمريكية."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.extract.events.words import VIOLENT
from marsad.model import ActorRef
from marsad.model.quick import changed
from marsad.text.fold import fold_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from marsad.analysis import Analysis
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.nominals import Nominal
    from marsad.resources import Resources

# An adjective follows its noun, perhaps behind another: عملية عسكرية أمريكية.
_REACH = 3
# Words between an aircraft and the words that tell whose it is.
_CRAFT = 2
_ARTICLE = "ال"
# How an adjective between them ends: عسكرية, جوي.
_ADJECTIVE = ("ي", "ه")


class Nations:
    """Adjectives of nations, with the keys of their forces and governments (data/actors/nations.tsv)."""

    def __init__(self, resources: Resources) -> None:
        self._keys: dict[str, tuple[str, str]] = {}
        self._air: dict[str, str] = {}
        for row in resources.rows("actors/nations.tsv"):
            self._air[row["government"]] = row["air"] or row["forces"]
            for adjective in row["adjectives"].split("|"):
                form = fold_word(adjective)
                if form and " " not in form:
                    for ending in ("", "ه"):
                        self._keys[form + ending] = (row["forces"], row["government"])
                        self._keys["ال" + form + ending] = (row["forces"], row["government"])

    def striking(self, analysis: Analysis, party: Nominal) -> Nominal:
        """A government whose aircraft or guns strike, as its air force: الطيران التابع للنظام."""
        key = self._air.get(party.ref.key or "")
        if party.kind != "government" or not key:
            return party
        named = range(max(0, party.head - _CRAFT), party.first + 1)
        if not any(analysis.matches.is_in(i, "striker") for i in named):
            return party
        return changed(party, ref=changed(party.ref, key=key, type="state_force"), kind="state_force")

    def agent(self, analysis: Analysis, draft: Draft, behind: int, parties: Sequence[Nominal]) -> ActorRef | None:
        """The side that an adjective behind a token names; None where `behind` is negative. An adjective in the name
        of one of the `parties` is that party's, one that does not agree with the noun another's."""
        tokens = analysis.text.tokens
        if behind < 0:
            return None
        definite = _definite(tokens[behind].form) or (behind == draft.last and draft.match.prefix.article)
        taken = {i for n in parties if n.named for i in range(n.first, n.last + 1)}
        for token in tokens[behind + 1 : behind + 1 + _REACH]:
            if token.n in taken or analysis.matches.is_in(token.n, "link"):
                return None
            if token.form in self._keys:
                if token.form.startswith(_ARTICLE) != definite:
                    return None  # إطلاق قذائف من الأراضي اليمنية
                forces, government = self._keys[token.form]
                if draft.verb and behind == draft.last and token.n > behind + 1:
                    return None  # a noun spelt like the verb has its adjective right behind it: قصف إسرائيلي
                military = draft.type in VIOLENT or draft.type in ("operation", "deployment", "siege")
                key = forces if military else government
                return ActorRef(
                    analysis.text.raw[token.start : token.end], token.start, token.end, key,
                    "state_force" if military else "government",
                )  # fmt: skip
            if not token.word or token.sentence != draft.sentence:
                return None
            if analysis.matches.is_in(token.n, "weapon"):  # ضربة لطائرة أمريكية
                definite = _definite(token.form)
            elif not (token.form.endswith(_ADJECTIVE) and token.form.startswith(_ARTICLE) == definite):
                return None  # استهداف مقيم دنماركي, التسلل للمستوطنات الإسرائيلية
        return None
        return None


def _definite(form: str) -> bool:
    return form.removeprefix("و").removeprefix("ب").startswith((_ARTICLE, "لل"))
