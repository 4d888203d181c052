"""Where and when a selection's events happened, each told once: what map and timeline draw, without reading records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
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
class Happened:
    """An event: the first and last day that its date allows, None where the year is not known; numbers of its spots;
    the days that other reports of it give instead."""

    since: str | None
    until: str | None
    spots: tuple[int, ...]
    others: tuple[tuple[str, str], ...] = ()

    def within(self, since: str | None, until: str | None) -> bool:
        """Whether the days of some report may lie between two days (None leaves an end open), as Selection asks."""
        days = [(self.since, self.until), *self.others] if self.since and self.until else self.others
        return any((not since or last >= since) and (not until or first <= until) for first, last in days)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The spots of a selection, most events first, and its events by their first day."""

    spots: tuple[Spot, ...]
    events: tuple[Happened, ...]

    def narrowed(self, since: str | None, until: str | None) -> list[Spot]:
        """The spots where events happened between two days, with their counts then, most events first."""
        if not since and not until:
            return list(self.spots)
        counts = Counter(n for event in self.events if event.within(since, until) for n in event.spots)
        return [replace(self.spots[n], events=count) for n, count in counts.most_common()]


def whereabouts(case: Case, selection: Selection = EVERYTHING) -> Whereabouts:
    """The whereabouts of a selection. An event of several reports has the date of the dated report that was added
    first, and the places of all."""
    where, values = condition(case.database, selection, "events")
    told = case.query(
        f"SELECT {GROUP} AS told, event.since, event.until, min(item.item) AS first{FROM} WHERE {where}"
        " GROUP BY told, event.since, event.until ORDER BY event.since IS NULL, first",
        *values,
    )
    dates: dict[str, dict[tuple[str | None, str | None], None]] = {}
    for group, since, until, _ in told:
        dates.setdefault(group, {})[since, until] = None
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
        events=tuple(sorted((_happened(days, at.get(group, [])) for group, days in dates.items()), key=_order)),
    )


def _happened(days: Iterable[tuple[str | None, str | None]], spots: Sequence[int]) -> Happened:
    """An event of the days that its reports give, undated ones last."""
    first, *others = days
    return Happened(*first, tuple(spots), tuple((since, until) for since, until in others if since and until))


def _order(event: Happened) -> tuple[bool, str, str]:
    return event.since is None, event.since or "", event.until or ""
