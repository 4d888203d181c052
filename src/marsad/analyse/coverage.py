"""What a case covers: outlets, copies against independent documents, time, space, and what awaits review."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from marsad.case.case import Case

_COUNTRIES = (
    "SELECT country, count(DISTINCT location.item) FROM location JOIN event ON event.item = location.item"
    " WHERE country IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1"
)
REVIEWED_LAYERS = ("events", "reasons", "statements", "relations", "outlooks")


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts of a case. `origins` are documents that are no copies of each other; `undated` have no publication date.

    `outlets`, `months` and `countries` map names to documents (countries: to events there); `layers` to items by state
    of review; `failures` are inputs that could not be read."""

    documents: int
    origins: int
    aside: int
    undated: int
    words: int
    first: str | None
    last: str | None
    outlets: Mapping[str, int]
    months: Mapping[str, int]
    countries: Mapping[str, int]
    layers: Mapping[str, Mapping[str, int]]
    failures: int

    @property
    def plain(self) -> Mapping[str, Any]:
        """The counts as JSON values."""
        from dataclasses import asdict

        return asdict(self)


def coverage(case: Case) -> Coverage:
    """The counts of a case as it is now."""
    ((documents, origins, aside, undated, words, first, last),) = case.query(
        "SELECT count(*), count(DISTINCT origin), sum(aside IS NOT NULL), sum(since IS NULL), sum(words),"
        " min(since), max(until) FROM document"
    )
    layers: dict[str, dict[str, int]] = {layer: {} for layer in REVIEWED_LAYERS}
    for layer, state, count in case.query(
        f"SELECT layer, state, count(*) FROM item WHERE layer IN ({', '.join('?' for _ in layers)})"
        " GROUP BY layer, state ORDER BY layer, state",
        *layers,
    ):
        layers[layer][state] = count
    return Coverage(
        documents=documents, origins=origins, aside=aside or 0, undated=undated or 0, words=words or 0, first=first,
        last=last,
        outlets=_counts(case, "SELECT coalesce(outlet, ''), count(*) FROM document GROUP BY 1 ORDER BY 2 DESC, 1"),
        months=_counts(case, "SELECT substr(since, 1, 7), count(*) FROM document WHERE since IS NOT NULL"
                             " GROUP BY 1 ORDER BY 1"),
        countries=_counts(case, _COUNTRIES),
        layers=layers, failures=len(case.failures()),
    )  # fmt: skip


def _counts(case: Case, sql: str) -> dict[str, int]:
    return dict(case.query(sql))
