"""Folding unifies spellings, and every folded character knows where it came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.text.fold import fold, fold_word

# Letters with their seats, Persian letters, harakat, tatweel, presentation forms, bidi and zero-width marks,
# quotation marks, line ends, digits of three scripts, an astral letter and an emoji.
ALPHABET = 'ابتةهىيیکگپچأإآؤئءلا ـًٌٍَُِّْٰﻻﺍﷲﻼ\u200e\u200f\u202b\u202c\u2067\u2069\u200d\ufeff"«»“”\n\r\t .،١۲3𞤀😀-'


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("إدلب", "ادلب"),
        ("قَصَفَت", "قصفت"),
        ("مدينة", "مدينه"),
        ("مصطفى", "مصطفي"),
        ("کرکوک", "كركوك"),
        ("هجـــوم", "هجوم"),
        ("ﻻجئ", "لاجي"),
        ("مسؤول", "مسوول"),
        ("١٢٫٥", "12.5"),
        ("۴۵", "45"),
        ("\u202bحلب\u202c", "حلب"),
        ('قوات "درع الفرات"', "قوات درع الفرات"),
        ('لـ"داعش"', "لداعش"),
        ("لـ«داعش»", "لداعش"),
        ('قال"نعم"', "قال نعم"),
        ("حلب  \t ودمشق", "حلب ودمشق"),
        ("حلب \r\n\r\n دمشق", "حلب\nدمشق"),
    ],
)
def test_spellings_fall_together(written: str, folded: str) -> None:
    assert fold_word(written) == folded


@given(st.text(alphabet=ALPHABET, max_size=60))
def test_the_way_back_never_turns_round(raw: str) -> None:
    folded = fold(raw)
    offsets = [folded.raw_at(i) for i in range(len(folded.text) + 1)]
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(raw)
    assert all(0 <= o < len(raw) for o in offsets[:-1])


@given(st.text(alphabet=ALPHABET, max_size=60))
def test_a_folded_letter_comes_from_its_own_character(raw: str) -> None:
    folded = fold(raw)
    for i, letter in enumerate(folded.text):
        if not letter.isspace():
            assert letter in fold(raw[folded.raw_at(i)]).text


@given(st.text(max_size=60))
def test_any_text_folds(raw: str) -> None:
    folded = fold(raw)
    assert fold(folded.text).text.split() == folded.text.split()
