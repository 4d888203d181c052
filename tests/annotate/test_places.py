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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قصفت الطائرات قرية ميرانكو شمال أربيل.", "ميرانكو"),
        ("انفجرت سيارة في قرية حسن شاهو (شرق الموصل).", "حسن شاهو"),
        ("دارت معارك في بلدة موجرو بمحافظة تعز.", "موجرو"),
        ("قتل اثنان في قرية شنفو التابعة لبلدة كفري.", "شنفو"),
    ],
)
def test_unknown_name_without_an_article(reader: Reader, text: str, name: str) -> None:
    assert [p.text for p in reader.read(text).places if p.lat is None] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "قصفت الطائرات قرية صغيرة شمال أربيل.",
        "قصفت الطائرات قرية تقع شمال أربيل.",
        "قصفت الطائرات قرية يسكنها فلاحون في الموصل.",
        "قصفت الطائرات قرية شهدت في الموصل معارك.",
        "قصفت الطائرات حي ميرانكو وعادت.",
    ],
)
def test_other_words_behind_a_village_are_no_name(reader: Reader, text: str) -> None:
    assert [p.text for p in reader.read(text).places if p.lat is None] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قصفت الطائرات قريتي كفر سالو والعنكبة بريف إدلب. ثم عادت إلى القريتين ليلا.", "القريتين"),
        ("هتف الشاعر على المسرح: انهضي يا كييف.", "كييف"),
        ("عاد المقاتل إلى بلده الأصلي.", "الأصلي"),
        ("احتجزوا الشاحنة منذ صبيحة الجمعة.", "صبيحة"),
    ],
)
def test_words_that_are_no_place_here(reader: Reader, text: str, name: str) -> None:
    assert name not in [p.text for p in reader.read(text).places]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قصفت الطائرات مدينة القريتين ليلا.", "القريتين"),
        ("وقع انفجار في كييف.", "كييف"),
        ("حرر الجيش تل مشيهيبة شرق الرمادي.", "مشيهيبة"),
        ("دارت معارك في صبيحة لحج.", "صبيحة"),
        ("وقع انفجار بشمال الهند.", "الهند"),
    ],
)
def test_the_same_words_as_places(reader: Reader, text: str, name: str) -> None:
    assert name in [p.text for p in reader.read(text).places]
