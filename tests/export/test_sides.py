"""Whose the dead are, and what kind of actor somebody is, in the terms of UCDP and ACLED."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.report.sample import record
from tests.tables import cases

from marsad.export import acled, ucdp
from marsad.export.acled_actors import kind_of
from marsad.export.fields import field_map
from marsad.model import ActorRef, CodedAs, Count, Event, PlaceRef
from marsad.model.event import Victims

SIDES = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")


@pytest.mark.parametrize("row", cases("acled_actors"), ids=lambda row: row["text"])
def test_kinds_of_actors(row: dict[str, str]) -> None:
    actor = ActorRef(row["text"], key=row["key"] or None, type=row["type"] or None)
    assert kind_of(actor, row["country"] or None) == row["kind"]


def test_every_group_that_is_named_is_known() -> None:
    from marsad.resources import Resources
    from marsad.tables.lookup import all_actors

    known = all_actors(Resources())
    named = [key for keys in field_map("acled_actors")["named"].values() for key in keys]
    assert len(named) == len(set(named))
    assert not [key for key in named if key not in known]


def _actors(cell: str) -> Iterator[ActorRef]:
    for told in filter(None, cell.split("|")):
        text, type_, key = told.split(":")
        yield ActorRef(text, key=key or None, type=type_ or None)


def _event(row: dict[str, str]) -> Event:
    parts = (told.split(":") for told in filter(None, row["parts"].split("|")))
    return Event(
        "e1", 0, 5, "هاجم", "armed_attack", "t", date="2020-01-14",
        place=(PlaceRef("الصنوبر", lat=35.5, lon=36.25, country="SY", kind="village"),),
        perpetrators=tuple(_actors(row["perpetrators"])), targets=tuple(_actors(row["targets"])),
        killed=Count(int(row["toll"]), int(row["toll"])), acled=CodedAs("Battles", "Armed clash"),
        victims=tuple(Victims(who, "killed", int(count), int(count)) for who, count in parts),
    )  # fmt: skip


@pytest.mark.parametrize("row", cases("ucdp_deaths"), ids=lambda row: row["parts"] or "nobody told")
def test_deaths_by_side(row: dict[str, str]) -> None:
    (made,) = ucdp.rows([replace(record(), events=(_event(row),))])
    assert [made[side] for side in SIDES] == [int(row[side]) for side in ("a", "b", "civilians", "unknown")]
    assert sum(made[side] for side in SIDES) == made["best"]


def test_armies_abroad_are_forces_from_elsewhere() -> None:
    event = _event({"perpetrators": "الجيش التركي:state_force:turkish_armed_forces",
                    "targets": "ثلاثة مدنيين::", "parts": "", "toll": "3"})  # fmt: skip
    (made,) = acled.rows([replace(record(), events=(event,))])
    assert (made["inter1"], made["inter2"], made["interaction"], made["civilian_targeting"]) == (
        "External/Other forces", "Civilians", "External/Other forces-Civilians", "Civilian targeting",
    )  # fmt: skip
