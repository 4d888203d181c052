"""Outlooks: the clause, its actor, hedge, horizon and condition, by a table."""

from __future__ import annotations

import pytest
from tests.extract.marked import Bench, rows

from marsad.extract.outlooks import Outlooks
from marsad.extract.statements import Statements
from marsad.resources import Resources


@pytest.fixture(scope="module")
def bench():
    resources = Resources()
    return Bench(resources, Statements(resources), Outlooks(resources))


def flags(outlook):
    """The flags of an outlook, as the table writes them."""
    parts = ["hedged"] * outlook.hedged
    parts += [f"{name}={value}" for name in ("horizon", "condition") if (value := getattr(outlook, name))]
    return "; ".join(parts) or "-"


@pytest.mark.parametrize("case", rows("outlooks.tsv"), ids=lambda c: c["text"])
def test_outlook(bench, case):
    found = bench.read(case["text"]).outlooks
    assert " || ".join(o.text for o in found) == case["outlook"].replace("-", "")
    assert (" || ".join(o.actor.text if o.actor else "-" for o in found) or "-") == case["actor"]
    assert (" || ".join(flags(o) for o in found) or "-") == case["flags"]


def test_an_outlook_of_the_headline_that_the_body_repeats_stands_in_the_body(bench):
    title = "الهدنة ستنهار"
    found = bench.read(f"{title}\n\nقال المتحدث إن الهدنة ستنهار قريباً.", title=title).outlooks
    assert [o.text for o in found] == ["الهدنة ستنهار قريباً"]
