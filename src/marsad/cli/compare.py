"""`marsad compare`: two outlets, or two periods, beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from marsad.analyse.comparison import Compared, GivenBy, compared_reasons, compared_stories
from marsad.analyse.told import Told
from marsad.analyse.voices import voices
from marsad.case.selection import Selection
from marsad.cli import options
from marsad.cli.filters import filters
from marsad.cli.link import linked
from marsad.cli.listing import case_file, form, line, opened, print_lines, print_rows
from marsad.cli.timeline import STORY_COLUMNS, headline, in_cells
from marsad.cli.why import driver_cells

_SIDE = ("documents", "origins", "firm", "hedged", "denied", "items", "sentences")
_REASONS = ("actor", "actor_name", "place", "place_id", "category", "given_by",
            *(f"{side}_{name}" for side in ("one", "other") for name in _SIDE))  # fmt: skip
_EVENTS = ("given_by", *STORY_COLUMNS)


@click.command()
@case_file
@click.argument("one")
@click.argument("other")
@click.option("--events", is_flag=True, help="The events that each reports, instead of the reasons that each gives.")
@filters()
@form
def compare(case: Path, one: str, other: str, events: bool, selection: Selection, form: str) -> None:
    """Print which reasons two outlets, or two periods, share, and which only one gives.

    ONE and OTHER are outlets as `marsad documents` names them, or dates and stretches of publication
    (2015-07, 2015-07-01/2015-07-15).

    \b
    marsad compare hamrin.marsad "وكالة السهل" "شبكة الفرات" --actor islamic_state
    marsad compare hamrin.marsad 2020-04 2020-05 --format json
    marsad compare hamrin.marsad "وكالة السهل" "شبكة الفرات" --events
    """
    sides = [_side(selection, named) for named in (one, other)]
    if events:
        with linked(case) as held:
            _print_stories(compared_stories(held, selection, *sides), form)
        return
    with opened(case) as held:
        reasons = compared_reasons(*(voices(held, side) for side in sides))
    if form == "json":
        print_rows([row.plain for row in reasons], form, ())
    elif form == "csv":
        print_rows([_in_cells(row) for row in reasons], form, _REASONS)
    else:
        print_lines(told_line for row in reasons for told_line in _lines(row, one, other))


def _print_stories(rows: Sequence[tuple[GivenBy, Told]], form: str) -> None:
    if form == "json":
        print_rows((b'{"given_by":"%b",' % by.encode() + story.json[1:] for by, story in rows), form, ())
    elif form == "csv":
        print_rows([{"given_by": by, **in_cells(story)} for by, story in rows], form, _EVENTS)
    else:
        print_lines(told_line for by, story in rows for told_line in _story_lines(by, story))


def _story_lines(by: GivenBy, told: Told) -> Iterator[str]:
    """A story on one line, and who tells it, with which reports, on another."""
    story = told.summary
    yield f"{by}: {headline(story)}"
    yield line(f"  {', '.join(story.outlets)}", f"[{', '.join(report.item for report in told.cited())}]")


def _side(selection: Selection, named: str) -> Selection:
    """What a side is about: a period where it is written as one, else an outlet."""
    first, last = options.first_day(named), options.last_day(named)
    if first and last:
        return replace(selection, since=first, until=last)
    return replace(selection, outlets=(named,))


def _in_cells(row: Compared) -> Mapping[str, Any]:
    """A reason in the cells of _REASONS."""
    sides = [(f"{name}_", side) for name, side in (("one", row.one), ("other", row.other)) if side]
    cells = {name + key: value for name, side in sides for key, value in driver_cells(side).items()}
    return {**(row.about or {}), "given_by": row.given_by, **cells}


def _lines(row: Compared, one: str, other: str) -> Iterator[str]:
    about = row.about or {}
    yield line(*(about[name] for name in ("actor", "place", "category")))
    for name, side in ((one, row.one), (other, row.other)):
        if side is None:
            yield line(f"  {name}: does not give it")
            continue
        yield line(f"  {name}: {side.origins} independent, firm {side.firm}, hedged {side.hedged}")
        for voice in side.voices:
            yield line(f"    [{voice.said.item}]  {voice.said.sentence.strip()}")
    yield ""
