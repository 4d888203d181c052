"""Clitic segmentation on the table of own words, and its offsets."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.text.clitics import Segmenter
from marsad.text.fold import fold_word

TABLE = Path(__file__).parents[1] / "cases/clitics.tsv"
NAMES = ["بغداد", "كركوك", "لبنان", "حلب", "دمشق", "سوريا", "فلسطين", "بيروت", "واشنطن", "سيناء", "ليبيا", "لندن"]


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    return Segmenter(NAMES)


def cases() -> list[tuple[str, str]]:
    rows = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [(word, wanted) for word, wanted in (row.split("\t") for row in rows)]


def expected(wanted: str) -> tuple[str, str, str]:
    *prefix, rest = wanted.split("+")
    stem, _, suffix = rest.partition("-")
    return "".join(prefix), fold_word(stem), suffix


def test_the_table_is_large_enough() -> None:
    assert len(cases()) >= 400


def test_segmentation_of_the_table(segmenter: Segmenter) -> None:
    wrong = [(word, wanted, segmenter.split(word)[:3]) for word, wanted in cases()
             if segmenter.split(word)[:3] != expected(wanted)]  # fmt: skip
    assert len(wrong) <= 0.03 * len(cases()), wrong


@pytest.mark.parametrize("word", ["وزير", "بلد", "والي", "فلسطين", "كركوك", "لبنان", "بغداد", "وقع", "فتح"])
def test_hard_words_stay_whole(segmenter: Segmenter, word: str) -> None:
    assert segmenter.split(word).stem == fold_word(word)


def test_hamza_parts_a_function_word_from_a_governor(segmenter: Segmenter) -> None:
    assert segmenter.split("وإلى").stem == "الي"
    assert segmenter.split("والي").stem == "والي"


@given(st.text(alphabet="وفبلكساهنتمةأإيىقد", min_size=1, max_size=12))
def test_parts_add_up(word: str) -> None:
    prefix, stem, suffix, _ = _SHARED.split(word)
    assert prefix + stem + suffix == fold_word(word)


_SHARED = Segmenter()
