"""Events of a case as several documents tell them: origins counted apart from copies, contradictions kept.

A story is a group of linked reports. Nothing is merged away: each report stays with its figures and parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from marsad.analyse.days import days_of
from marsad.case.answers import Answer
from marsad.collecting import collection_paused
from marsad.model import Count, Event

Report = Answer[Event]


@dataclass(frozen=True, slots=True)
class Figures:
    """A toll over the reports: `low` and `high` are the least and the most that any says, None where nobody does.

    `agreed` is False where two independent reports exclude each other."""

    low: int | None
    high: int | None
    agreed: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """What the reports of a story say together: the fields that are told of it, in their order, before its reports.

    Bounds of tolls are None where nobody gives one."""

    group: str
    date: str | None
    type: str
    place: str | None
    killed_low: int | None
    killed_high: int | None
    injured_low: int | None
    injured_high: int | None
    documents: int
    origins: int
    outlets: tuple[str, ...]
    contradictions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One event and its reports, the earliest first.

    `date`, `type` and `place` are what most independent reports say, the more exact where they are even.
    `contradictions` names the fields in which reports exclude each other: date, killed, injured, perpetrators,
    status."""

    group: str
    reports: tuple[Report, ...]
    date: str | None
    type: str
    place: str | None
    killed: Figures
    injured: Figures
    origins: int
    outlets: tuple[str, ...]
    contradictions: tuple[str, ...]

    @property
    def summary(self) -> Summary:
        """What its reports say together."""
        return Summary(
            self.group, self.date, self.type, self.place, self.killed.low, self.killed.high, self.injured.low,
            self.injured.high, len({report.document.number for report in self.reports}), self.origins, self.outlets,
            self.contradictions,
        )  # fmt: skip


@collection_paused()
def stories(reports: Iterable[Report], groups: Mapping[int, str]) -> list[Story]:
    """The stories that the reports make, by date, then group; a report without a group is a story of its own."""
    held: dict[str, list[Report]] = {}
    for report in reports:
        held.setdefault(groups.get(report.item, f"i{report.item}"), []).append(report)
    told = [_story(group, members) for group, members in held.items()]
    return sorted(told, key=lambda story: (story.date is None, story.date or "", story.group))


def _story(group: str, members: Sequence[Report]) -> Story:
    ordered = sorted(members, key=lambda r: (r.document.published or "9", r.item))
    independent = list({report.document.origin: report for report in reversed(ordered)}.values())[::-1]
    events = [report.value for report in independent]
    killed, injured = (_figures([getattr(event, harm) for event in events]) for harm in ("killed", "injured"))
    return Story(
        group=group,
        reports=tuple(ordered),
        date=_most(event.date for event in events),
        type=_most(event.type for event in events) or ordered[0].value.type,
        place=_most(place.text for event in events for place in event.place[:1]),
        killed=killed,
        injured=injured,
        origins=len(independent),
        outlets=tuple(sorted({report.document.outlet for report in ordered if report.document.outlet})),
        contradictions=tuple(_contradictions(events, killed, injured)),
    )


def _most(values: Iterable[str | None]) -> str | None:
    """The value that most say; of several the longest (a day before its month), then the first."""
    told = [value for value in values if value]
    if len(told) < 2:  # nearly all: most events are told once
        return told[0] if told else None
    counts = Counter(told)
    return max(counts, key=lambda value: (counts[value], len(value)), default=None)


def _figures(counts: Iterable[Count | None]) -> Figures:
    told = [count for count in counts if count is not None and (count.min is not None or count.max is not None)]
    lows = [count.min for count in told if count.min is not None]
    highs = [value for count in told if (value := count.max if count.max is not None else count.min) is not None]
    agreed = not any(
        one.max is not None and other.min is not None and one.max < other.min for one in told for other in told
    )
    return Figures(min(lows, default=None), max(highs, default=None), agreed)


def _contradictions(events: Sequence[Event], killed: Figures, injured: Figures) -> Iterable[str]:
    if len(events) < 2:
        return
    days = [stretch for event in events if (stretch := days_of(event.date))]
    if any(one[1] < other[0] for one in days for other in days):
        yield "date"
    if not killed.agreed:
        yield "killed"
    if not injured.agreed:
        yield "injured"
    blamed = [keys for event in events if (keys := {p.key for p in event.perpetrators if p.key})]
    if any(not one & other for one in blamed for other in blamed):
        yield "perpetrators"
    if any(event.status == "denied" for event in events) and any(event.status != "denied" for event in events):
        yield "status"
