"""`marsad events`: the events of a case."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from marsad.case.answers import Answer
from marsad.case.selection import Selection
from marsad.cli.filters import filters
from marsad.cli.listing import case_file, form, opened, print_rows
from marsad.model import Count, Event

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
        found = held.events(selection)
    if form == "json":
        print_rows([answer.plain() for answer in found], form, COLUMNS)
    else:
        print_rows([_flat(answer) for answer in found], form, COLUMNS, _TABLE)


def _flat(answer: Answer[Event]) -> Mapping[str, Any]:
    """An event in cells: several fillers of a slot parted by "; ", of places the first with its point."""
    event = answer.value
    point = next((p for p in event.place if p.lat is not None), event.place[0] if event.place else None)
    return {
        **answer.plain(),
        "place": "; ".join(p.text for p in event.place),
        "country": point.country if point else None,
        "lat": point.lat if point else None,
        "lon": point.lon if point else None,
        "perpetrators": "; ".join(p.text for p in event.perpetrators),
        "targets": "; ".join(p.text for p in event.targets),
        **_bounds("killed", event.killed),
        **_bounds("injured", event.injured),
    }


def _bounds(name: str, count: Count | None) -> dict[str, int | None]:
    return {f"{name}_min": count.min if count else None, f"{name}_max": count.max if count else None}
