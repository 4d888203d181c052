"""`marsad compare`: two outlets, or two periods, beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from marsad.analyse.comparison import Compared, compared_reasons, compared_stories
from marsad.analyse.voices import voices
from marsad.case.selection import Selection
from marsad.cli import options
from marsad.cli.filters import filters
from marsad.cli.link import linked
from marsad.cli.listing import case_file, form, line, print_lines, print_rows

_REASONS = ("actor", "actor_name", "place", "place_id", "category", "given_by", "one", "other")
_EVENTS = ("given_by", "group", "date", "type", "place", "killed_low", "killed_high", "outlets", "reports")


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
    with linked(case) as held:
        if events:
            told = [{"given_by": by, **story.plain} for by, story in compared_stories(held, selection, *sides)]
        else:
            reasons = compared_reasons(*(voices(held, side) for side in sides))
            told = [dict(row.plain) for row in reasons] if form != "table" else []
    if form != "table":
        print_rows(told, form, _EVENTS if events else _REASONS)
    elif events:
        print_rows(told, form, _EVENTS[:-1])
    else:
        print_lines(told_line for row in reasons for told_line in _lines(row, one, other))


def _side(selection: Selection, named: str) -> Selection:
    """What a side is about: a period where it is written as one, else an outlet."""
    first, last = options.first_day(named), options.last_day(named)
    if first and last:
        return replace(selection, since=first, until=last)
    return replace(selection, outlets=(named,))


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
