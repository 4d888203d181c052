"""Tolls told in a sentence of their own go to the act before them only where nothing leaves it in doubt."""

from __future__ import annotations

import pytest
from tests.tables import cases


def _told(event) -> str:
    killed = event.killed
    bounds = "-" if killed is None else f"{killed.min}..{'' if killed.max is None else killed.max}"
    return f"{event.type}={bounds}"


@pytest.mark.parametrize("case", cases("events_tolls"), ids=lambda c: c["text"])
def test_tolls(reader, case):
    assert [_told(e) for e in reader.read(case["text"]).events] == case["events"].split()
