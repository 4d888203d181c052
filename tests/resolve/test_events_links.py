"""Which event led to which, and how many acts one noun tells."""

from __future__ import annotations

import pytest
from tests.tables import cases


@pytest.mark.parametrize("case", cases("events_links"), ids=lambda c: c["text"])
def test_links_and_counts(reader, case):
    events = reader.read(case["text"]).events
    triggers = {e.id: e.trigger for e in events}
    links = [f"{e.trigger}>{triggers[effect]}" for e in events for effect in e.led_to]
    counts = [f"{e.trigger}={e.count}" for e in events if e.count is not None]
    assert ["|".join(links), "|".join(counts)] == [case["links"], case["counts"]]
