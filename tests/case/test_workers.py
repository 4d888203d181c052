"""Processes that read: in order, no further ahead than memory allows, and no fault of one costs the others."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import ARTICLE

import marsad
from marsad.case import workers
from marsad.case.adding import Adding
from marsad.case.prepared import Prepared
from marsad.case.workers import BATCH_DOCUMENTS, Fault, Task, Workers
from marsad.errors import CaseError
from marsad.ingest import Ingest
from marsad.model import Document
from marsad.model.making import make_document

forked = pytest.mark.skipif(sys.platform != "linux", reason="what is changed here reaches forked processes alone")


def tasks(count: int, taken: list[int] | None = None) -> Iterator[Task]:
    for n in range(count):
        if taken is not None:
            taken.append(n)
        yield Task(make_document(f"{ARTICLE} {n}", id=f"d{n}"))


def ids(results: list[workers.Result]) -> list[str]:
    return [result.document.id if isinstance(result, Prepared) else "fault" for result in results]


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_their_tasks(jobs: int) -> None:
    with Workers(jobs) as reading:
        assert ids(list(reading.read(tasks(40)))) == [f"d{n}" for n in range(40)]


def test_tasks_are_taken_only_as_far_ahead_as_there_are_processes_to_feed() -> None:
    taken: list[int] = []
    with Workers(2) as reading:
        next(reading.read(tasks(1000, taken)))
    assert len(taken) <= BATCH_DOCUMENTS * 7


def failing(reader: marsad.Reader, document: Document) -> Prepared:
    if document.id == "d1":
        raise RuntimeError("a fault of marsad's own")
    return workers.prepare_as_it_is(reader, document)  # type: ignore[attr-defined,no-any-return]


def test_a_document_on_which_marsad_fails_is_named_and_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "prepare_as_it_is", workers.prepare, raising=False)
    monkeypatch.setattr(workers, "prepare", failing)
    with marsad.open_case(tmp_path / "c.marsad", write=True) as case:
        outcomes = list(Adding(case).add(("x", task.document) for task in tasks(3)))
        assert sorted(outcome.kind for outcome in outcomes) == ["added", "added", "failed"]
        ((message, _),) = case.failures()
        assert "'d1'" in message
        assert "please report it" in message
        assert [d.id for d in case.documents()] == ["d0", "d2"]


@forked
def test_a_process_that_dies_is_told_and_what_was_stored_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with marsad.open_case(tmp_path / "c.marsad", write=True) as case:
        list(Adding(case).add(("x", task.document) for task in tasks(3)))
        monkeypatch.setattr(workers, "prepare", lambda reader, document: os._exit(9))
        with pytest.raises(CaseError, match="run the same command again"):
            list(Adding(case, jobs=2).add(("x", task.document) for task in tasks(9)))
        assert len(case.documents()) == 3


def test_a_fault_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "prepare_as_it_is", workers.prepare, raising=False)
    monkeypatch.setattr(workers, "prepare", failing)
    with Workers(1) as reading:
        faults = [result for result in reading.read(tasks(2)) if isinstance(result, Fault)]
    assert "RuntimeError at test_workers.py" in faults[0].message


def test_ingest_without_numbers_leaves_ids_as_they_came(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "a", "text": "نص"}\n{"id": "a", "text": "آخر"}\n', encoding="utf-8")
    assert [item.id for item in Ingest(apart=False).read([str(path)]) if isinstance(item, Document)] == ["a", "a"]
