"""A surname, or a rare first name, after (or in a headline before) the person's full name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from marsad.actors.personal import KUNYA, PARTICLES, PersonalNames
from marsad.model import Actor
from marsad.text.fold import fold_word
from marsad.text.view import Text

_PREFIXES = "وفبلك"
# In favour of somebody, unless it stands behind a word for who is his (القوات الموالية لصالح).
_FAVOUR, _HIS = "لصالح", ("موال", "مويد", "ممثل", "تابع", "ولاء")
# Behind these a name is somebody's father's.
_SON = frozenset({"بن", "ابن", "بنت"})


class Found(NamedTuple):
    """A short name: its tokens, folded letters before it, and the person meant."""

    first: int
    last: int
    skip: int
    person: Actor


class ShortNames:
    """The short names that the full names of a text allow."""

    def __init__(self, names: PersonalNames, persons: Iterable[Actor]) -> None:
        self._ways: dict[tuple[str, ...], Actor | None] = {}
        for person in persons:
            words = fold_word(person.text).split()
            if len(words) > 1:
                if words[0] in KUNYA:
                    self._ways.setdefault((words[0], words[1]), person)
                for way in _ways(words, names, person.rule == "table:actors"):
                    other = self._ways.get(way, person)
                    # Two persons of one name: it names neither.
                    self._ways[way] = person if other is not None and other.key == person.key else None

    def find(self, text: Text, taken: set[int]) -> list[Found]:
        """Short names outside the tokens that are taken."""
        if not self._ways:
            return []
        found = []
        heads = {way[0] for way in self._ways}
        heads |= {prefix + head for head in heads for prefix in _PREFIXES}
        begin = [n for form in heads & text.forms.keys() for n in text.forms[form]]
        for token in [text.tokens[n] for n in sorted(begin)]:
            before = text.tokens[token.n - 1].form if token.n else ""
            if token.n in taken or not token.word or before in _SON:
                continue
            if token.form == _FAVOUR and not any(word in before for word in _HIS):
                continue
            for skip in (0, 1):
                if skip and (token.form[0] not in _PREFIXES or len(token.form) < 4):
                    break
                hit = self._at(text, token.n, skip, taken)
                if hit is not None:
                    found.append(hit)
                    break
        return found

    def _at(self, text: Text, first: int, skip: int, taken: set[int]) -> Found | None:
        tokens = text.tokens
        head = tokens[first].form[skip:]
        if first + 1 < len(tokens) and first + 1 not in taken:
            person = self._ways.get((head, tokens[first + 1].form))
            if person is not None:
                return Found(first, first + 1, skip, person)
        person = self._ways.get((head,))
        return Found(first, first, skip, person) if person is not None else None


def _ways(words: list[str], names: PersonalNames, known: bool) -> Iterable[tuple[str, ...]]:
    """The short forms of a full name: its last word, with the particle before it; its first where it is rare.

    The surnames of known actors (`known`) are trusted, others must look like one."""
    if len(words) == 2 and words[0] not in KUNYA:
        yield (words[0], words[1])  # the whole name again, where nothing but its first mention tells that it is one
    if words[-2] in PARTICLES:
        if words[-2] != "ال":
            yield (words[-2], words[-1])
    elif names.stands_alone(words[-1]) or (known and not names.is_never(words[-1])):
        yield (words[-1],)
    if names.is_rare_given(words[0]):
        yield (words[0],)
