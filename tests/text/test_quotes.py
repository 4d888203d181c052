"""Quotation marks: every kind, nested, unbalanced."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.text.quotes import quotations
from marsad.text.view import read_text

CASES = Path(__file__).parents[1] / "cases" / "quotations_marks.tsv"


def cases() -> list[list[str]]:
    lines = [line for line in CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


@pytest.mark.parametrize(("raw", "expected"), cases())
def test_marks(raw, expected):
    text = read_text(raw)
    assert (" | ".join(text.words(span) for span in quotations(text)) or "-") == expected


def test_speech_over_paragraphs_ends_where_it_closes():
    text = read_text("قال: «سنبقى هنا\nولن ننسحب». ثم غادر.")
    assert [text.words(span) for span in quotations(text)] == ["سنبقى هنا", "ولن ننسحب"]


def test_speech_that_never_closes_ends_with_its_sentence_where_more_marks_follow():
    text = read_text('قال: «لن ننسحب. وقال سكان "القرية" إن الطريق آمن.')
    assert [text.words(span) for span in quotations(text)] == ["لن ننسحب.", "القرية"]


def test_an_open_mark_does_not_reach_into_the_next_line():
    text = read_text('هاجم "الفرسان القرية\nوقال "لن ننسحب" أمس.')
    assert [text.words(span) for span in quotations(text)] == ["لن ننسحب"]


@given(st.text(alphabet="«»“”„\"' \n:اب.و", max_size=80))
def test_spans_are_inside_the_text_in_order_and_not_empty(raw):
    spans = quotations(read_text(raw))
    assert all(0 <= s.start < s.end <= len(raw) for s in spans)
    assert list(spans) == sorted(set(spans), key=lambda s: (s.start, -s.end))
