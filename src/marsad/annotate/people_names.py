"""How far a personal name goes, once it has begun."""

from __future__ import annotations

from typing import NamedTuple

from marsad.actors.nations import ADJECTIVE
from marsad.actors.personal import KUNYA, PARTICLES, PersonalNames
from marsad.lexicon.automaton import Matches
from marsad.text.view import Text, Token

_LONGEST = 8
_UNKNOWN_AT_MOST = 2
# Words of the lexicons that end a name, though somebody may bear them (حاكم، وزير، القائد).
_ENDING = frozenset({"office", "rank", "nation", "capital", "state_body"})


# So end nouns for many of a people or a side, which nobody is named.
_PEOPLES = ("يين", "يون")

# The second words of names like صلاح الدين.
_SECOND_HALVES = frozenset({"الدين", "الله", "الاسلام", "الحق"})


class Run(NamedTuple):
    """The words of a name (folded), its last token, and how many of its parts the tables know."""

    forms: tuple[str, ...]
    last: int
    solid: int


class NameReader:
    """Reads names word by word."""

    def __init__(self, names: PersonalNames) -> None:
        self._names = names

    def run(self, text: Text, matches: Matches, first: int, head: str) -> Run:
        """The name that begins at a token; `head` is its form without what is written in one with it."""
        tokens = text.tokens
        _, past = text.sentence_tokens[tokens[first].sentence]
        forms: list[str] = []
        at, last, solid, unknown = first, first, 0, 0
        while at < min(past, first + _LONGEST):
            token = tokens[at]
            form = head if at == first else token.form
            if not token.word or (at > first and self._ends(text, matches, token)):
                break
            # آبي is no أبي, and ال is no آل.
            particle = form in PARTICLES and (form == "ال") == ("آ" in text.raw[token.start : token.end])
            joined = self._joined(tokens, at, past, form) if particle else []
            if joined:
                forms += [form, *joined]
                solid += 2 if form in KUNYA and at == first else 1
                at += 1 + len(joined)
            elif particle or form == "ال":
                break
            elif self._goes_on(form, forms) or _of_country(matches, token, forms):
                forms.append(form)
                solid += 1
                at += 1
            elif unknown < _UNKNOWN_AT_MOST and not matches.at[at] and self._names.is_unknown(form):
                forms.append(form)
                unknown += 1
                # One unknown word behind a given name is its surname; two are no evidence of more.
                solid += unknown == 1 and at > first
                at += 1
            else:
                break
            last = at - 1
        return Run(tuple(forms), last, solid)

    def _joined(self, tokens: tuple[Token, ...], at: int, past: int, form: str) -> list[str]:
        """What a particle (بن، أبو) joins to the name, empty where nothing fits."""
        if at + 1 >= past or not tokens[at + 1].word:
            return []
        following = tokens[at + 1].form
        if following in PARTICLES and at + 2 < past and tokens[at + 2].word:
            return [following, tokens[at + 2].form]
        if form == "عبد":
            fits = following.startswith("ال") or following in ("ربه", "رب")
        else:
            names = self._names
            fits = len(following) > 2 and (
                names.is_unit(following) or names.is_unknown(following) or names.may_join(following)
            )
        return [following] if fits else []

    def _goes_on(self, form: str, forms: list[str]) -> bool:
        names = self._names
        if not forms:
            return names.is_unit(form)
        if names.is_surname(forms[-1]) and not names.is_surname(form):
            return False  # behind a surname stands another one at most
        if form in _SECOND_HALVES:
            return True
        if form.startswith("ال"):
            return names.is_surname(form) or names.is_unit(form) or not names.is_word(form)
        return names.is_unit(form) and not names.is_clitic(form)

    def _ends(self, text: Text, matches: Matches, token: Token) -> bool:
        """Whether a name can't go on over a token: a title, على, or more than a blank before it."""
        if token.form == "علي":
            return text.raw[token.start : token.end].endswith("ى")
        names = self._names
        if token.form.startswith("ال") and token.form.endswith(_PEOPLES):
            return True  # دعا فلان الحوثيين إلى الحوار
        if token.form[0] == "و" and not names.is_listed(token.form) and names.opens(token.form[1:]):
            return True
        if text.raw[text.tokens[token.n - 1].end : token.start].strip(" \u00a0"):
            return True
        return any(
            # An office of several words (ولي العهد) ends a name where it begins.
            (m.last == token.n or cls == "office") and not m.suffix and not m.prefix.preposition
            for cls in _ENDING
            for m in matches.starting(token.n, cls)
        )


def _of_country(matches: Matches, token: Token, forms: list[str]) -> bool:
    """Whether a nationality belongs to a nom de guerre: أبو أسامة العراقي."""
    if len(forms) != 2 or forms[0] not in KUNYA:
        return False
    return any(
        m.entry.value.definite and m.entry.value.gender == "m" and m.last == token.n
        for m in matches.starting(token.n, ADJECTIVE)
    )
