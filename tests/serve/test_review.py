"""Decisions in the reader: each is kept with who made it, shown with the machine's value, and can be taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

import marsad
from marsad.case import Case
from marsad.serve.fields import ADDABLE, terms
from marsad.serve.offsets import raw_offset, without_blanks


@pytest.fixture
def case(case_path: Path) -> Any:
    with marsad.open_case(case_path) as case:
        yield case


def decided(client: TestClient, document: int = 1, **values: Any) -> Any:
    return client.post(f"/en/documents/{document}/review", json=values, headers={"accept": "application/json"})


def state(case: Case, item: str) -> str:
    return next(e.state for e in case.items(1) if e.value["id"] == item)


@pytest.mark.parametrize(("action", "held"), [("accept", "accepted"), ("reject", "rejected")])
def test_a_verdict_is_kept_shown_and_taken_back(client: TestClient, case: Case, action: str, held: str) -> None:
    answer = decided(client, action=action, items=["e1"], comment="seen")
    assert answer.status_code == 200
    assert state(case, "e1") == held
    assert case.history(1)[-1].who == "samar"
    assert f'class="state {held}"' in client.get("/en/documents/1").text
    assert "seen" in client.get("/en/documents/1/items/e1").text
    assert decided(client, action="undo").status_code == 200
    assert state(case, "e1") == "machine"


def test_a_decision_on_all_mentions_of_an_entry(client: TestClient, case: Case) -> None:
    items = [e.value["id"] for e in case.items(1) if e.layer == "places"][:2]
    decided(client, action="reject", items=items)
    assert {state(case, item) for item in items} == {"rejected"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", "2020-05-02"),
        ("type", "shelling"),
        ("killed", {"min": 6, "max": None}),
        ("weapon", None),
        ("targets", [{"text": "المدنيون", "start": None, "end": None, "key": None, "type": "civilians"}]),
    ],
)
def test_a_correction_shows_both_values(client: TestClient, case: Case, field: str, value: Any) -> None:
    machine = case.items(1)[0].machine
    assert machine
    assert decided(client, action="correct", items=["e1"], field=field, value=value).status_code == 200
    decision = case.history(1)[-1]
    assert (decision.value, decision.machine) == (value, machine[field])
    part = client.get("/en/documents/1/items/e1").text
    assert "<del>" in part
    assert "<ins>" in part


@pytest.mark.parametrize(
    "values",
    [
        {"action": "correct", "items": ["e1"], "field": "date", "value": "yesterday"},
        {"action": "correct", "items": ["e1"], "field": "start", "value": 0},
        {"action": "accept", "items": ["e999"]},
    ],
)
def test_what_an_item_can_t_have_is_refused(client: TestClient, case: Case, values: dict[str, Any]) -> None:
    answer = decided(client, **values)
    assert answer.status_code == 404
    assert answer.json()["error"]
    assert case.history(1) == []


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"action": "purge"},
        {"action": ["accept"]},
        {"action": "accept"},
        {"action": "accept", "items": []},
        {"action": "accept", "items": [1]},
        {"action": "accept", "items": ["e1"], "comment": 7},
        {"action": "comment", "items": ["e1"], "comment": " "},
        {"action": "correct", "items": ["e1"], "field": "date"},
        {"action": "add", "layer": "events", "start": [0, 0], "end": [999, 0]},
        {"action": "add", "layer": "events", "start": "0", "end": None},
        {"action": "undo"},
        {"action": "undo", "entry": 1},
    ],
)
def test_a_request_that_no_page_makes_is_refused(client: TestClient, case: Case, values: dict[str, Any]) -> None:
    assert decided(client, **values).status_code == 400
    assert case.history() == []


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff", b"[" * 5000])
def test_a_request_that_is_no_object_is_refused(client: TestClient, body: bytes) -> None:
    assert client.post("/en/documents/1/review", content=body).status_code == 400


def test_a_decision_of_another_document_is_not_taken_back_here(client: TestClient, case: Case) -> None:
    decided(client, document=2, action="accept", items=["e1"])
    entry = case.history(2)[-1].entry
    assert decided(client, action="undo", entry=entry).status_code == 400
    assert decided(client, document=2, action="undo", entry=entry).status_code == 200


@pytest.mark.parametrize("layer", ADDABLE)
def test_what_was_missed_is_added_where_it_stands(client: TestClient, case: Case, layer: str) -> None:
    from marsad.report.labels import Labels

    record = case.record(1)
    second = record.sentences[1]
    types = terms(layer, Labels("en"))
    field = {"events": "type", "reasons": "category", "statements": "kind", "places": "kind", "actors": "type"}.get(
        layer
    )
    fields = {field: types[0][0]} if field else {"edtf": "2020"} if layer == "times" else {}
    answer = decided(client, action="add", layer=layer, fields=fields, start=[1, 0], end=[1, 6])
    assert answer.status_code == 200, answer.text
    added = next(e for e in case.items(1) if e.value["id"] == answer.json()["item"])
    words = record.text[second.start : second.start + 6].strip()
    assert record.text[added.value["start"] : added.value["end"]] == words
    assert added.state == "added"


@pytest.mark.parametrize(
    ("text", "start", "shown", "offset"),
    [
        ("abcdef", 0, 3, 3),
        ("ab\u202ecd", 0, 3, 4),
        ("ab\u202ecd", 0, 2, 3),
        ("xab\u2066\u2067c", 1, 3, 6),
        ("ab", 0, 9, 2),
    ],
)
def test_offsets_count_what_the_page_leaves_out(text: str, start: int, shown: int, offset: int) -> None:
    assert raw_offset(text, start, shown) == offset


def test_blanks_at_the_ends_are_left_out() -> None:
    assert without_blanks("  ab \n", 0, 6) == (2, 4)
    assert without_blanks("   ", 0, 3) == (3, 3)
