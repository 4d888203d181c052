"""Times of whole sentences, read by the numbers and times steps alone."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from marsad.analysis import Analysis
from marsad.annotate.times import Times
from marsad.model import Time
from marsad.model.making import make_document
from marsad.numbers.step import Numbers
from marsad.pipeline import Pipeline
from marsad.resources import Resources
from marsad.text.steps import Find, View

CASES = Path(__file__).parent.parent / "cases" / "times.tsv"


def rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        lines = [line for line in file if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    resources = Resources()
    return Pipeline([View(resources), Find(resources), Numbers(resources), Times(resources)])


def read(pipeline: Pipeline, text: str, published: str) -> tuple[Time, ...]:
    analysis: Analysis = pipeline(make_document(text, published=None if published == "-" else published))
    return analysis.times


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["text"])
def test_case(pipeline: Pipeline, row: dict[str, str]) -> None:
    marked = re.search(r"\[\[(.*?)]]", row["text"])
    text = row["text"].replace("[[", "").replace("]]", "")
    times = read(pipeline, text, row["published"])
    if row["edtf"] == "-":
        assert [(t.text, t.edtf) for t in times] == []
        return
    assert [t.edtf for t in times] == [row["edtf"]], [(t.text, t.edtf, t.rule) for t in times]
    if marked:
        shared = set(marked[1].split()) & set(times[0].text.split())
        assert len(shared) * 2 >= len(marked[1].split()), times[0].text


def test_there_are_enough_cases() -> None:
    assert len(rows()) >= 240
