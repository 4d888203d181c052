"""How many were harmed: bounds, parts, dead and injured not told apart."""

from __future__ import annotations

import pytest
from tests.tables import cases


def bounds(count):
    if count is None:
        return "-"
    return f"{'' if count.min is None else count.min}..{'' if count.max is None else count.max}"


@pytest.mark.parametrize("case", cases("casualties"), ids=lambda c: c["text"])
def test_toll(reader, case):
    (event,) = reader.read(case["text"]).events
    assert (bounds(event.killed), bounds(event.injured)) == (case["killed"], case["injured"])


def test_parts_of_a_toll_are_kept_and_not_added(reader):
    (event,) = reader.read("قتل 20 شخصا بينهم 5 أطفال في غارة جوية على الحديدة.").events
    assert (event.killed.min, event.killed.max) == (20, 20)
    assert ("killed", 5, 5) in [(v.harm, v.min, v.max) for v in event.victims]


def test_families_are_no_persons(reader):
    text = "أحرق مسلحون 200 دونم من القمح في محيط خانقين، وهجرت 60 عائلة قريتين خوفا من الهجمات."
    assert [e.displaced for e in reader.read(text).events if e.type == "displacement"] == [None]
