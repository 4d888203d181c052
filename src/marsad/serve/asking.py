"""The filters of the analysis pages: read from the address, so that every view of a case has one."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.case.selection import Selection
from marsad.ingest.dates import edtf_date
from marsad.serve.view import View
from marsad.times.bounds import bounds


@dataclass(frozen=True, slots=True)
class Filters:
    """What the form of a page shows, as it was asked; `selection` is what that means."""

    actor: str | None
    place: str | None
    since: str | None
    until: str | None
    outlet: str | None
    types: tuple[str, ...]

    @classmethod
    def of(cls, view: View) -> Filters:
        """The filters in the address; what is no date is left out."""
        since, until = (edtf_date(view.asked(name) or "") for name in ("since", "until"))
        types = tuple(view.asked_all("type"))
        return cls(view.asked("actor"), view.asked("place"), since, until, view.asked("outlet"), types)

    @property
    def selection(self) -> Selection:
        """The selection for the case."""
        first, last = bounds(self.since)[0], bounds(self.until)[1]
        return Selection(
            types=self.types,
            actor=self.actor,
            place=self.place,
            since=first.isoformat() if first else None,
            until=last.isoformat() if last else None,
            outlets=(self.outlet,) if self.outlet else (),
        )


def outlets_of(view: View) -> list[str]:
    """The outlets of the case, those with most documents first."""
    rows = view.case.query(
        "SELECT outlet FROM document WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY count(*) DESC, outlet"
    )
    return [name for (name,) in rows]
