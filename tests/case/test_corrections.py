"""Decisions: the machine's and the person's values both kept, the history only added to, undo that undoes."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest

import marsad
from marsad.case import Case, history
from marsad.errors import UnknownItemError


def reference(case: Case, document: str = "wire-marib", layer: str = "events") -> str:
    return next(str(a.reference) for a in getattr(case, layer)() if a.document.id == document)


def value(case: Case, item: str, field: str) -> Any:
    number, _, id = item.partition(":")
    return next(e.value[field] for e in case.items(int(number)) if e.value["id"] == id)


def state(case: Case, item: str) -> str:
    number, _, id = item.partition(":")
    return next(e.state for e in case.items(int(number)) if e.value["id"] == id)


def test_what_was_rejected_is_left_out_and_stays_to_be_seen(case: Case) -> None:
    item = reference(case)
    case.reject(item, "samar", "a wish")
    assert item not in {e.reference for e in case.events()}
    assert state(case, item) == "rejected"
    assert case.record("wire-marib").events != case.effective_record("wire-marib").events


def test_a_correction_keeps_the_machines_value_beside_the_persons(case: Case) -> None:
    item = reference(case)
    before = value(case, item, "status")
    decision = case.correct(item, "samar", "status", "possible", "only one source")
    assert (decision.machine, decision.value, decision.who) == (before, "possible", "samar")
    assert value(case, item, "status") == "possible"
    assert next(e for e in case.events() if e.reference == item).value.status == "possible"
    assert {e.id: e for e in case.record("wire-marib").events}[item.partition(":")[2]].status == before


def test_the_last_decision_holds_and_undoing_it_brings_the_one_before(case: Case) -> None:
    item = reference(case)
    case.accept(item, "samar")
    case.reject(item, "nadim")
    assert state(case, item) == "rejected"
    undone = case.undo("nadim")
    assert state(case, item) == "accepted"
    case.undo("nadim", undone.entry)
    assert state(case, item) == "rejected"
    assert [d.action for d in case.history()] == ["accept", "reject", "undo", "undo"]


def test_everything_undone_leaves_what_was_there_before(case: Case) -> None:
    before = case.query("SELECT * FROM item ORDER BY item"), case.query("SELECT * FROM party ORDER BY item, role, n")
    item = reference(case)
    case.correct(item, "samar", "type", "clash")
    case.reject(reference(case, layer="reasons"), "samar")
    case.add("wire-marib", "events", {"start": 0, "end": 4, "type": "clash"}, "samar")
    case.alias("جماعة الحوثي", "someone_else", "samar")
    for _ in range(4):
        case.undo("samar")
    assert (
        case.query("SELECT * FROM item ORDER BY item"),
        case.query("SELECT * FROM party ORDER BY item, role, n"),
    ) == before
    with pytest.raises(UnknownItemError, match="nothing by 'samar'"):
        case.undo("samar")


def test_an_added_item_has_the_words_of_its_offsets_and_can_be_corrected(case: Case) -> None:
    text = case.record("wire-marib").text
    start = text.index("معسكر")
    decision = case.add("wire-marib", "events", {"start": start, "end": start + 5, "type": "clash"}, "samar")
    (added,) = [e for e in case.events() if e.state == "added"]
    assert (added.value.trigger, added.value.rule, added.value.id) == ("معسكر", "human", f"h{decision.entry}")
    case.correct(added.reference, "samar", "date", "2020-10")
    (added,) = [e for e in case.events() if e.state == "added"]
    assert added.value.date == "2020-10"
    case.reject(added.reference, "nadim")
    assert not [e for e in case.events() if e.state == "added"]


@pytest.mark.parametrize(
    ("field", "wrong", "says"),
    [
        ("type", "quarrel", "codebook has no 'quarrel'"),
        ("status", None, "codebook has no None"),
        ("date", "last week", "no EDTF date"),
        ("date", 2020, "no EDTF date"),
        ("killed", "seven", "object"),
        ("perpetrators", "houthis", "array"),
        ("id", "e9", "no field 'id' that can be corrected"),
        ("start", 3, "no field 'start' that can be corrected"),
        ("colour", "red", "no field 'colour'"),
    ],
)
def test_a_value_that_a_field_cannot_have_is_told_and_not_kept(case: Case, field: str, wrong: Any, says: str) -> None:
    with pytest.raises(UnknownItemError, match=says):
        case.correct(reference(case), "samar", field, wrong)
    assert case.history() == []


@pytest.mark.parametrize(
    ("layer", "item", "says"),
    [
        ("colours", {"start": 0, "end": 1}, "no layer"),
        ("events", {"end": 1, "type": "clash"}, "offsets"),
        ("events", {"start": 5, "end": 5, "type": "clash"}, "offsets"),
        ("events", {"start": 0, "end": 10**9, "type": "clash"}, "offsets"),
        ("events", {"start": 0, "end": 4}, "missing required field `type`"),
        ("reasons", {"start": 0, "end": 4, "category": "greed"}, "codebook has no 'greed'"),
    ],
)
def test_an_item_that_a_layer_cannot_have_is_not_added(case: Case, layer: str, item: dict[str, Any], says: str) -> None:
    with pytest.raises(UnknownItemError, match=says):
        case.add("wire-marib", layer, item, "samar")


@pytest.mark.parametrize("wrong", ["", "17", "1:e99", "none:e1", ":", "1:"])
def test_a_reference_to_nothing_is_told(case: Case, wrong: str) -> None:
    with pytest.raises(UnknownItemError):
        case.accept(wrong, "samar")


def test_an_item_is_named_by_document_and_identity_too(case: Case) -> None:
    event = case.events()[0]
    case.accept(f"{event.document.id}:{event.identity}", "samar")
    assert state(case, event.reference) == "accepted"


def test_an_alias_is_previewed_and_then_applied_everywhere(case: Case) -> None:
    changes = case.preview_alias("جماعة الحوثي", "someone_else")
    assert changes
    assert case.history() == []
    case.alias("جماعة الحوثي", "someone_else", "samar")
    for change in changes:
        assert value(case, change.reference, change.field) == change.after != change.before
    assert case.preview_alias("جماعة الحوثي", "someone_else") == []


def test_an_alias_holds_for_documents_that_come_later(case: Case, reader: marsad.Reader) -> None:
    case.alias("جماعة الحوثي", "someone_else", "samar")
    case.store(reader.read("شنت جماعة الحوثي هجوماً على مأرب أمس.", id="later", published="2020-10-20"), b"later")
    (event,) = [e for e in case.events() if e.document.id == "later"]
    assert event.value.perpetrators[0].key == "someone_else"
    assert case.record("later").events[0].perpetrators[0].key == "houthis"


def test_a_persons_correction_of_an_item_stands_above_an_alias(case: Case) -> None:
    change = next(c for c in case.preview_alias("جماعة الحوثي", "someone_else") if c.field == "key")
    case.correct(change.reference, "samar", "key", "third_party")
    case.alias("جماعة الحوثي", "someone_else", "samar")
    assert value(case, change.reference, "key") == "third_party"


def test_an_alias_needs_a_key(case: Case) -> None:
    with pytest.raises(UnknownItemError, match="no key"):
        case.alias("جماعة الحوثي", "جماعة أخرى", "samar")


@pytest.mark.parametrize("sql", ["UPDATE history SET who = 'x'", "DELETE FROM history"])
def test_the_file_itself_refuses_to_change_the_history(case: Case, sql: str) -> None:
    case.accept(reference(case), "samar")
    with pytest.raises(sqlite3.IntegrityError, match="only added to"):
        case.query(sql)


def test_decisions_keep_their_order_when_the_clock_jumps_back(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    item = reference(case)
    for at, act in (("2031-01-01T00:00:00Z", case.accept), ("1999-01-01T00:00:00Z", case.reject)):
        monkeypatch.setattr(history, "now", lambda at=at: at)
        act(item, "samar")
    assert state(case, item) == "rejected"
    assert [d.at[:4] for d in case.history()] == ["2031", "1999"]
