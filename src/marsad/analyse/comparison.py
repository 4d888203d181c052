"""Two outlets, or two periods, beside each other: which reasons both give, and which only one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from marsad.analyse.drivers import Driver, drivers
from marsad.analyse.stories import Story
from marsad.analyse.voices import Voice
from marsad.case.documents import CaseDocument
from marsad.case.selection import Selection

Key = tuple[str, str, str]
GivenBy = Literal["both", "one", "other"]


@dataclass(frozen=True, slots=True)
class Compared:
    """A reason (actor, place, category) and what each side says of it; None where a side does not give it."""

    one: Driver | None
    other: Driver | None

    @property
    def shared(self) -> bool:
        """Whether both give it."""
        return self.one is not None and self.other is not None

    @property
    def plain(self) -> Mapping[str, Any]:
        """The row as JSON values."""
        either = self.one or self.other
        head = (
            {name: either.plain[name] for name in ("actor", "actor_name", "place", "place_id", "category")}
            if either
            else {}
        )
        counts = ("documents", "origins", "firm", "hedged", "denied", "sentences")
        return {
            **head,
            "given_by": "both" if self.shared else "one" if self.one else "other",
            "one": self.one and {name: self.one.plain[name] for name in counts},
            "other": self.other and {name: self.other.plain[name] for name in counts},
        }


def compared_reasons(one: Sequence[Voice], other: Sequence[Voice]) -> list[Compared]:
    """Reasons that both sides give first, then those of `one` alone, then those of `other`; each by origins."""
    left, right = ({_key(driver): driver for driver in drivers(voices)} for voices in (one, other))
    rows = [Compared(left.get(key), right.get(key)) for key in {**left, **right}]
    return sorted(rows, key=_order)


def compared_stories(told: Iterable[Story], one: Selection, other: Selection) -> list[tuple[GivenBy, Story]]:
    """The stories that either side (outlets, or days of publication) tells, with who does: those of both first."""
    rows: list[tuple[GivenBy, Story]] = []
    for story in told:
        documents = [report.document for report in story.reports]
        left, right = (any(_is_of(document, side) for document in documents) for side in (one, other))
        if left or right:
            rows.append(("both" if left and right else "one" if left else "other", story))
    return sorted(rows, key=lambda row: ("both", "one", "other").index(row[0]))


def _is_of(document: CaseDocument, side: Selection) -> bool:
    if side.outlets:
        return document.outlet in side.outlets
    days = document.since, document.until
    return (
        days[0] is not None and days[1] is not None and days[1] >= (side.since or "") and days[0] <= (side.until or "9")
    )


def _key(driver: Driver) -> Key:
    plain = driver.plain
    return str(plain["actor"]), str(plain["place_id"] or plain["place"]), str(plain["category"])


def _order(row: Compared) -> tuple[int, int, Key]:
    sides = [side for side in (row.one, row.other) if side]
    rank = 0 if row.shared else 1 if row.one else 2
    return rank, -sum(side.origins for side in sides), _key(sides[0])
