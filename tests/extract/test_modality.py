"""Scope of factuality, by a table."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from marsad.extract.modality import Factuality, Modality
from marsad.model import Document
from marsad.pipeline import Pipeline
from marsad.resources import Resources
from marsad.text.steps import Find, View

CASES = Path(__file__).parents[1] / "cases" / "modality.tsv"
FLOOR = 0.97


@pytest.fixture(scope="module")
def judge():
    resources = Resources()
    pipeline = Pipeline([View(resources), Find(resources)])
    modality = Modality(resources)

    def of(marked: str) -> Factuality:
        start, end = marked.index("["), marked.index("]")
        analysis = pipeline(Document(id="case", text=marked.replace("[", "").replace("]", "")))
        inside = [t.n for t in analysis.text.tokens if t.end > start and t.start < end - 1]
        return modality.at(analysis, inside[0], inside[-1])

    return of


def cases() -> list[tuple[str, str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        lines = [line for line in file if not line.startswith("#")]
    return [(r["sentence"], r["status"], r["flags"]) for r in csv.DictReader(lines, delimiter="\t")]


def flags(found: Factuality) -> str:
    words = ["hedged"] * found.hedged + ["denied"] * found.denied + [found.mood] * bool(found.mood)
    return " ".join(words) or "-"


def test_table_is_big_enough():
    assert len({c[0] for c in cases()}) >= 200


def test_scope(judge):
    wrong = []
    for sentence, status, expected in cases():
        found = judge(sentence)
        if (found.status, flags(found)) != (status, expected):
            wrong.append(f"{sentence}: {found.status} {flags(found)}, not {status} {expected}")
    right = 1 - len(wrong) / len(cases())
    assert right >= FLOOR, "\n".join([f"{right:.3f} right", *wrong])
