"""Where an event was: its own place, not a landmark, a party's or another act's."""

from __future__ import annotations

import pytest
from tests.tables import cases


@pytest.mark.parametrize("case", cases("events_places"), ids=lambda c: c["text"])
def test_places(reader, case):
    events = [e for e in reader.read(case["text"]).events if e.type == case["type"]]
    assert len(events) == 1
    assert "|".join(p.text for p in events[0].place) == case["places"]
