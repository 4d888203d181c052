"""Events over time: how many events and reports each day, month or year holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from marsad.analyse.stories import Summary

Step = Literal["day", "month", "year"]
SUM = 1_000
"""So many dead are nearly always the sum of a war, a month or a campaign, told again and again: adding them up counts
the same dead several times, and hides those of the period."""

_LENGTH: Mapping[Step, int] = {"day": 10, "month": 7, "year": 4}


@dataclass(frozen=True, slots=True)
class Period:
    """What happened in a period. Tolls add up the least and the most that is said of each event; a story of several
    reports counts once. `period` is None for events that are not told exactly enough.

    `totals` counts events of SUM and more dead, which are left out of the sums."""

    period: str | None
    events: int
    reports: int
    types: Mapping[str, int]
    killed_low: int
    killed_high: int
    totals: int

    @property
    def plain(self) -> Mapping[str, Any]:
        """The period as JSON values."""
        return {
            "period": self.period,
            "events": self.events,
            "reports": self.reports,
            "killed_low": self.killed_low,
            "killed_high": self.killed_high,
            "totals": self.totals,
            "types": dict(self.types),
        }


def timeline(stories: Iterable[tuple[Summary, int]], step: Step = "month") -> list[Period]:
    """The periods that hold events (each with the number of its reports), in order; undated ones last."""
    held: dict[str | None, list[tuple[Summary, int]]] = {}
    for story in stories:
        held.setdefault(_period(story[0].date, step), []).append(story)
    return [_told(period, held[period]) for period in sorted(held, key=lambda p: (p is None, p or ""))]


def _period(edtf: str | None, step: Step) -> str | None:
    """The period that holds all of a date, None where it is longer than that or not known."""
    if edtf is None:
        return None
    ends = {end[: _LENGTH[step]] for end in edtf.split("/")}
    (period, *more) = sorted(ends)
    return None if more or "X" in period or len(period) < _LENGTH[step] or ".." in period else period


def _told(period: str | None, held: Sequence[tuple[Summary, int]]) -> Period:
    types = Counter(summary.type for summary, _ in held)
    single = [summary for summary, _ in held if (summary.killed_high or 0) < SUM]
    return Period(
        period=period,
        events=len(held),
        reports=sum(reports for _, reports in held),
        types=dict(sorted(types.items(), key=lambda entry: (-entry[1], entry[0]))),
        killed_low=sum(summary.killed_low or 0 for summary in single),
        killed_high=sum(summary.killed_high or 0 for summary in single),
        totals=len(held) - len(single),
    )
