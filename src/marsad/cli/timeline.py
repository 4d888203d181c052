"""`marsad timeline`: the events of a case in time, each told once with all its reports."""

from __future__ import annotations

from pathlib import Path

import click

from marsad.analyse.links import links_of
from marsad.analyse.stories import Story, stories
from marsad.analyse.timeline import timeline as periods
from marsad.case.selection import Selection
from marsad.cli.filters import filters
from marsad.cli.link import linked
from marsad.cli.listing import case_file, form, print_rows, say

_STORIES = ("group", "date", "type", "place", "killed_low", "killed_high", "injured_low", "injured_high", "documents",
            "origins", "outlets", "contradictions", "reports")  # fmt: skip
_PERIODS = ("period", "events", "reports", "killed_low", "killed_high", "types")


@click.command()
@case_file
@filters("--type", "An event type of the codebook.")
@click.option("--by", "step", type=click.Choice(("day", "month", "year")), help="Count by period instead.")
@click.option("--origins", type=click.IntRange(1), default=1, help="Only what so many independent documents tell.")
@form
def timeline(case: Path, selection: Selection, step: str | None, origins: int, form: str) -> None:
    """Print the events of a case by date, each once, with all the reports of it.

    Reports of one event are linked, never merged: figures are told as the least and the most that any report says,
    and where independent reports exclude each other the fields are named. The case is linked first where it has
    changed since. With --by each period is told: its events, and the sums of the least and the most.

    \b
    marsad timeline hamrin.marsad --place كركوك
    marsad timeline hamrin.marsad --origins 2 --format json
    marsad timeline hamrin.marsad --by month
    """
    with linked(case) as held:
        told = [s for s in stories(held.events(selection), links_of(held)) if s.origins >= origins]
    if step is not None:
        print_rows([period.plain for period in periods(told, step)], form, _PERIODS)  # type: ignore[arg-type]
    elif form == "table":
        for story in told:
            _tell(story)
    else:
        print_rows([story.plain for story in told], form, _STORIES)


def _tell(story: Story) -> None:
    head = [story.date or "undated", story.type, story.place, _toll("killed", story.killed.low, story.killed.high),
            _toll("injured", story.injured.low, story.injured.high)]  # fmt: skip
    say(*head)
    counted = f"  {len(story.reports)} reports, {story.origins} independent"
    if story.contradictions:
        counted += f"; they contradict each other on {', '.join(story.contradictions)}"
    if len(story.reports) > 1:
        click.echo(counted)
    for report in story.reports:
        told = [report.reference, report.document.outlet, report.document.published]
        say(f"  [{' · '.join(part for part in told if part)}]  {report.words.strip()}")
    click.echo()


def _toll(name: str, low: int | None, high: int | None) -> str | None:
    if low is None and high is None:
        return None
    least, most = ("?" if bound is None else str(bound) for bound in (low, high))
    return f"{name} {least}" if least == most else f"{name} {least} to {most}"
