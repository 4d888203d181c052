"""Documents and decisions made to break the store: they are stored, or refused, and nothing else suffers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import ARTICLE

import marsad
from marsad.case import Case, Selection
from marsad.case.adding import Adding
from marsad.ingest import Ingest

HOSTILE: list[dict[str, Any]] = [
    {"id": "a\ud800", "title": "t\udfff", "outlet": "o\ud800", "url": "u\ud800", "text": ARTICLE},
    {"id": "nul\0id", "outlet": "o\0", "text": ARTICLE.replace(" ", "\0 ")},
    {"id": "x" * 100_000, "text": ARTICLE},
    {"id": "'; DROP TABLE document; --", "text": ARTICLE, "title": '"; --'},
    {"id": "7", "text": ARTICLE, "published": "9999-12-31"},
    {"id": "zero", "text": ARTICLE, "published": "0000-00-00"},
    {"id": "many", "text": f"مقتل {'9' * 30} مدنياً في قصف على بلدة بنش."},
    {"id": "marks", "text": "\u0301" * 2000 + ARTICLE},
    {"id": "signs", "text": "؟!،؛ " * 300},
    {"id": "\u202eovertaken", "text": f"\u202e{ARTICLE}"},
]


@pytest.mark.parametrize("document", HOSTILE, ids=lambda document: ascii(document["id"])[:20])
def test_a_hostile_document_is_stored_once_and_found(tmp_path: Path, document: dict[str, Any]) -> None:
    path, given = tmp_path / "c.marsad", tmp_path / "h.jsonl"
    given.write_text(json.dumps(document), encoding="utf-8")
    for kind in ("added", "known"):
        with marsad.open_case(path, write=True) as case:
            outcomes = list(Adding(case).add((str(given), i) for i in Ingest(apart=False).read([str(given)])))
            assert [outcome.kind for outcome in outcomes] == [kind]
    with marsad.open_case(path) as case:
        (held,) = case.documents()
        assert case.original(held.number) == given.read_bytes()
        assert case.document(held.id) == held
        assert [e.document.number for e in case.events()] == [held.number] * len(case.record(held.number).events)
        json.dumps([e.plain() for e in case.events()], ensure_ascii=False).encode("utf-8")


def test_an_id_comes_before_the_number_of_another_document(case: Case, reader: marsad.Reader) -> None:
    case.store(reader.read(ARTICLE, id="1"), b"1")
    assert case.document("1").id == "1"
    assert case.document(1).id != "1"


@pytest.mark.parametrize("value", ["' OR 1=1 --", "%", "*", "\0", "\ud800", "x" * 10_000, ""])
def test_a_filter_is_a_value_whatever_it_holds(case: Case, value: str) -> None:
    safe = value.encode("utf-8", "replace").decode()
    assert case.events(Selection(actor=safe or None, types=(safe,), outlets=(safe,))) == []
    assert case.search(safe) == []


def test_broken_characters_in_decisions_are_replaced(case: Case) -> None:
    decision = case.reject(case.events()[0].reference, "sam\udce9r", "why\ud800")
    assert (decision.who, decision.comment) == ("sam?r", "why?")
