"""Quantities of whole sentences, and the rules' own examples."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from marsad.annotate.quantities import Quantities
from marsad.annotate.times import Times
from marsad.model import Quantity
from marsad.model.making import make_document
from marsad.numbers.step import Numbers
from marsad.pipeline import Pipeline
from marsad.resources import Resources
from marsad.text.steps import Find, View

CASES = Path(__file__).parent.parent / "cases" / "quantities.tsv"
_RESOURCES = Resources()


def rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        lines = [line for line in file if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    r = _RESOURCES
    return Pipeline([View(r), Find(r), Numbers(r), Times(r), Quantities(r)])


def shown(quantity: Quantity) -> str:
    """A quantity in the notation of the case table."""
    low = "" if quantity.min is None else str(quantity.min)
    high = "" if quantity.max is None else str(quantity.max)
    parts = [f"{low}..{high}", quantity.unit or "?"]
    if quantity.per:
        parts.append(f"/{quantity.per}")
    if quantity.approximate:
        parts.append("~")
    if quantity.of:
        parts.append(f"of {quantity.of}")
    return " ".join(parts)


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["text"])
def test_case(pipeline: Pipeline, row: dict[str, str]) -> None:
    found = pipeline(make_document(row["text"], published="2018-09-12")).quantities
    assert (" | ".join(shown(q) for q in found) or "-") == row["quantities"]


@pytest.mark.parametrize("rule", _RESOURCES.grammar("quantities").rules, ids=lambda rule: rule.name)
def test_examples(pipeline: Pipeline, rule: object) -> None:
    fires = {q.rule for q in pipeline(make_document(rule.example)).quantities}  # type: ignore[attr-defined]
    silent = {q.rule for q in pipeline(make_document(rule.counter)).quantities}  # type: ignore[attr-defined]
    assert rule.name in fires  # type: ignore[attr-defined]
    assert rule.name not in silent  # type: ignore[attr-defined]


def test_spans_are_verbatim(pipeline: Pipeline) -> None:
    text = "قُتِلَ «ثَلاثَةَ عَشَرَ» مدنيًّا وأصيب بـ٢٠ شظية."
    for quantity in pipeline(make_document(text)).quantities:
        assert text[quantity.start : quantity.end] == quantity.text
