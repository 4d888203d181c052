"""What a reader has in mind of a text's actors: which were named, and the last that a bare word could mean."""

from __future__ import annotations

from functools import cache
from itertools import islice

from marsad.actors.anaphors import Anaphor
from marsad.actors.dictionary import Dictionary
from marsad.model import Actor
from marsad.text.fold import fold_word

_IN_MIND = 200
"""How many actors back a bare word can reach: keeps a long text linear, and no reader looks further."""


class Memory:
    """Actors met so far, the last first in mind. Lookups touch one entry for each key, not each mention."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self._last: dict[str, Actor] = {}
        self._labels: dict[str, frozenset[str]] = {}

    def add(self, actor: Actor) -> None:
        """A mention has been read."""
        if not actor.key:
            return
        self._last.pop(actor.key, None)
        self._last[actor.key] = actor
        head = _head(fold_word(actor.text))
        known = self._labels.get(actor.key)
        if known is None:
            # Of a state only the words of the text count: "the regime" is not every government of the dictionary.
            row = self._dictionary.get(actor.key) if actor.type != "government" else None
            known = _heads(row.names) if row else frozenset()
        self._labels[actor.key] = known if head in known else known | {head}

    def holds(self, key: str) -> bool:
        """Whether an actor has been named."""
        return key in self._last

    def last(self, key: str) -> Actor | None:
        """The last mention of an actor."""
        return self._last.get(key)

    def antecedent(self, anaphor: Anaphor) -> Actor | None:
        """The actor last named that a bare noun can stand for."""
        for key in islice(reversed(self._last), _IN_MIND):
            actor = self._last[key]
            if actor.type not in anaphor.types or key in anaphor.never:
                continue
            if not anaphor.labels or self._labels[key] & anaphor.labels:
                return actor
        return None

    def of_key_in(self, keys: dict[str, str]) -> str | None:
        """Of some keys (key: what it stands for), what the one named last stands for."""
        for key in islice(reversed(self._last), _IN_MIND):
            if key in keys:
                return keys[key]
        return None


@cache
def _heads(names: tuple[str, ...]) -> frozenset[str]:
    """The first words of an actor's names in the dictionary."""
    return frozenset(_head(fold_word(name)) for name in names)


def _head(form: str) -> str:
    """The first word of a folded name, without the article."""
    word = form.split(" ", 1)[0]
    if word.startswith("لل"):
        return word[2:]
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
