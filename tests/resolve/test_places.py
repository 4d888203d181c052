"""Which place a name means, and that a word which can be a place is left alone where it is none."""

from __future__ import annotations

import pytest
from tests.tables import cases

from marsad import Reader
from marsad.gazetteer.lexicon import gazetteer
from marsad.resources import Resources


@pytest.mark.parametrize("case", cases("places_ambiguous"), ids=lambda c: f"{c['name']}-{c['place']}")
def test_resolves(reader: Reader, case: dict[str, str]) -> None:
    sentence, name, wanted = case["sentence"], case["name"], case["place"]
    start = sentence.index(name)
    found = [
        p.gazetteer_id or "" for p in reader.read(sentence).places if p.start < start + len(name) and start < p.end
    ]
    assert [place for place in found if place.startswith(wanted)], found


def test_same_name_means_the_same_place_throughout(reader: Reader) -> None:
    text = "اندلع قتال في سنجار بريف إدلب الشرقي. وقال سكان في سنجار إن القصف لم يتوقف."
    assert {p.gazetteer_id for p in reader.read(text).places if p.text == "سنجار"} == {"sy-city-sinjar-idlib"}


def test_alternatives_are_kept(reader: Reader) -> None:
    place = next(p for p in reader.read("وصل الوفد إلى طرابلس مساء.").places if p.text == "طرابلس")
    assert {a.country for a in place.alternatives} >= {"LB"}
    assert place.confidence < 0.95


def test_part_of_an_actors_name_is_no_place(reader: Reader) -> None:
    record = reader.read("أعلنت قوات سوريا الديمقراطية هدنة في منبج.")
    assert [p.text for p in record.places] == ["منبج"]


def test_airport_without_a_row_lies_in_its_town(reader: Reader) -> None:
    place = next(p for p in reader.read("قصفت الطائرات مطار ذمار ليلا.").places)
    town = Resources().of(gazetteer).find("ذمار")[0]
    assert (place.kind, place.lat, place.lon) == ("facility", town.lat, town.lon)


def test_a_namesake_of_another_kind_abroad_gives_no_point(reader: Reader) -> None:
    text = "دارت معارك في تعز ولحج والضالع باليمن. وقصفت المدفعية حاجز العيون قرب مأرب."
    found = {p.text: (p.country, p.lat) for p in reader.read(text).places}
    assert found["العيون"] == (None, None)
    assert found["تعز"][0] == "YE"


def test_a_hill_named_like_a_governorate_abroad_gives_no_point(reader: Reader) -> None:
    text = "دارت معارك في حلب وإدلب واللاذقية بسوريا. وقصفت الطائرات تل ميسان قرب حماة."
    found = {p.text: (p.country, p.lat) for p in reader.read(text).places}
    assert found["ميسان"] == (None, None)
    assert found["حماة"][0] == "SY"


def test_a_quarter_that_the_text_puts_into_another_city_gives_no_point(reader: Reader) -> None:
    there = reader.read("دارت اشتباكات في حي الخالدية بمدينة حلب بين فصائل سورية.").places
    assert [(p.country, p.lat) for p in there if p.text == "الخالدية"] == [(None, None)]


def test_a_town_that_the_text_puts_beside_one_abroad_gives_no_point(reader: Reader) -> None:
    there = reader.read("استعادت القوات اليمنية طريق الرباط شمال عدن.").places
    assert "MA" not in {p.country for p in there}


def test_a_hill_that_only_a_far_village_is_called_by_gives_no_point(reader: Reader) -> None:
    text = "سيطرت المقاومة الشعبية على جبل الكسارة قرب الحوطة في لحج باليمن."
    assert [p.lat for p in reader.read(text).places if p.text == "الكسارة"] == [None]


def test_an_area_named_like_a_town_of_a_land_that_is_not_spoken_of_gives_no_point(reader: Reader) -> None:
    text = "هاجم مقاتلون في مأرب باليمن مواقع الحوثيين في منطقة الفاو، ثم انسحبوا إلى تعز ولحج."
    assert [p.lat for p in reader.read(text).places if p.text == "الفاو"] == [None]


def test_an_ordinary_word_is_no_place_of_a_land_that_is_not_spoken_of(reader: Reader) -> None:
    yemen = "دارت معارك في تعز ولحج والضالع باليمن. "
    assert "مشهد" not in {p.text for p in reader.read(yemen + "وشيع القتلى في مشهد مهيب.").places}
    assert "مشهد" in {p.text for p in reader.read(yemen + "وعاد الجرحى الإيرانيون إلى مستشفى في مشهد.").places}
    assert "جنيف" in {p.text for p in reader.read(yemen + "وتستأنف المحادثات في جنيف.").places}


@pytest.mark.parametrize("case", cases("places_distance"), ids=lambda c: c["sentence"])
def test_point_derived_from_a_distance(reader: Reader, case: dict[str, str]) -> None:
    place = next(p for p in reader.read(case["sentence"]).places if p.text == case["name"])
    if not case["lat"]:
        assert (place.lat, place.lon, place.uncertainty_km) == (None, None, None)
        return
    found = (place.lat, place.lon, place.uncertainty_km, place.rule, place.gazetteer_id)
    assert found == (float(case["lat"]), float(case["lon"]), float(case["km"]), "code:places.distance", None)


def test_known_places_keep_their_point(reader: Reader) -> None:
    place = next(p for p in reader.read("تقع بلدة سراقب على بعد 20 كم شرق إدلب.").places if p.text == "سراقب")
    assert place.gazetteer_id == "sy-city-saraqib"
