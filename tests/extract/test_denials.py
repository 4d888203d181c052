"""Denials: which events point to the denial by the accused, by a table, in the whole pipeline."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.extract.tables import rows

from marsad.extract.denials import Denials
from marsad.extract.denials_matter import stem
from marsad.model import Document
from marsad.pipeline import Pipeline, standard_steps
from marsad.resources import Resources


@pytest.fixture(scope="module")
def steps():
    return standard_steps(Resources())


def read(steps, text):
    return Pipeline(steps)(Document(id="case", text=text))


@pytest.mark.parametrize("case", rows("denials.tsv"), ids=lambda c: c["text"])
def test_denied_by(steps, case):
    analysis = read(steps, case["text"])
    raw = analysis.text.raw
    items = {item.id: raw[item.start : item.end] for item in (*analysis.statements, *analysis.events)}
    found = " || ".join(f"{e.trigger} < {items[by]}" for e in analysis.events for by in e.denied_by)
    assert (found or "-") == case["denied"]


def test_nothing_but_denied_by_is_set(steps):
    before = [step for step in steps if not isinstance(step, Denials)]
    text = "اتهمت كييف روسيا بقصف السوق في خاركيف. ونفت موسكو هذه الاتهامات."
    with_step, without = read(steps, text), read(before, text)
    assert any(e.denied_by for e in with_step.events)
    assert tuple(replace(e, denied_by=()) for e in with_step.events) == without.events


@pytest.mark.parametrize("words", ["قصف القصف بالقصف قصفت وقصفها", "اعتقال الاعتقال واعتقالات"])
def test_one_stem_for_the_forms_of_a_word(words):
    assert len({stem(word) for word in words.split()}) == 1
