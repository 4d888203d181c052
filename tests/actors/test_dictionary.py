"""The dictionary of actors: well formed, and true to the codebook where that fixes keys and types."""

from __future__ import annotations

from collections import Counter

import pytest
import regex

from marsad.actors.dictionary import Dictionary, spellings
from marsad.actors.nations import Nations
from marsad.resources import Resources
from marsad.tables.lookup import all_actors

TYPES = {
    "state_force", "armed_group", "government", "political", "international", "media", "civilians", "person",
    "organisation",
}  # fmt: skip
FIXED = {
    "peshmerga": "armed_group",
    "popular_mobilization_forces": "armed_group",
    "sdf": "armed_group",
    "ypg": "armed_group",
    "hezbollah": "armed_group",
    "houthis": "armed_group",
    "rapid_support_forces": "armed_group",
    "lna_haftar": "armed_group",
    "southern_transitional_council": "armed_group",
    "hamas": "armed_group",
    "free_syrian_army": "armed_group",
    "euphrates_shield": "armed_group",
    "krg": "government",
    "palestinian_authority": "government",
    "international_coalition": "international",
    "saudi_coalition": "international",
}
LEAST = 900


@pytest.fixture(scope="module")
def dictionary():
    return Resources().of(Dictionary)


def test_it_holds_enough_actors(dictionary):
    assert len(dictionary.by_key) >= LEAST


def test_keys_are_lower_snake(dictionary):
    assert [k for k in dictionary.by_key if not regex.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", k)] == []


def test_types_are_the_codebooks(dictionary):
    assert {a.type for a in dictionary.by_key.values()} <= TYPES


@pytest.mark.parametrize(("key", "kind"), FIXED.items())
def test_fixed_types(dictionary, key, kind):
    nation = Resources().of(Nations).by_key.get(key)
    known = dictionary.get(key)
    assert (known.type if known else "government" if nation else None) == kind


def test_parents_and_backers_are_known(dictionary):
    known = set(dictionary.by_key) | set(Resources().of(Nations).by_key)
    bodies = regex.compile(r".*_(government|ministry|armed_forces|army)")
    named = {k for a in dictionary.by_key.values() for k in (a.parent, *a.backers) if k}
    assert sorted(k for k in named - known if not bodies.fullmatch(k)) == []


def test_no_name_means_two_actors(dictionary):
    names = Counter(name for a in dictionary.by_key.values() for name in set(a.names))
    assert [name for name, n in names.items() if n > 1] == []


def test_a_name_is_found_in_one_word_or_two():
    assert set(spellings("ابو عبد الله")) == {
        "ابو عبد الله",
        "ابو عبدالله",
        "ابي عبد الله",
        "ابا عبد الله",
        "ابوعبد الله",
    }


def test_a_user_overrides_and_adds(tmp_path):
    folder = tmp_path / "actors" / "theatres"
    folder.mkdir(parents=True)
    columns = "key english arabic aliases pejorative type country parent backers since until source".split()
    rows = [
        ["hamas", "Hamas", "حركة حماس", "", "", "political", "PS", "", "", "", "", "mine"],
        ["al_nour_battalion", "Al-Nour Battalion", "كتيبة النور", "", "", "armed_group", "SY", "", "", "", "", "mine"],
    ]
    lines = ["\t".join(columns), *("\t".join(r) for r in rows)]
    (folder / "mine.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    mine = Resources(tmp_path).of(Dictionary)
    assert (mine.by_key["hamas"].type, mine.by_key["al_nour_battalion"].names) == ("political", ("كتيبة النور",))


@pytest.mark.parametrize(
    ("key", "column", "name"),
    [
        ("islamic_state", "self_given", "الدولة الإسلامية"),
        ("islamic_state", "pejorative", "داعش"),
        ("houthis", "self_given", "أنصار الله"),
        ("houthis", "pejorative", "ميليشيات الحوثي"),
        ("popular_mobilization_forces", "self_given", "الحشد"),
    ],
)
def test_a_name_tells_who_gives_it(key: str, column: str, name: str) -> None:
    assert column in all_actors(Resources())[key].marks(name)
