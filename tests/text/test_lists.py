"""Lists of reasons in every dress: tests/cases/lists.tsv."""

from __future__ import annotations

import pytest
from tests.tables import cases

from marsad.text import read_text
from marsad.text.lists import find_lists

# How far into an item its head may begin: "the first factor is …".
BEFORE_HEAD = 4


@pytest.mark.parametrize("row", cases("lists"), ids=lambda row: row["dress"])
def test_a_list_has_its_items_with_order_and_head(row: dict[str, str]) -> None:
    text = read_text(row["text"].replace("\\n", "\n"))
    items = [e.partition("=") for e in row["expected"].split("|")]
    wanted = [(int(order) if order else None, head) for order, _, head in items]
    (found,) = find_lists(text)
    assert [item.order for item in found.items] == [order for order, _ in wanted]
    for item, (_, head) in zip(found.items, wanted, strict=True):
        words = text.words(text.span(item.first, item.last))
        assert head in words
        assert len(words[: words.index(head)].split()) <= BEFORE_HEAD
