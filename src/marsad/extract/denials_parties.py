"""Who is who between an accusation and its denial: the accused himself, his state, the body he speaks for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from marsad.text.fold import fold_word

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.model import Actor, ActorRef

_STATE = frozenset({"state_force", "government"})
_OFFICE = _STATE | {"person"}  # russian_foreign_minister speaks for what is russian_…
_TITLE = 4  # actors before a person among which the body of the title is looked for
_SHORTEST = 3  # letters of a nation's adjective without its ending (روس)


class Who(NamedTuple):
    """A party: the keys it goes by, the states it is of, its names as the text writes them, folded."""

    keys: frozenset[str]
    states: frozenset[str]
    names: frozenset[str]


class Parties:
    """Compares the parties of one analysis."""

    def __init__(self, analysis: Analysis) -> None:
        self._bodies: dict[str, set[str]] = {}
        self._roles: dict[str, str] = {}
        self._types = {a.key: a.type for a in analysis.actors if a.key}
        for n, person in enumerate(analysis.actors):
            if person.type != "person" or not person.key or not person.role:
                continue
            role = _folded(person.role)
            self._roles[person.key] = role
            for body in analysis.actors[max(0, n - _TITLE) : n]:
                if body.key and body.type != "person" and _folded(body.text) in role:
                    self._bodies.setdefault(person.key, set()).add(body.key)

    def who(self, refs: Iterable[ActorRef | Actor]) -> Who:
        """What parties are known by."""
        keys: set[str] = set()
        states: set[str] = set()
        names: set[str] = set()
        for ref in refs:
            names.add(_folded(ref.text))
            if not ref.key:
                continue
            for key in (ref.key, *self._bodies.get(ref.key, ())):
                keys.add(key)
                if (self._types.get(key) or ref.type) in _OFFICE and "_" in key:
                    states.add(key.split("_", 1)[0])
            states.update(_nations(self._roles.get(ref.key, "")))
        return Who(frozenset(keys), frozenset(states), frozenset(names))

    def same(self, refs: tuple[ActorRef | Actor, ...], who: Who) -> bool:
        """Whether one of some parties is this one, or of the same state."""
        for ref in refs:
            if (ref.key in who.keys) if ref.key else (_folded(ref.text) in who.names):
                return True
            if ref.key and any(key.startswith(ref.key + "_") for key in who.keys):
                return True  # a body of its own: its ministry, its spokesman
            kind = self._types.get(ref.key or "") or ref.type
            if kind in _STATE and ref.key:
                bare = _folded(ref.text).removeprefix("ال")
                if ref.key.split("_", 1)[0] in who.states or any(bare.startswith(s) for s in who.states):
                    return True
        return False


def _nations(role: str) -> Iterable[str]:
    """The nations of a title: وزير الخارجية الروسي gives روس."""
    for word in role.split():
        stem = word.removeprefix("ال").removesuffix("ه").removesuffix("ي")
        if word.startswith("ال") and word.endswith(("ي", "يه")) and len(stem) >= _SHORTEST:
            yield stem


def _folded(text: str) -> str:
    return " ".join(fold_word(word) for word in text.split())
