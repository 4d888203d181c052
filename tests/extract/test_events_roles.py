"""Who did it and to whom: voice, verbal nouns, light verbs, attribution."""

from __future__ import annotations

import pytest
from tests.tables import cases


def names(parties):
    return [p.key or p.text for p in parties]


@pytest.mark.parametrize("case", cases("roles"), ids=lambda c: c["text"])
def test_roles(reader, case):
    events = [e for e in reader.read(case["text"]).events if e.type == case["type"]]
    assert len(events) == 1
    wanted = [[n for n in case[slot].split("|") if n] for slot in ("perpetrators", "targets")]
    assert [names(events[0].perpetrators), names(events[0].targets)] == wanted
