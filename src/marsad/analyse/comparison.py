"""Two outlets, or two periods, beside each other: which reasons both give, and which only one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from marsad.analyse.drivers import Driver, drivers
from marsad.analyse.told import Told, told_stories
from marsad.analyse.voices import Voice
from marsad.case.case import Case
from marsad.case.selection import Selection

Key = tuple[str, str, str]
GivenBy = Literal["both", "one", "other"]
_GIVEN_BY: Sequence[GivenBy] = ("both", "one", "other")


@dataclass(frozen=True, slots=True)
class Compared:
    """A reason (actor, place, category) and what each side says of it; None where a side does not give it."""

    one: Driver | None
    other: Driver | None

    @property
    def given_by(self) -> GivenBy:
        """Who gives it."""
        return "other" if self.one is None else "one" if self.other is None else "both"

    @property
    def plain(self) -> Mapping[str, Any]:
        """The row as JSON values."""
        return {
            **(self.about or {}),
            "given_by": self.given_by,
            "one": self.one and self.one.told,
            "other": self.other and self.other.told,
        }

    @property
    def about(self) -> Mapping[str, str | None] | None:
        """Actor, place and category as JSON values."""
        either = self.one or self.other
        return either.about if either else None


def compared_reasons(one: Sequence[Voice], other: Sequence[Voice]) -> list[Compared]:
    """Reasons that both sides give first, then those of `one` alone, then those of `other`; each by origins."""
    left, right = ({_key(driver): driver for driver in drivers(voices)} for voices in (one, other))
    rows = {key: Compared(left.get(key), right.get(key)) for key in {**left, **right}}
    return [rows[key] for key in sorted(rows, key=lambda key: _order(key, rows[key]))]


def compared_stories(case: Case, selection: Selection, one: Selection, other: Selection) -> list[tuple[GivenBy, Told]]:
    """The stories of a selection that either side (outlets, or days of publication) tells, with who does: those of
    both first."""
    left, right = (_documents(case, side) for side in (one, other))
    rows: list[tuple[GivenBy, Told]] = []
    for story in told_stories(case, selection, by=left | right):
        documents = story.documents
        by_one, by_other = not documents.isdisjoint(left), not documents.isdisjoint(right)
        rows.append(("both" if by_one and by_other else "one" if by_one else "other", story))
    return sorted(rows, key=lambda row: _GIVEN_BY.index(row[0]))


def _documents(case: Case, side: Selection) -> set[int]:
    """The numbers of the documents of a side."""
    if side.outlets:
        marks = ", ".join("?" for _ in side.outlets)
        rows = case.query(f"SELECT doc FROM document WHERE outlet IN ({marks})", *side.outlets)
    else:
        rows = case.query(
            "SELECT doc FROM document WHERE until >= ? AND since <= ?", side.since or "", side.until or "9"
        )
    return {number for (number,) in rows}


def _key(driver: Driver) -> Key:
    about = driver.about
    return str(about["actor"]), str(about["place_id"] or about["place"]), str(about["category"])


def _order(key: Key, row: Compared) -> tuple[int, int, Key]:
    return _GIVEN_BY.index(row.given_by), -sum(side.origins for side in (row.one, row.other) if side), key
