"""Lists of reasons in every dress: tests/cases/lists.tsv."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from marsad.text import read_text
from marsad.text.lists import find_lists

CASES = Path(__file__).parents[1] / "cases" / "lists.tsv"
# How far into an item its head may begin: "the first factor is …".
BEFORE_HEAD = 4


def cases() -> list[Any]:
    lines = [line for line in CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows = [line.split("\t") for line in lines[1:]]
    return [pytest.param(text.replace("\\n", "\n"), expected, id=dress) for dress, text, expected in rows]


@pytest.mark.parametrize(("raw", "expected"), cases())
def test_a_list_has_its_items_with_order_and_head(raw: str, expected: str) -> None:
    text = read_text(raw)
    wanted = [
        (int(order) if order else None, head) for order, _, head in (e.partition("=") for e in expected.split("|"))
    ]
    (found,) = find_lists(text)
    assert [item.order for item in found.items] == [order for order, _ in wanted]
    for item, (_, head) in zip(found.items, wanted, strict=True):
        words = text.words(text.span(item.first, item.last))
        assert head in words
        assert len(words[: words.index(head)].split()) <= BEFORE_HEAD
