"""Confidence: shares of counts, drawn towards the layer's, and nothing else of an item changes."""

from __future__ import annotations

from dataclasses import replace

from marsad.analysis import Analysis
from marsad.codebook import codebook_of
from marsad.model import Document, Event, Reason
from marsad.resolve.confidence import LEAST, MOST, TABLE, Confidence, Scale
from marsad.resources import Resources

COUNTS = {"events": {("all", "all"): (100, 70), ("type", "clash"): (50, 45), ("type", "vote"): (1, 0)}}


def test_a_share_moves_from_the_layers_by_what_it_rests_on() -> None:
    scale = Scale(COUNTS)
    known, rare, new = (scale("events", [("type", value)]) for value in ("clash", "vote", "riot"))
    assert new == 0.7
    assert 0.7 < known < 0.9
    assert 0.65 < rare < 0.7


def test_only_confidence_changes() -> None:
    event = Event("e1", 0, 4, "اشتباك", "clash", "table:events/trigger", confidence=0.1)
    reason = Reason("r1", 5, 9, "طلباً للمال", "resources", "reasons.sake", confidence=0.1)
    analysis = replace(Analysis(Document("d", "")), events=(event,), reasons=(reason,))
    held = Confidence(Resources())(analysis)
    assert held["events"] == (replace(event, confidence=held["events"][0].confidence),)
    assert held["reasons"] == (replace(reason, confidence=held["reasons"][0].confidence),)
    assert all(LEAST <= item.confidence <= MOST and item.confidence != 0.1 for layer in held.values() for item in layer)


def test_the_table_counts_types_of_the_codebook() -> None:
    resources = Resources()
    rows = list(resources.rows(TABLE))
    book = resources.of(codebook_of)
    known = {*book.event_types, *book.sections["reason_categories"]}
    assert {row["value"] for row in rows if row["feature"] in ("type", "category")} <= known
    assert all(0 <= int(row["right"]) <= int(row["read"]) for row in rows)
