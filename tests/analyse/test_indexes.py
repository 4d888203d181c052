"""Actors, places and coverage of a case."""

from __future__ import annotations

from marsad.analyse.coverage import coverage
from marsad.analyse.indexes import actors, places
from marsad.case import Case


def test_places_with_their_roles(case: Case) -> None:
    found = {row.id: row for row in places(case)}
    baqubah = found["iq-city-baqubah"]
    assert baqubah.documents >= 4
    assert baqubah.roles["event"] >= 3
    assert [row.documents for row in places(case)] == sorted((row.documents for row in places(case)), reverse=True)


def test_outlets_narrow(case: Case) -> None:
    assert {row.id for row in places(case, ("ه",))} < {row.id for row in places(case)}
    assert {row.id for row in actors(case, (), ("ه",))} < {row.id for row in actors(case, ())}


def test_private_persons_are_not_gathered(case: Case) -> None:
    persons = {key for (key,) in case.query("SELECT DISTINCT key FROM party WHERE type = 'person' AND key IS NOT NULL")}
    assert persons
    assert not persons & {row.id for row in actors(case, ())}
    assert persons & {row.id for row in actors(case, persons)}


def test_coverage_adds_up(case: Case) -> None:
    found = coverage(case)
    assert found.documents == len(case.documents()) == sum(found.outlets.values())
    assert found.undated + sum(found.months.values()) == found.documents
    assert found.layers["events"] == {"machine": len(case.events())}
    assert (found.first or "") <= (found.last or "")
