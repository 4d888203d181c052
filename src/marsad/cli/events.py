"""`marsad events`: the events of a case."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
import msgspec

from marsad.case.answers import told_events
from marsad.case.selection import Selection
from marsad.cli.filters import filters
from marsad.cli.listing import case_file, form, opened, print_rows

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
        print_rows(found, form, ())
    else:
        print_rows([_cells(_decoded(told)) for told in found], form, COLUMNS, _TABLE)


class _Named(msgspec.Struct, gc=False):
    text: str


class _Placed(msgspec.Struct, gc=False):
    text: str
    country: str | None
    lat: float | None
    lon: float | None


class _Bounds(msgspec.Struct, gc=False):
    min: int | None
    max: int | None


_NOWHERE, _NOBODY = _Placed("", None, None, None), _Bounds(None, None)


class _Told(msgspec.Struct, gc=False):
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
    killed: _Bounds | None
    injured: _Bounds | None
    weapon: str | None
    source: str | None
    trigger: str
    confidence: float | None
    rule: str | None
    sentence: str


_decoded = msgspec.json.Decoder(_Told).decode


def _cells(event: _Told) -> tuple[Any, ...]:
    """An event in the cells of COLUMNS: of several places the first with a point gives it."""
    point = next((p for p in event.place if p.lat is not None), event.place[0] if event.place else _NOWHERE)
    killed, injured = event.killed or _NOBODY, event.injured or _NOBODY
    return (
        event.item, event.state, event.document, event.outlet, event.published, event.date, event.type, event.status,
        _names(event.place), point.country, point.lat, point.lon, _names(event.perpetrators), _names(event.targets),
        killed.min, killed.max, injured.min, injured.max, event.weapon, event.source, event.trigger, event.confidence,
        event.rule, event.sentence,
    )  # fmt: skip


def _names(fillers: Sequence[_Named | _Placed]) -> str:
    return "; ".join([filler.text for filler in fillers])
