"""The places and the actors of a case: how often each is named, and in which roles."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from marsad.case.case import Case


@dataclass(frozen=True, slots=True)
class Indexed:
    """An actor or place with what a case holds of it: `roles` counts items, `documents` those that name it at all."""

    id: str
    text: str
    type: str | None
    details: Mapping[str, Any]
    documents: int
    origins: int
    roles: Mapping[str, int]

    @property
    def plain(self) -> Mapping[str, Any]:
        """The row as JSON values."""
        return {
            "id": self.id, "name": self.text, "type": self.type, **self.details,
            "documents": self.documents, "origins": self.origins, **self.roles,
        }  # fmt: skip


ACTOR_ROLES = ("perpetrator", "target", "speaker", "reason")
PLACE_ROLES = ("event", "reason", "mention")


def actors(case: Case, public: Container[str], outlets: Sequence[str] = ()) -> list[Indexed]:
    """Actors with a key, by the documents that name them, in all outlets or in some.

    Of persons only those in `public` (keys of the actors' dictionary): nobody else is followed through a case."""
    where, values = _of_outlets(outlets)
    rows = case.query(
        "SELECT key, max(type), count(*), count(DISTINCT origin), sum(perpetrator), sum(target), sum(speaker),"
        f" sum(reason), max(person) FROM actor_in JOIN document USING (doc) {where} GROUP BY key ORDER BY 3 DESC, 1",
        *values,
    )
    # The words that name it most often; of several the first.
    counted = "SELECT key, text FROM party WHERE key IS NOT NULL GROUP BY 1, 2 ORDER BY count(*), text DESC"
    names = dict(case.query(counted))
    return [
        Indexed(key, names[key], type_, {}, documents, origins, dict(zip(ACTOR_ROLES, roles, strict=True)))
        for key, type_, documents, origins, *roles, person in rows
        if not person or key in public
    ]


def places(case: Case, outlets: Sequence[str] = ()) -> list[Indexed]:
    """Places of the gazetteer, by the documents that name them, in all outlets or in some."""
    where, values = _of_outlets(outlets)
    rows = case.query(
        "SELECT gazetteer_id, max(name), max(country), max(admin1), max(lat), max(lon), count(*),"
        " count(DISTINCT origin), sum(event), sum(reason), sum(mention)"
        f" FROM place_in JOIN document USING (doc) {where} GROUP BY gazetteer_id ORDER BY 7 DESC, 1",
        *values,
    )
    # Of several (مطار تعز stands at تعز) the kind that is told most often.
    counted = (
        "SELECT gazetteer_id, kind FROM location WHERE gazetteer_id IS NOT NULL GROUP BY 1, 2 ORDER BY count(*), 2"
    )
    kinds = dict(case.query(counted))
    return [
        Indexed(id_, name, kinds.get(id_), {"country": country, "admin1": admin1, "lat": lat, "lon": lon}, documents,
                origins, dict(zip(PLACE_ROLES, roles, strict=True)))
        for id_, name, country, admin1, lat, lon, documents, origins, *roles in rows
    ]  # fmt: skip


def _of_outlets(outlets: Sequence[str]) -> tuple[str, list[str]]:
    marks = ", ".join("?" for _ in outlets)
    return (f"WHERE document.outlet IN ({marks})" if outlets else ""), list(outlets)
