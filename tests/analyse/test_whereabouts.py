"""Where and when events happened: each once, at the places of all its reports."""

from __future__ import annotations

import pytest

from marsad.analyse.listing import count_events, counts_by_period
from marsad.analyse.whereabouts import whereabouts
from marsad.case import Case
from marsad.case.selection import Selection


def test_each_event_stands_once(case: Case) -> None:
    found = whereabouts(case)
    assert len(found.events) == count_events(case)
    days = [(event.since, event.until) for event in found.events if event.since and event.until]
    assert all(since <= until for since, until in days)
    within = sum(since[:7] == until[:7] for since, until in days)
    assert within <= sum(counts_by_period(case).values())


def test_spots_count_events_and_hold_no_country(case: Case) -> None:
    found = whereabouts(case)
    assert [spot.events for spot in found.spots] == [
        sum(n in event.spots for event in found.events) for n in range(len(found.spots))
    ]
    assert [spot.events for spot in found.spots] == sorted((spot.events for spot in found.spots), reverse=True)
    assert not [spot for spot in found.spots if spot.kind == "country"]


def test_a_selection_narrows(case: Case) -> None:
    whole, part = whereabouts(case), whereabouts(case, Selection(place="iq-city-baqubah"))
    assert 0 < len(part.events) < len(whole.events)
    assert "iq-city-baqubah" in {spot.id for spot in part.spots}
    assert whereabouts(case, Selection(actor="nobody_of_this_name")).spots == ()


@pytest.mark.parametrize(("since", "until"), [("2021-03-01", None), (None, "2021-03-31"), ("2021-03-01", "2021-03-31")])
def test_a_stretch_of_time_holds_what_the_database_says(case: Case, since: str | None, until: str | None) -> None:
    whole, told = whereabouts(case), Selection(since=since, until=until)
    assert sum(event.within(since, until) for event in whole.events) == count_events(case, told)
    narrowed = whole.narrowed(since, until)
    assert {spot.id for spot in narrowed} >= {spot.id for spot in whereabouts(case, told).spots}
    assert [spot.events for spot in narrowed] == sorted((spot.events for spot in narrowed), reverse=True)
