"""Behind which preposition the target of a type of event stands (data/vocab/aimed_at.tsv)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from marsad.resources import Resources

TABLE = "vocab/aimed_at.tsv"
_ANY = "*"


class Aims:
    """Tells whether a party behind a preposition is the one acted on. Made once from the resources."""

    def __init__(self, resources: Resources) -> None:
        rows = resources.rows(TABLE)
        self._takes = {(row["link"], row["type"]): row["takes"] == "yes" for row in rows}

    def at(self, link: str, kind: str) -> bool:
        """Whether the target of an event of type `kind` stands behind a `link`."""
        return self._takes.get((link, kind), self._takes.get((link, _ANY), False))
