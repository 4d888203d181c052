"""One actor in a case: what it is called, in which roles it stands, in how many documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from marsad.case.case import Case

ROLES = ("perpetrator", "target", "speaker", "actor")


@dataclass(frozen=True, slots=True)
class Profile:
    """`names` maps the words of the texts to how often they stand for it, `roles` ROLES to items: `actor` is that of
    reasons and outlooks."""

    key: str
    type: str | None
    documents: int
    origins: int
    names: Mapping[str, int]
    roles: Mapping[str, int]


def profile(case: Case, key: str) -> Profile | None:
    """What a case holds of the actor with a key, None where it holds nothing."""
    ((type_, documents, origins),) = case.query(
        "SELECT max(party.type), count(DISTINCT item.doc), count(DISTINCT document.origin) FROM party"
        " JOIN item ON item.item = party.item JOIN document ON document.doc = item.doc"
        " WHERE party.key = ? AND item.state <> 'rejected'",
        key,
    )
    if not documents:
        return None
    names = case.query("SELECT text, count(*) FROM party WHERE key = ? GROUP BY text ORDER BY 2 DESC, 1", key)
    counts = dict(case.query("SELECT role, count(DISTINCT item) FROM party WHERE key = ? GROUP BY role", key))
    roles = {role: counts.get(role, 0) for role in ROLES}
    return Profile(key, type_, documents, origins, dict(names), roles)
