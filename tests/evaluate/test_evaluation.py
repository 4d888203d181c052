"""Figures of small records whose answers are counted by hand."""

from __future__ import annotations

from typing import Any

import pytest

from marsad.evaluate import Figures, Tally, evaluate

# Two sentences, [0, 40) and [41, 80).
SENTENCES = [[0, 40], [41, 80]]


def gold(**layers: Any) -> dict[str, dict[str, Any]]:
    return {"d": {"id": "d", "sentence_spans": SENTENCES, **layers}}


def event(start: int, end: int, kind: str, **more: Any) -> dict[str, Any]:
    return {"start": start, "end": end, "type": kind, **more}


@pytest.mark.parametrize(
    ("tally", "p", "r", "f1"),
    [
        (Tally(3, 4, 6), 0.5, 0.75, 0.6),
        (Tally(0, 0, 0), 1.0, 1.0, 1.0),
        (Tally(0, 0, 2), 0.0, 1.0, 0.0),
        (Tally(0, 5, 0), 0.0, 0.0, 0.0),
        (Tally(1, 3, 3), 0.3333, 0.3333, 0.3333),
    ],
)
def test_figures_of_a_tally(tally: Tally, p: float, r: float, f1: float) -> None:
    assert tally.figures() == Figures(p, r, f1, tally.tp, tally.gold, tally.system)


def test_a_found_place_counts_apart_from_a_resolved_one() -> None:
    places = [{"start": 0, "end": 5, "kind": "city", "country": "IQ", "lat": 35.5, "lon": 44.4}]
    far = [{"start": 0, "end": 5, "country": "IQ", "lat": 33.3, "lon": 44.4}]
    result = evaluate(gold(places=places), {"d": {"places": far}})
    assert (result.figures["places"].tp, result.figures["places.resolved"].tp) == (1, 0)
    assert [d.kind for d in result.disagreements] == ["differs"]


def test_an_event_told_elsewhere_is_the_same_where_two_arguments_agree() -> None:
    told = event(0, 5, "shelling", date="2020-01-14", killed={"min": 7, "max": 7})
    again = event(50, 55, "shelling", date="2020-01-14", killed={"min": 7, "max": 7})
    other = event(50, 55, "shelling", date="2020-01-14", killed={"min": 3, "max": 3})
    assert evaluate(gold(events=[told]), {"d": {"events": [again]}}).figures["events.typed"].tp == 1
    assert evaluate(gold(events=[told]), {"d": {"events": [other]}}).figures["events.typed"].tp == 0


def test_arguments_of_an_event_of_another_type_are_wrong() -> None:
    told = event(0, 5, "shelling", killed={"min": 7, "max": 7})
    result = evaluate(gold(events=[told]), {"d": {"events": [told | {"type": "air_strike"}]}})
    assert result.figures["events"].tp == 1
    assert result.figures["event.killed"] == Figures(0.0, 0.0, 0.0, 0, 1, 1)


def test_order_and_marks_of_reasons_count_only_where_they_are_set() -> None:
    reason = {"start": 0, "end": 20, "category": "territory", "order": 1, "hedged": True, "denied": False}
    result = evaluate(gold(reasons=[reason]), {"d": {"reasons": [reason | {"order": 2, "denied": True}]}})
    assert result.figures["reasons.order"] == Figures(0.0, 0.0, 0.0, 0, 1, 1)
    assert result.figures["reasons.hedged"].tp == 1
    assert result.figures["reasons.denied"] == Figures(0.0, 1.0, 0.0, 0, 0, 1)


def test_statements_of_one_sentence_pair_by_speaker() -> None:
    def said(by: str, kind: str) -> dict[str, Any]:
        return {"start": 3, "end": 6, "speaker": {"text": by}, "kind": kind}

    both = [said("الوزير", "report"), said("الناطق", "denial")]
    result = evaluate(gold(statements=both), {"d": {"statements": both[::-1]}})
    assert result.figures["statements.speaker"].tp == result.figures["statements.kind"].tp == 2


def test_layers_that_the_gold_does_not_cover_do_not_count() -> None:
    found = {"d": {"times": [{"start": 0, "end": 3, "edtf": "2020"}]}}
    result = evaluate(gold(layers=["reasons"]), found)
    assert result.figures["times"] == Figures(1.0, 1.0, 1.0, 0, 0, 0)


def test_a_document_without_a_record_counts_as_empty() -> None:
    result = evaluate(gold(outlooks=[{"start": 0, "end": 9}]), {})
    assert result.without_record == ("d",)
    assert result.figures["outlooks"].r == 0.0
