"""Near duplicates: varied copies are told, other reports are not, and look-up by bands finds them."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import ARTICLE
from tests.ingest.variations import VARIATIONS, corrected, retitled, tagged, texts

from marsad.ingest.fingerprint import BANDS, Fingerprint, containment, fingerprint, is_copy, similarity

Vary = Callable[[str, random.Random], str]


def found(one: Fingerprint, other: Fingerprint) -> bool:
    """Told to be copies, and looked up by a band."""
    return is_copy(one, other) and bool(set(one.bands) & set(other.bands))


@pytest.mark.parametrize("vary", VARIATIONS, ids=lambda v: v.__name__)
def test_nearly_all_copies_are_found(vary: Vary) -> None:
    chance = random.Random(7)
    held = [found(fingerprint(text), fingerprint(vary(text, chance))) for text in texts()]
    assert sum(held) >= 0.95 * len(held)


def test_copies_varied_twice_are_found() -> None:
    chance = random.Random(8)
    held = [
        found(fingerprint(text), fingerprint(tagged(retitled(corrected(text, chance), chance), chance)))
        for text in texts()
    ]
    assert sum(held) >= 0.95 * len(held)


def test_other_reports_are_no_copies() -> None:
    prints = [fingerprint(text) for text in texts()]
    assert len(prints) > 15
    assert not [pair for pair in combinations(prints, 2) if is_copy(*pair)]


def test_another_toll_of_another_town_in_the_same_words_is_told_apart() -> None:
    other = "أعلن الدفاع المدني أن غارة جوية أصابت سوق بلدة أخرى ظهر السبت، وأن فرقه انتشلت جثتين من تحت الأنقاض."
    assert not is_copy(fingerprint(ARTICLE), fingerprint(other))


def test_a_text_is_wholly_like_itself_and_contained_in_a_longer_one() -> None:
    long, *rest = (fingerprint(t) for t in [" ".join(texts()[:3]), texts()[0]])
    assert similarity(long, long) == containment(long, long) == 1.0
    assert containment(long, rest[0]) > 0.8
    assert is_copy(long, rest[0])


def test_spelling_harakat_and_links_make_no_difference() -> None:
    other = "قصفت قُوّات النظام بلده بنش يوم الإثنين ما ادى الى مقتل ثلاثة مدنيين وقال ناشط ان القصف استهدف مدرسة"
    assert fingerprint(f"{other} https://example.org/1 @qanat") == fingerprint(ARTICLE)


@pytest.mark.parametrize("text", ["", "؟!", "قصف", "قصف بنش"])
def test_texts_without_a_run_have_a_fingerprint(text: str) -> None:
    made = fingerprint(text)
    assert made.size == bool(made.bands) == (text.startswith("ق"))
    assert Fingerprint.from_bytes(made.to_bytes()) == made


@given(st.text(max_size=300))
def test_a_fingerprint_is_kept_in_bytes(text: str) -> None:
    made = fingerprint(text)
    assert Fingerprint.from_bytes(made.to_bytes()) == made
    assert len(made.to_bytes()) <= 1200
    assert len(made.bands) in (0, BANDS)
    assert made == fingerprint(text)
