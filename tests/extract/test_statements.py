"""Statements: who says what, by tables."""

from __future__ import annotations

import pytest
from tests.extract.marked import Bench, rows

from marsad.extract.content import source_at
from marsad.extract.statements import Statements
from marsad.resources import Resources

CONTENT_FLOOR = 0.90


@pytest.fixture(scope="module")
def bench():
    resources = Resources()
    return Bench(resources, Statements(resources))


def told(analysis):
    """Speakers and kinds, as the tables write them."""
    speakers = " || ".join(s.speaker.text if s.speaker else "-" for s in analysis.statements)
    return speakers or "-", " || ".join(s.kind for s in analysis.statements) or "-"


@pytest.mark.parametrize("case", rows("statements.tsv") + rows("quotations.tsv"), ids=lambda c: c["text"])
def test_speaker_and_kind(bench, case):
    assert told(bench.read(case["text"])) == (case["speaker"], case["kind"])


def test_content(bench):
    wrong = []
    cases = rows("quotations.tsv")
    for case in cases:
        analysis = bench.read(case["text"])
        contents = [analysis.text.words(s.content) if s.content else "-" for s in analysis.statements] or ["-"]
        expected = case["content"].split(" || ")
        if len(contents) != len(expected) or any(e not in ("-", c) for c, e in zip(contents, expected, strict=True)):
            wrong.append(f"{case['text']}: {contents}, not {expected}")
    right = 1 - len(wrong) / len(cases)
    assert right >= CONTENT_FLOOR, "\n".join([f"{right:.3f} right", *wrong])


def test_a_headline_that_the_body_repeats_makes_no_statement(bench):
    title = "{سالم العبدي}: الطريق آمن"
    text = title + "\n\nقال {سالم العبدي} إن الطريق آمن."
    analysis = bench.read(text, title="سالم العبدي: الطريق آمن")
    assert [s.cue for s in analysis.statements] == ["قال"]


def test_a_mark_behind_the_last_sentence_is_no_words_that_go_on(bench):
    (statement,) = bench.read("قال {الناطق باسم البلدية}: الطريق آمن. «").statements
    assert statement.cue == "قال"


def test_a_hedge_of_the_speaker(bench):
    (statement,) = bench.read("رجحت {سعاد الزين} أن يطول القتال.").statements
    assert statement.hedged


def test_who_passes_it_on(bench):
    first, second = bench.read("نقلت <وكالة الضفة> عن {ناجي الحمد} قوله إن الدواء نفد.").statements
    assert (first.via, second.via) == (None, "وكالة الضفة")


def test_source_of_a_place_in_the_text(bench):
    analysis = bench.read("قصفت القرية. قال {سالم العبدي} إن الجسر انهار.")
    raw = analysis.text.raw
    assert source_at(analysis, raw.index("انهار")) == "سالم العبدي"
    assert source_at(analysis, raw.index("قصفت")) is None
