"""Relations that a text states."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from marsad import Reader

CASES = Path(__file__).parents[1] / "cases" / "relations.tsv"


def rows():
    with CASES.open(encoding="utf-8", newline="") as file:
        lines = [line for line in file if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def reader():
    return Reader()


def end(endpoint):
    return (endpoint.key or endpoint.text) if endpoint else ""


@pytest.mark.parametrize("case", rows(), ids=lambda c: c["text"])
def test_relation(reader, case):
    found = reader.read(case["text"]).relations
    told = [
        (r.type, ">".join(p.text for p in r.places) if r.type == "route" else end(r.from_), end(r.to), r.status)
        for r in found
    ]
    wanted = [(case["type"], case["from"], case["to"], case["status"])] if case["type"] != "-" else []
    assert told == wanted


def test_evidence_is_the_sentence(reader):
    record = reader.read("ساد الهدوء أمس. تسيطر قسد على مدينة الرقة.")
    assert [r.evidence for r in record.relations] == [(1,)]
