"""Where and when events happened, as the scripts of map and timeline get it: small, since they hold all of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from marsad.analyse.whereabouts import Happened, whereabouts
from marsad.case.case import Case
from marsad.report.safe import safe
from marsad.serve.asking import Filters

_EPOCH = date(1970, 1, 1).toordinal()


def happening(case: Case, filters: Filters) -> dict[str, Any]:
    """`spots` as of `whereabouts`, `events` as [first day, last day, [numbers of spots], [days of other reports…]];
    days count from 1970-01-01. Both lists are left out where they are empty and last.

    Time is no filter here: the scripts narrow what they have."""
    found = whereabouts(case, replace(filters.selection, since=None, until=None))
    return {
        "spots": [{**spot.plain, "name": safe(spot.name), "text": safe(spot.text)} for spot in found.spots],
        "events": [_short(event) for event in found.events],
    }


def _short(event: Happened) -> list[Any]:
    days = [_day(event.since), _day(event.until)]
    others = [_day(day) for pair in event.others for day in pair]
    return [*days, event.spots, others] if others else [*days, event.spots] if event.spots else days


def _day(iso: str | None) -> int | None:
    return date.fromisoformat(iso).toordinal() - _EPOCH if iso else None
