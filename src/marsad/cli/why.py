"""`marsad why`: the reasons of a case, with who gives them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from marsad.analyse.drivers import DIMENSIONS, Dimension, Driver, drivers
from marsad.analyse.voices import Said, voices
from marsad.case.selection import Selection
from marsad.cli.counting import counted
from marsad.cli.filters import filters
from marsad.cli.listing import SENTENCES, case_file, form, line, opened, print_lines, print_rows

_COLUMNS = ("actor", "actor_name", "place", "place_id", "category", "outlet", "documents", "origins", "outlets", "firm",
            "hedged", "denied", "items", "sentences")  # fmt: skip


@click.command()
@case_file
@filters("--category", "A category of the codebook (marsad codebook lists them).")
@click.option(
    "--by", "by", type=click.Choice(("actor", "place", "category", "outlet")), multiple=True, default=DIMENSIONS,
    show_default="actor, place, category", help="What makes a row. Repeatable.",
)  # fmt: skip
@click.option("--limit", type=click.IntRange(1), help="No more rows than this.")
@form
def why(case: Path, selection: Selection, by: Sequence[Dimension], limit: int | None, form: str) -> None:
    """Print why actors do what they do: the reasons given, by actor, place and category.

    Each row counts independent origins (documents that are no copies of each other), tells how many of its reasons
    are said firmly, with reserve, or denied, and shows the sentences. --since and --until are about publication.

    \b
    marsad why hamrin.marsad --actor islamic_state
    marsad why hamrin.marsad --place كركوك --category resources --format json
    marsad why hamrin.marsad --by outlet --by category
    """
    with opened(case) as held:
        found = drivers(voices(held, selection), by)[:limit]
    if form == "table":
        print_lines(told for driver in found for told in _lines(driver))
    elif form == "json":
        print_rows([driver.plain for driver in found], form, ())
    else:
        print_rows([{**driver.about, **driver_cells(driver)} for driver in found], form, _COLUMNS)


def driver_cells(driver: Driver) -> Mapping[str, Any]:
    """What is told of a reason, in cells."""
    return {
        "outlet": driver.outlet,
        "documents": driver.documents,
        "origins": driver.origins,
        "outlets": driver.outlets,
        "firm": driver.firm,
        "hedged": driver.hedged,
        "denied": driver.denied,
        "items": [voice.said.item for voice in driver.voices],
        "sentences": SENTENCES.join(voice.said.sentence.strip() for voice in driver.voices),
    }


def _lines(driver: Driver) -> Iterator[str]:
    about = driver.about
    counts = [f"{driver.origins} of {counted(driver.documents, 'document')} independent", f"firm {driver.firm}"]
    counts += [f"{name} {number}" for name, number in (("hedged", driver.hedged), ("denied", driver.denied)) if number]
    yield line(about["actor"], about["place"], about["category"], driver.outlet)
    yield "  " + ", ".join(counts)
    for voice in driver.voices:
        yield line(f"  {_origin(voice.said)}  {voice.said.sentence.strip()}")
    yield ""


def _origin(said: Said) -> str:
    marks: Mapping[str, Any] = {"said with reserve": said.hedged, "denied": said.denied}
    told = [said.item, said.outlet, said.published, *(mark for mark, holds in marks.items() if holds)]
    if said.source:
        told.append(f"according to {said.source}")
    return f"[{' · '.join(part for part in told if part)}]"
