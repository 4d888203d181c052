"""Sentence boundaries on the table of own texts, and what holds for any text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.text.sentences import LONGEST, split_sentences

TABLE = Path(__file__).parents[1] / "cases/sentences.tsv"
CASES = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def test_the_table_is_large_enough() -> None:
    assert sum(case.count("‖") for case in CASES) >= 150


@pytest.mark.parametrize("case", CASES)
def test_boundaries(case: str) -> None:
    text = case.replace("‖", "").replace("¶", "\n")
    wanted = [part.replace("¶", "\n").strip() for part in case.split("‖")]
    assert [text[s.start : s.end] for s in split_sentences(text)] == wanted


@given(st.text(alphabet='ابتد أ.م1٢!؟؛…"»)\n\r\u200f', max_size=80))
def test_sentences_hold_every_letter_in_order(text: str) -> None:
    spans = split_sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] != "" for s in spans)
    assert "".join("".join(text[s.start : s.end].split()) for s in spans) == "".join(text.split())


def test_a_text_without_marks_is_cut_into_bounded_pieces() -> None:
    spans = split_sentences("كلمة " * 20_000)
    assert max(s.end - s.start for s in spans) <= LONGEST
