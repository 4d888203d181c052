"""Mentions of actors as the codebook draws them."""

from __future__ import annotations

import pytest
from tests.actors.marked import expected, marked, plain

from marsad import Reader


@pytest.fixture(scope="module")
def reader():
    return Reader()


@pytest.mark.parametrize("sentence", marked("actors.tsv"))
def test_words_key_and_type(reader, sentence):
    found = [(a.text, a.key, a.type) for a in reader.read(plain(sentence)).actors]
    assert found == expected(sentence)


def test_offsets_are_those_of_the_words(reader):
    record = reader.read("قُتِلَ عناصرُ «داعش» في هجومٍ لـ«الحشد الشعبي»، وسُلِّمَ الموقعُ للشرطةِ العراقية.")
    assert [record.text[a.start : a.end] for a in record.actors] == [a.text for a in record.actors]
    assert [a.key for a in record.actors] == ["islamic_state", "popular_mobilization_forces", "iraqi_police"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("قال العقيد مازن الراشدي إن العملية انتهت.", "العقيد"),
        ("أكد وزير الخارجية الفرنسي لوران فابيوس موقفه.", "وزير الخارجية الفرنسي"),
        ("أعلن المتحدث باسم الجيش العراقي العميد يحيى رسول النتيجة.", "المتحدث باسم الجيش العراقي العميد"),
    ],
)
def test_a_title_is_the_role_and_no_part_of_the_name(reader, text, role):
    person = next(a for a in reader.read(text).actors if a.type == "person")
    assert person.role == role
    assert not person.text.startswith(role.split()[0])


def test_a_long_list_of_countries_is_read_in_linear_reach(reader):
    record = reader.read("سوريا، " * 3000)
    assert record.actors == ()
