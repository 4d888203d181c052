"""Tolls of acts that are told more than once: which figure stands, and whether it is open above."""

from __future__ import annotations

import pytest
from tests.tables import cases

from marsad.resources import Resources


def bounds(killed) -> str:
    return "-" if killed is None else f"{killed.min}..{'' if killed.max is None else killed.max}"


@pytest.mark.parametrize("case", cases("events_retold"), ids=lambda c: c["text"])
def test_tolls_of_acts_told_again(reader, case):
    title, text = case["title"] or None, case["text"].replace("|", "\n")
    events = reader.read(f"{title}\n{text}" if title else text, title=title).events
    assert [f"{e.type}={bounds(e.killed)}" for e in events] == case["events"].split()


@pytest.mark.parametrize("row", list(Resources().rows("vocab/toll_links.tsv")), ids=lambda r: r["cue"])
def test_cues_of_tolls(reader, row):
    held = []
    for text in (row["example"], row["counter"]):
        events = [e for e in reader.read(text).events if e.type == row["type"]]
        held.append(bool(events) and bounds(events[0].killed) == row["killed"])
    assert any(form in row["example"] for form in row["forms"].split("|"))
    assert held == [True, False]
