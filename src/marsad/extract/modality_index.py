"""The modal words of one text: where they end, and what a word's own letters tell of it."""

from __future__ import annotations

from typing import NamedTuple

from marsad.extract.modality_words import AFTER, NO_FUTURE, PERFECT_T, ROLES, Governor, governor
from marsad.lexicon.entry import NAME, VERB
from marsad.lexicon.matches import Match, Matches

_SHORTEST_FUTURE = 4  # letters
_CLASSES = tuple((role, "modal." + role) for role in ROLES)


class Found(NamedTuple):
    """A governing word: its match and what it does."""

    match: Match
    rule: Governor


class Index:
    """The modal words of one text by the token that they end at.

    `futures` are the tokens that are an imperfect with سـ before it, `negations` those at which a "not" ends, `judging`
    those at which what is said of a noun behind it can begin."""

    def __init__(self, matches: Matches) -> None:
        self.text, self.matches = matches.text, matches
        self.ending: dict[int, list[Found]] = {}
        negations: set[int] = set()
        for role, cls in _CLASSES:
            for match in matches.of(cls):
                if match.suffix and match.entry.part == VERB:
                    continue  # its object is the pronoun; or ة makes it a participle (تابعة)
                found = Found(match, governor(role, match.entry.value, match.entry.part))
                self.ending.setdefault(match.last, []).append(found)
                if role == "negate":
                    negations.add(match.last)
        for here in self.ending.values():
            here.sort(key=lambda f: f.match.first)  # the longest first; the sort keeps the order of roles
        self.futures = frozenset(
            [
                n
                for form, at in self.text.forms.items()
                if "س" in form[:2] and _may_be_future(form)
                for n in at
                if self._is_future(n)
            ]
        )
        self.negations = frozenset(negations)
        self.judging = self.futures | self.negations | matches.holding[AFTER]
        self._verbs: dict[int, bool] = {}

    def is_verb(self, token: int) -> bool:
        """Whether some lexicon knows a verb here."""
        known = self._verbs.get(token)
        if known is None:
            known = self._verbs[token] = VERB in [m.entry.part for m in self.matches.at[token]]
        return known

    def _is_future(self, token: int) -> bool:
        """Whether a word that is written like an imperfect with سـ before it is one."""
        here = self.text.tokens[token]
        if self.text.raw[here.end - 1] == "ة":
            return False
        for match in self.matches.at[token]:
            if match.entry.cls == NO_FUTURE or (match.entry.part == NAME and match.fend == here.fend):
                return False
            if match.entry.part == VERB and match.prefix.preposition != "س":
                return False  # a verb whose own first letter it is: سيطر
        return True

    def is_imperfect(self, token: int) -> bool:
        """Whether the word is, or looks like, an imperfect verb."""
        form = self.text.tokens[token].form
        here = self.matches.at[token]
        own = any(m.entry.part == VERB and not m.prefix.conjunction for m in here)
        if form[0] in "وف" and len(form) > 3 and form[1] in "يتن" and not own:
            form = form[1:]
        if form[0] == "ي":
            return len(form) > 2
        if form[0] in "تن" and len(form) > 2 and form[-1] != "ت":
            return not any(m.entry.cls == PERFECT_T for m in here)
        return False


def _may_be_future(form: str) -> bool:
    """Whether a word is written like an imperfect with سـ before it."""
    bare = form[1:] if form[0] in "وف" else form
    # ستاتوسات: a plural
    return len(bare) >= _SHORTEST_FUTURE and bare[0] == "س" and bare[1] in "يتن" and not bare.endswith("ات")
