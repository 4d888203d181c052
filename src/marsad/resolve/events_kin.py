"""Which actors may be one party in two tellings: a body and the one it belongs to, two forces of one state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.actors.dictionary import Dictionary

if TYPE_CHECKING:
    from marsad.model import ActorRef
    from marsad.resources import Resources

_STATE = frozenset({"state_force", "government"})
# A part belongs to its whole over so many steps at most (a brigade, its movement, the movement's alliance).
_STEPS = 3


class Kin:
    """Looks up which keys name parts of one actor. Made once from the resources."""

    def __init__(self, resources: Resources) -> None:
        self._known = resources.of(Dictionary)
        self._prefixes = tuple(row["prefix"] + "_" for row in resources.rows("actors/nations.tsv") if row["prefix"])

    def related(self, a: ActorRef, b: ActorRef) -> bool:
        """Whether two mentions may mean one party: the same key, a body and its whole, or bodies of one state."""
        if not a.key or not b.key:
            return False
        if a.key == b.key or a.key in self._wholes(b.key) or b.key in self._wholes(a.key):
            return True
        if a.type not in _STATE or b.type not in _STATE:
            return False
        return bool(self._nation(a.key)) and self._nation(a.key) == self._nation(b.key)

    def _wholes(self, key: str) -> set[str]:
        wholes: set[str] = set()
        for _ in range(_STEPS):
            actor = self._known.get(key)
            if actor is None or not actor.parent:
                break
            key = actor.parent
            wholes.add(key)
        return wholes

    def _nation(self, key: str) -> str:
        actor = self._known.get(key)
        if actor is not None and actor.country:
            return actor.country
        return next((p for p in self._prefixes if key.startswith(p)), "")
