"""`marsad events`: the events of a case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import msgspec
from msgspec import Raw

from marsad.case.answers import told_events
from marsad.case.selection import Selection
from marsad.cli.filters import filters
from marsad.cli.listing import case_file, form, opened, print_rows
from marsad.model import Count

COLUMNS = (
    "item", "state", "document", "outlet", "published", "date", "type", "status", "place", "country", "lat", "lon",
    "perpetrators", "targets", "killed_min", "killed_max", "injured_min", "injured_max", "weapon", "source", "trigger",
    "confidence", "rule", "sentence",
)  # fmt: skip
_TABLE = ("item", "date", "type", "status", "place", "perpetrators", "targets", "outlet", "sentence")


@click.command()
@case_file
@filters("--type", "An event type of the codebook.")
@form
def events(case: Path, selection: Selection, form: str) -> None:
    """Print the events of a case, by date, then document.

    Each is told with the sentence that says it. People's corrections are applied; what was rejected is left out.
    With --since or --until events whose year is not known are left out. A day that is named by month or year alone
    is its first (--since) or last (--until).

    \b
    marsad events hamrin.marsad --type shelling --since 2020-05-01
    marsad events hamrin.marsad --actor islamic_state --place خانقين --format json
    """
    with opened(case) as held:
        found = told_events(held.database, selection)
    if form == "json":
        print_rows(map(Raw, found), form, COLUMNS)
    else:
        print_rows([_flat(_decoded(told)) for told in found], form, COLUMNS, _TABLE)


@dataclass(frozen=True, slots=True)
class _Named:
    text: str


@dataclass(frozen=True, slots=True)
class _Placed:
    text: str
    country: str | None
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class _Told:
    """What the cells of an event need of its answer."""

    item: str
    state: str
    document: str
    outlet: str | None
    published: str | None
    date: str | None
    type: str
    status: str
    place: list[_Placed]
    perpetrators: list[_Named]
    targets: list[_Named]
    killed: Count | None
    injured: Count | None
    weapon: str | None
    source: str | None
    trigger: str
    confidence: float | None
    rule: str | None
    sentence: str


_decoded = msgspec.json.Decoder(_Told).decode
_PLAIN = tuple(name for name in COLUMNS if name in _Told.__slots__ and name not in ("place", "perpetrators", "targets"))


def _flat(event: _Told) -> Mapping[str, Any]:
    """An event in cells: several fillers of a slot parted by "; ", of places the first with its point."""
    cells = {name: getattr(event, name) for name in _PLAIN}
    point = next((p for p in event.place if p.lat is not None), event.place[0] if event.place else None)
    if point:
        cells |= {"country": point.country, "lat": point.lat, "lon": point.lon}
    for name in ("place", "perpetrators", "targets"):
        cells[name] = "; ".join([filler.text for filler in getattr(event, name)])
    for name, count in (("killed", event.killed), ("injured", event.injured)):
        if count:
            cells |= {f"{name}_min": count.min, f"{name}_max": count.max}
    return cells
