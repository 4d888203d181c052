"""Where the words of the lexicons are found, and with what written in one with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tables import cases
from tests.text.test_fold import ALPHABET

from marsad.lexicon import Automaton
from marsad.lexicon.entry import expand
from marsad.text import read_text

MIXED = Automaton([*expand("حلب|الرقه|دير الزور", "where", "name"), *expand("هجوم+|غاره+", "what", "noun")])


@pytest.mark.parametrize("case", cases("lexicon"), ids=lambda c: f"{c['forms']} in {c['text']}")
def test_an_entry_is_found_where_its_part_allows(case: dict[str, str]) -> None:
    text = read_text(case["text"])
    found = Automaton(expand(case["forms"], "c", case["part"])).find(text).of("c")
    parts = []
    for match in sorted(found, key=lambda m: m.fstart):
        head = text.folded.text[text.tokens[match.first].fstart : match.fstart]
        parts.append(f"{head}+{text.folded.text[match.fstart : match.fend]}+{match.suffix}")
    assert "|".join(parts) == case["found"]


@given(st.text(alphabet=ALPHABET + "حلبديرالزوهجمغة ", max_size=60))
def test_what_is_found_stands_there(raw: str) -> None:
    text = read_text(raw)
    found = MIXED.find(text)
    for token in text.tokens:
        for match in found.at[token.n]:
            assert match.first == token.n
            assert match in found.of(match.entry.cls)
            assert match in found.starting(token.n, match.entry.cls)
            assert found.is_in(token.n, match.entry.cls)
            assert text.tokens[match.first].fstart <= match.fstart < match.fend <= text.tokens[match.last].fend
            words = text.words(text.span(match.first, match.last))
            assert words
            assert words in raw
