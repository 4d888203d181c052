"""`marsad timeline`: the events of a case in time, each told once with all its reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import msgspec

from marsad.analyse.stories import Summary
from marsad.analyse.timeline import Period
from marsad.analyse.timeline import timeline as periods
from marsad.analyse.told import Told, told_stories
from marsad.case.selection import Selection
from marsad.cli.counting import counted
from marsad.cli.filters import filters
from marsad.cli.link import linked
from marsad.cli.listing import SENTENCES, case_file, form, line, print_lines, print_rows

STORY_COLUMNS = ("group", "date", "type", "place", "killed_low", "killed_high", "injured_low", "injured_high",
                 "documents", "origins", "outlets", "contradictions", "reports", "items", "sentences")  # fmt: skip
_PERIODS = ("period", "events", "reports", "killed_low", "killed_high", "totals", "types")


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
    changed since. With --by each period is told: its events, and the sums of the least and the most; tolls of a
    thousand and more are left out of the sums and counted as totals, since they nearly always sum up a war.

    \b
    marsad timeline hamrin.marsad --place كركوك
    marsad timeline hamrin.marsad --origins 2 --format json
    marsad timeline hamrin.marsad --by month
    """
    with linked(case) as held:
        told = told_stories(held, selection, origins, reports=step is None)
    if step is not None:
        told_periods = periods(((story.summary, len(story.items)) for story in told), step)  # type: ignore[arg-type]
        if form == "table":
            print_lines(map(_period_line, told_periods))
        else:
            print_rows([period.plain for period in told_periods], form, _PERIODS)
    elif form == "json":
        print_rows((story.json for story in told), form, ())
    elif form == "csv":
        print_rows([in_cells(story) for story in told], form, STORY_COLUMNS)
    else:
        print_lines(told_line for story in told for told_line in _lines(story))


def in_cells(told: Told) -> Mapping[str, Any]:
    """A story in the cells of STORY_COLUMNS."""
    reports = list(told.cited())
    return {
        **msgspec.json.decode(told.head),
        "reports": len(reports),
        "items": [report.item for report in reports],
        "sentences": SENTENCES.join(report.sentence.strip() for report in reports),
    }


def _period_line(period: Period) -> str:
    tolls = (period.killed_low, period.killed_high) if period.killed_high else (None, None)
    return line(
        period.period or "not told so exactly", counted(period.events, "event"), counted(period.reports, "report"),
        _toll("killed", *tolls), f"{counted(period.totals, 'total')} left out" if period.totals else None,
        ", ".join(f"{name} {number}" for name, number in period.types.items()),
    )  # fmt: skip


def headline(story: Summary) -> str:
    """What the reports of a story say together, on a line."""
    return line(
        story.date or "undated", story.type, story.place, _toll("killed", story.killed_low, story.killed_high),
        _toll("injured", story.injured_low, story.injured_high),
    )  # fmt: skip


def _lines(told: Told) -> Iterator[str]:
    story = told.summary
    yield headline(story)
    reports = f"  {counted(len(told.items), 'report')}, {story.origins} independent"
    if story.contradictions:
        reports += f"; they contradict each other on {', '.join(story.contradictions)}"
    if len(told.items) > 1:
        yield reports
    for report in told.cited():
        place = " · ".join(part for part in (report.item, report.outlet, report.published) if part)
        yield line(f"  [{place}]  {report.sentence.strip()}")
    yield ""


def _toll(name: str, low: int | None, high: int | None) -> str | None:
    if low is None and high is None:
        return None
    least, most = ("?" if bound is None else str(bound) for bound in (low, high))
    return f"{name} {least}" if least == most else f"{name} {least} to {most}"
