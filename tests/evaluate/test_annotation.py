"""What annotations may say, and what comes of them."""

from __future__ import annotations

from typing import Any

import pytest

from marsad.evaluate.annotation import annotation_sentences, compile_annotation, occurrences

DOCUMENT = {"id": "d", "text": "قصف على بنش\n\nقصف الجيش بنش أمس. ونفى الجيش القصف؛ وقال ناشط إن «الجيش قصف بنش».\n"}


def compiled(**layers: Any) -> tuple[dict[str, Any], list[str]]:
    return compile_annotation(DOCUMENT, {"id": "d", **layers})


def test_sentences_end_at_lines_and_at_stops_before_white_space() -> None:
    text = DOCUMENT["text"]
    assert [text[a:b] for a, b in annotation_sentences(text)] == [
        "قصف على بنش",
        "قصف الجيش بنش أمس.",
        "ونفى الجيش القصف؛",
        "وقال ناشط إن «الجيش قصف بنش».",
    ]


def test_equal_words_of_a_sentence_are_taken_in_order_and_by_number() -> None:
    text = "بنش بين بنش وبنش"
    assert occurrences(text, "بنش", 0, len(text)) == [0, 8, 13]
    actor = {"s": 0, "text": "بنش", "type": "civilians", "key": "k"}
    gold, faults = compile_annotation(
        {"id": "t", "text": text}, {"id": "t", "actors": [actor, actor, actor | {"n": 1}]}
    )
    assert [a["start"] for a in gold["actors"]] == [0, 8, 0]
    assert not faults


def test_words_that_end_inside_a_longer_word_come_last() -> None:
    text = "الجيشان والجيش"
    assert occurrences(text, "الجيش", 0, len(text)) == [9, 0]


def test_an_argument_takes_over_from_the_mention_in_its_own_sentence() -> None:
    actors = [
        {"s": 1, "text": "الجيش", "type": "state_force", "key": "first"},
        {"s": 2, "text": "الجيش", "type": "state_force", "key": "second"},
    ]
    event = {"id": "e1", "s": 2, "trigger": "القصف", "type": "shelling", "perpetrators": "جيش", "place": None}
    gold, faults = compiled(actors=actors, events=[event])
    assert gold["events"][0]["perpetrators"] == [{"key": "second", "type": "state_force", "text": "جيش"}]
    assert gold["events"][0]["place"] == []
    assert not faults


PLACE = {"s": 1, "text": "بنش", "kind": "city", "country": "SY", "lat": 35.96, "lon": 36.71}
EVENT = {"s": 1, "trigger": "قصف", "type": "shelling"}
REASON = {"s": 1, "text": "أمس", "category": "other"}


@pytest.mark.parametrize(
    ("layers", "says"),
    [
        ({"places": [PLACE | {"s": 9}]}, "no sentence 9 (0 to 3)"),
        ({"places": [PLACE | {"text": "حلب"}]}, "does not hold 'حلب'"),
        ({"places": [PLACE | {"n": 2}]}, "(occurrence 2)"),
        ({"places": [PLACE | {"text": ""}]}, "text is empty"),
        ({"places": [PLACE | {"kind": "town"}]}, "kind 'town' is none of"),
        ({"places": [PLACE | {"lat": None}]}, "has no lat and lon"),
        ({"times": [{"s": 1, "text": "أمس", "edtf": "14-01-2020"}]}, "is no EDTF date"),
        ({"times": [{"s": 1, "text": "أمس", "edtf": ["2020", None]}]}, "None is no EDTF date"),
        ({"actors": [{"s": 1, "text": "الجيش", "type": "army", "key": "k"}]}, "type 'army' is none of"),
        ({"events": [EVENT | {"type": "bombardment"}]}, "type 'bombardment' is none of"),
        ({"events": [EVENT | {"status": "maybe"}]}, "status 'maybe' is none of"),
        ({"events": [EVENT | {"date": "أمس"}]}, "is no EDTF date"),
        ({"events": [EVENT | {"killed": {"min": 3}}]}, "a count is"),
        ({"events": [EVENT | {"killed": {"min": "3", "max": None}}]}, "a count is"),
        ({"events": [EVENT | {"targets": ["مدنيون"]}]}, "'مدنيون' does not stand in the text"),
        ({"events": [EVENT | {"victims": 3}]}, "unknown keys ['victims']"),
        ({"reasons": [REASON | {"category": "money"}]}, "category 'money' is none of"),
        ({"reasons": [REASON | {"actor": "الشرطة"}]}, "'الشرطة' does not stand in the text"),
        ({"reasons": [REASON | {"evidence": [4]}]}, "evidence [4] names no sentences"),
        ({"statements": [{"s": 2, "cue": "نفى", "kind": "rebuttal"}]}, "kind 'rebuttal' is none of"),
        ({"id": "other"}, "id 'other' is not the document's, 'd'"),
        ({"quantities": []}, "unknown keys ['quantities']"),
    ],
)
def test_a_fault_is_told_with_what_is_wrong(layers: dict[str, Any], says: str) -> None:
    _, faults = compile_annotation(DOCUMENT, {"id": "d"} | layers)
    assert len(faults) == 1
    assert says in faults[0]


@pytest.mark.parametrize(
    "edtf", ["2020", "2020-01", "2020-01-14", "XXXX-01-14", "199X", "2020-01~", "../2020", "2020/.."]
)
def test_dates_with_unknown_digits_and_open_ends_are_sound(edtf: str) -> None:
    assert compiled(times=[{"s": 1, "text": "أمس", "edtf": edtf}])[1] == []
