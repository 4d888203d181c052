"""Tokens and spans point into the text as it was read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.text.test_fold import ALPHABET

from marsad.text import read_text


def words(raw: str) -> list[str]:
    return [raw[t.start : t.end] for t in read_text(raw).tokens]


def test_tokens_keep_the_spelling() -> None:
    assert words("شنّ هُجوماً في ١٢٫٥ كم.") == ["شنّ", "هُجوماً", "في", "١٢٫٥", "كم", "."]


def test_a_quotation_mark_opened_inside_a_span_is_closed_with_it() -> None:
    text = read_text('تقدمت قوات "درع الشمال" أمس')
    assert text.words(text.span(1, 3)) == 'قوات "درع الشمال"'


def test_quotation_marks_around_a_name_stay_outside() -> None:
    text = read_text("هاجم «داعش» القرية")
    assert text.words(text.span(1, 1)) == "داعش"


def test_skipping_a_prefix() -> None:
    text = read_text('سلّمها لـ"الهلال الأحمر"')
    assert text.words(text.span(1, 2, skip=1)) == "الهلال الأحمر"


def test_tokens_know_their_sentence() -> None:
    text = read_text("جملة أولى.\n\nجملة ثانية. وثالثة")
    assert [t.sentence for t in text.tokens if t.word] == [0, 0, 1, 1, 2]
    assert text.sentence_tokens == ((0, 3), (3, 6), (6, 7))


@given(st.text(alphabet=ALPHABET, max_size=80))
def test_tokens_are_ordered_and_inside_the_text(raw: str) -> None:
    text = read_text(raw)
    assert len(text.sentence_tokens) == len(text.sentences)
    for token in text.tokens:
        assert 0 <= token.start < token.end <= len(raw)
        sentence = text.sentences[token.sentence]
        assert sentence.start <= token.start < sentence.end
    assert [t.start for t in text.tokens] == sorted(t.start for t in text.tokens)
