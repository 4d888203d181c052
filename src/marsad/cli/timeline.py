"""`marsad timeline`: the events of a case in time, each told once with all its reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from marsad.analyse.timeline import timeline as periods
from marsad.analyse.told import Told, summaries, told_stories
from marsad.case.selection import Selection
from marsad.cli.filters import filters
from marsad.cli.link import linked
from marsad.cli.listing import case_file, form, line, print_lines, print_rows

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
        if step is not None:
            counted = [story for story in summaries(held, selection) if story.origins >= origins]
            print_rows([period.plain for period in periods(counted, step)], form, _PERIODS)  # type: ignore[arg-type]
            return
        told = told_stories(held, selection, origins)
    if form == "table":
        print_lines(told_line for story in told for told_line in _lines(story))
    else:
        print_rows([story.plain for story in told], form, _STORIES)


def _lines(told: Told) -> Iterator[str]:
    story = told.summary
    yield line(
        story.date or "undated", story.type, story.place, _toll("killed", story.killed_low, story.killed_high),
        _toll("injured", story.injured_low, story.injured_high),
    )  # fmt: skip
    counted = f"  {story.reports} reports, {story.origins} independent"
    if story.contradictions:
        counted += f"; they contradict each other on {', '.join(story.contradictions)}"
    if story.reports > 1:
        yield counted
    for report in told.cited():
        place = " · ".join(part for part in (report.item, report.outlet, report.published) if part)
        yield line(f"  [{place}]  {report.sentence.strip()}")
    yield ""


def _toll(name: str, low: int | None, high: int | None) -> str | None:
    if low is None and high is None:
        return None
    least, most = ("?" if bound is None else str(bound) for bound in (low, high))
    return f"{name} {least}" if least == most else f"{name} {least} to {most}"
