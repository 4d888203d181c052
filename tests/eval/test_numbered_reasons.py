"""Explicit lists come out whole: every numbered reason of the gold, with its order and at its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.eval.measuring import OUTSIDE, OWN, reader

from marsad.evaluate import load_gold
from marsad.evaluate.pairing import agreement
from marsad.evaluate.reading import read_documents

MODEL_ARTICLES = ("palmyra", "focus-cities")
LEAST_SHARED = 0.25


def own_lists() -> list[str]:
    """The samples that hold an explicit list of reasons."""
    return [name for name, gold in load_gold(OWN / "gold").items() if numbered(gold)]


def numbered(record: dict[str, Any]) -> list[dict[str, Any]]:
    return sorted((r for r in record["reasons"] if r["order"] is not None), key=lambda r: (r["order"], r["start"]))


def check(folder: Path, name: str) -> None:
    gold = load_gold(folder / "gold")[name]
    found = numbered(read_documents(folder / "docs", [name], reader())[name])
    wanted = numbered(gold)
    assert [r["order"] for r in found] == [r["order"] for r in wanted]
    for expected, reason in zip(wanted, found, strict=True):
        assert agreement(expected, reason) >= LEAST_SHARED, f"{expected['text']!r} came out as {reason['text']!r}"


@pytest.mark.parametrize("name", own_lists())
def test_every_numbered_reason_of_a_sample_comes_out(name: str) -> None:
    check(OWN, name)


@pytest.mark.parametrize("name", MODEL_ARTICLES)
def test_every_numbered_reason_of_the_model_articles_comes_out(name: str) -> None:
    if not (OUTSIDE / "gold" / f"{name}.gold.json").exists():
        pytest.skip(f"NOT MEASURED: {name} is not in {OUTSIDE}")
    check(OUTSIDE, name)
