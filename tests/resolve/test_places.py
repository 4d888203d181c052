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


COUNTRYSIDE = [
    ("قصفت الطائرات قرى درعا ليلا.", "درعا", "governorate"),
    ("سقطت قذائف على قرى إدلب وحماة.", "حماة", "governorate"),
    ("انفجرت عبوة في بلدة بيسمار في ديار بكر.", "ديار بكر", "governorate"),
    ("سيطرت القوات على بعض حقول الغاز في حمص.", "حمص", "governorate"),
    ("دارت اشتباكات في مدينتين في أبين وتعز.", "تعز", "governorate"),
    ("دارت اشتباكات في مدينتي درعا وإدلب.", "درعا", "city"),
    ("دارت اشتباكات في درعا ليلا.", "درعا", "city"),
    ("انفجرت عبوة في سوق في حمص.", "حمص", "city"),
]


@pytest.mark.parametrize(("text", "name", "kind"), COUNTRYSIDE)
def test_small_places_lie_in_the_governorate(reader: Reader, text: str, name: str, kind: str) -> None:
    assert [p.kind for p in reader.read(text).places if p.text == name] == [kind]


LONE = "اندلع حريق بحي الريحان قرب مدينة وهران الجزائرية. وقالت الجزائر إن الجيش الجزائري طوق الحي."


def test_a_small_place_of_a_land_that_is_not_spoken_of_is_a_namesake(reader: Reader) -> None:
    assert [(p.text, p.country) for p in reader.read(LONE).places if p.text == "الريحان"] == [("الريحان", None)]


def test_a_small_place_of_the_land_that_is_spoken_of_is_not(reader: Reader) -> None:
    there = reader.read("وقع انفجار بحي الريحان جنوب لبنان. وقالت بيروت إن الجيش اللبناني طوق الحي.").places
    assert {p.country for p in there if p.text == "الريحان"} == {"LB"}


HOME = "دارت معارك في عدن ولحج والضالع وأبين وتعز باليمن، وقصف الجيش اليمني مواقع في شبوة ومأرب والبيضاء وذمار. "


def test_a_town_abroad_may_have_a_namesake_at_home(reader: Reader) -> None:
    assert [
        p for p in reader.read(HOME + "ووقع انفجار في الرباط عند المدخل الشمالي.").places if p.text == "الرباط"
    ] == []


@pytest.mark.parametrize(
    ("end", "town", "country"),
    [
        ("وعقد الطرفان محادثات في القاهرة.", "القاهرة", "EG"),
        ("وعقد الطرفان في المغرب محادثات في الرباط.", "الرباط", "MA"),
    ],
)
def test_a_metropolis_and_a_town_of_a_named_land_stay(reader: Reader, end: str, town: str, country: str) -> None:
    assert [p.country for p in reader.read(HOME + end).places if p.text == town] == [country]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("قالت البحرين إن الشرطة البحرينية ضبطت أسلحة في موانئ المملكة.", "BH"),
        ("قالت الشرطة إنها ضبطت أسلحة في موانئ المملكة.", "SA"),
    ],
)
def test_the_kingdom_is_the_one_that_the_text_is_about(reader: Reader, text: str, country: str) -> None:
    assert [p.country for p in reader.read(text).places if p.text == "المملكة"] == [country]


@pytest.mark.parametrize(
    ("town", "found"), [("تعز", "ye-neighbourhood-rawdah-taiz"), ("صنعاء", "ye-neighbourhood-rawdah-sanaa")]
)
def test_a_quarter_is_one_of_the_town_named_last(reader: Reader, town: str, found: str) -> None:
    text = f"تجددت المعارك في {town} صباحا. وقصفت المدفعية حي الروضة مرتين."
    assert [p.gazetteer_id for p in reader.read(text).places if p.text == "الروضة"] == [found]


def test_an_unknown_village_lies_in_the_land_of_the_town_beside_it(reader: Reader) -> None:
    text = "قصفت الطائرات قرية ميرانكو شمال أربيل. وقصفت قرية العنكبوت، وصنعاء."
    assert [(p.text, p.country, p.lat) for p in reader.read(text).places if p.lat is None] == [
        ("ميرانكو", "IQ", None),
        ("العنكبوت", None, None),
    ]


NATION = [
    ("قتل القيادي في غارة على منطقة الجولان السورية.", "الجولان", "sy-region-golan-heights"),
    ("قتل القيادي في غارة على حي الجولان بالفلوجة.", "الجولان", "iq-neighbourhood-jolan-fallujah"),
    ("حاصر الجيش معسكرا في مركز المحافظة زنجبار.", "زنجبار", "ye-city-zinjibar"),
    ("دارت معارك في بانه زرين التابعة لكرمانشاه.", "كرمانشاه", "ne-ir-kermanshah"),
    ("قصفت الطائرات جبال مران بصعدة.", "صعدة", "ye-governorate-saada-governorate"),
]


@pytest.mark.parametrize(("text", "name", "found"), NATION)
def test_words_beside_a_name_tell_which_place_it_is(reader: Reader, text: str, name: str, found: str) -> None:
    assert [p.gazetteer_id for p in reader.read(text).places if p.text == name] == [found]


def test_a_town_that_is_a_seat_is_a_town(reader: Reader) -> None:
    assert [p.kind for p in reader.read(NATION[2][0]).places] == ["city"]
