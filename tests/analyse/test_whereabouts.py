"""Where and when events happened: each once, at the places of all its reports."""

from __future__ import annotations

from marsad.analyse.listing import count_events, counts_by_period
from marsad.analyse.whereabouts import whereabouts
from marsad.case import Case
from marsad.case.selection import Selection


def test_each_event_stands_once(case: Case) -> None:
    found = whereabouts(case)
    assert len(found.events) == count_events(case)
    days = [(since, until) for since, until, _ in found.events if since and until]
    assert all(since <= until for since, until in days)
    within = sum(since[:7] == until[:7] for since, until in days)
    assert within <= sum(counts_by_period(case).values())


def test_spots_count_events_and_hold_no_country(case: Case) -> None:
    found = whereabouts(case)
    assert [spot.events for spot in found.spots] == [
        sum(n in places for _, _, places in found.events) for n in range(len(found.spots))
    ]
    assert [spot.events for spot in found.spots] == sorted((spot.events for spot in found.spots), reverse=True)
    assert not [spot for spot in found.spots if spot.kind == "country"]


def test_a_selection_narrows(case: Case) -> None:
    whole, part = whereabouts(case), whereabouts(case, Selection(place="iq-city-baqubah"))
    assert 0 < len(part.events) < len(whole.events)
    assert "iq-city-baqubah" in {spot.id for spot in part.spots}
    assert whereabouts(case, Selection(actor="nobody_of_this_name")).spots == ()
