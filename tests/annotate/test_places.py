"""Which words are mentions of places, with the span that the codebook wants."""

from __future__ import annotations

import pytest
from tests.tables import cases

from marsad import Reader

SPANS = [
    ("قصف الطيران محافظة إدلب.", "إدلب", "governorate"),
    ("دخل الجيش مدينة الرستن.", "الرستن", "city"),
    ("احترق حقل العمر.", "العمر", "facility"),
    ("وصلت القافلة بدير الزور.", "دير الزور", "city"),
    ("تقدم الجيش نحو «البوكمال».", "البوكمال", "city"),
    ("قتل اثنان في ريف حماة.", "حماة", "governorate"),
    ("هدوء في إقليم كردستان.", "كردستان", "region"),
    ("عبرت القوارب للبصرة.", "للبصرة", "city"),
    ("اشتبكوا في الشمال السوري.", "الشمال السوري", "region"),
    ("غارات شمال سوريا.", "سوريا", "country"),
    ("نزح الأهالي من قرية المعيزيلة إلى البوكمال.", "المعيزيلة", "village"),
    ("أغلق معبر باب الهوى.", "باب الهوى", "facility"),
]


@pytest.mark.parametrize(("sentence", "text", "kind"), SPANS, ids=[s[1] for s in SPANS])
def test_span_and_kind(reader: Reader, sentence: str, text: str, kind: str) -> None:
    assert (text, kind) in [(p.text, p.kind) for p in reader.read(sentence).places]


@pytest.mark.parametrize("case", cases("places_none"), ids=lambda c: c["word"])
def test_left_alone(reader: Reader, case: dict[str, str]) -> None:
    sentence, word = case["sentence"], case["word"]
    start = sentence.rindex(word)
    assert not [p.text for p in reader.read(sentence).places if p.start < start + len(word) and start < p.end]


def test_unknown_name_has_no_coordinates(reader: Reader) -> None:
    place = next(p for p in reader.read("سقطت القذائف على قرية المعيزيلة.").places)
    assert (place.text, place.lat, place.lon, place.gazetteer_id) == ("المعيزيلة", None, None, None)


def test_noun_for_many_holds_for_the_row(reader: Reader) -> None:
    places = reader.read("مرت القافلة في محافظات حمص وحماة وإدلب.").places
    assert [(p.text, p.kind) for p in places] == [(n, "governorate") for n in ("حمص", "حماة", "إدلب")]


def test_ordinary_word_beside_places_is_one(reader: Reader) -> None:
    assert "الباب" in [p.text for p in reader.read("قصفت منبج والباب وجرابلس.").places]


def test_acting_capital_is_no_place(reader: Reader) -> None:
    assert not reader.read("أنقرة ترفض الاتفاق.").places
    assert [p.text for p in reader.read("عقد اللقاء في أنقرة.").places] == ["أنقرة"]


def test_hashtag_joined_by_underscores(reader: Reader) -> None:
    assert "دير_الزور" in [p.text for p in reader.read("عاجل #دير_الزور غارات على المدينة").places]


def test_struck_country_stays_a_place(reader: Reader) -> None:
    assert [p.text for p in reader.read("الزلزال ضرب تركيا أمس.").places] == ["تركيا"]
