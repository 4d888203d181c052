"""Where and when a selection's events happened, each told once: what map and timeline draw, without reading records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from marsad.analyse.listing import FROM, GROUP
from marsad.case.case import Case
from marsad.case.selection import EVERYTHING, Selection, condition

_PLACE = "coalesce(location.gazetteer_id, location.name, location.text)"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where events happened, as the gazetteer calls it in English (`name`) and the texts in Arabic (`text`).

    `uncertainty_km` is the radius that surely holds it; countries are no spots."""

    id: str
    name: str
    text: str
    kind: str | None
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    uncertainty_km: float | None
    events: int

    @property
    def plain(self) -> Mapping[str, Any]:
        """The place as JSON values."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """`events` are (first day, last day, numbers of their `spots`): a day is None where the year is not known."""

    spots: tuple[Spot, ...]
    events: tuple[tuple[str | None, str | None, tuple[int, ...]], ...]


def whereabouts(case: Case, selection: Selection = EVERYTHING) -> Whereabouts:
    """The spots of a selection, most events first, and its events by their first day. An event of several reports has
    the date of the report that was added first, and the places of all."""
    where, values = condition(case.database, selection, "events")
    told = case.query(
        f"SELECT {GROUP} AS told, min(item.item), event.since, event.until{FROM} WHERE {where}"
        " GROUP BY told ORDER BY event.since IS NULL, event.since, told",
        *values,
    )
    rows = case.query(
        f"SELECT {_PLACE} AS place, coalesce(location.name, location.text), location.text, location.kind,"
        " location.country, location.admin1, location.lat, location.lon, max(location.uncertainty_km),"
        f" group_concat(DISTINCT {GROUP})"
        f"{FROM} JOIN location ON location.item = item.item AND location.role = 'place'"
        f" WHERE {where} AND location.lat IS NOT NULL AND location.kind <> 'country' GROUP BY place",
        *values,
    )
    held = sorted(((row[:-1], row[-1].split(",")) for row in rows), key=lambda spot: (-len(spot[1]), spot[0][0]))
    at: dict[str, list[int]] = {}
    for n, (_, groups) in enumerate(held):
        for group in groups:
            at.setdefault(group, []).append(n)
    return Whereabouts(
        spots=tuple(Spot(*(*cells, len(groups))) for cells, groups in held),
        events=tuple((since, until, tuple(at.get(group, ()))) for group, _, since, until in told),
    )
