"""Events over time: how many events and reports each day, month or year holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from marsad.analyse.stories import Summary

Step = Literal["day", "month", "year"]
_LENGTH: Mapping[Step, int] = {"day": 10, "month": 7, "year": 4}


@dataclass(frozen=True, slots=True)
class Period:
    """What happened in a period. Tolls add up the least and the most that is said of each event; a story of several
    reports counts once. `period` is None for events that are not told exactly enough."""

    period: str | None
    events: int
    reports: int
    types: Mapping[str, int]
    killed_low: int
    killed_high: int

    @property
    def plain(self) -> Mapping[str, Any]:
        """The period as JSON values."""
        return {
            "period": self.period,
            "events": self.events,
            "reports": self.reports,
            "killed_low": self.killed_low,
            "killed_high": self.killed_high,
            "types": dict(self.types),
        }


def timeline(stories: Iterable[Summary], step: Step = "month") -> list[Period]:
    """The periods that hold events, in order; undated ones last."""
    held: dict[str | None, list[Summary]] = {}
    for story in stories:
        held.setdefault(_period(story.date, step), []).append(story)
    return [_told(period, held[period]) for period in sorted(held, key=lambda p: (p is None, p or ""))]


def _period(edtf: str | None, step: Step) -> str | None:
    """The period that holds all of a date, None where it is longer than that or not known."""
    if edtf is None:
        return None
    ends = {end[: _LENGTH[step]] for end in edtf.split("/")}
    (period, *more) = sorted(ends)
    return None if more or "X" in period or len(period) < _LENGTH[step] or ".." in period else period


def _told(period: str | None, stories: list[Summary]) -> Period:
    types = Counter(story.type for story in stories)
    return Period(
        period=period,
        events=len(stories),
        reports=sum(story.reports for story in stories),
        types=dict(sorted(types.items(), key=lambda entry: (-entry[1], entry[0]))),
        killed_low=sum(story.killed_low or 0 for story in stories),
        killed_high=sum(story.killed_high or 0 for story in stories),
    )
