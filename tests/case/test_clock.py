"""A clock that jumps: what holds is decided by the order of entries, not by the times that they bear."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.conftest import ARTICLE

import marsad
from marsad.case import Case, history
from marsad.case.changes import changed_since, revision_before
from marsad.ingest import Ingest
from marsad.model import Document

NOW, BEFORE, LATER = "2090-03-02T10:00:00Z", "2019-01-01T00:00:00Z", "2090-03-02T10:00:01Z"


class Clock(datetime):
    """The system's clock, set by whoever administers the machine."""

    told = NOW

    @classmethod
    def now(cls, tz: object = None) -> datetime:
        return datetime.fromisoformat(cls.told).astimezone(UTC)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> type[Clock]:
    monkeypatch.setattr(history, "datetime", Clock)
    monkeypatch.setattr(Clock, "told", NOW)
    return Clock


def state(case: Case, reference: str) -> str:
    document, _, item = reference.partition(":")
    return next(e.state for e in case.items(int(document)) if e.value["id"] == item)


def test_the_last_decision_holds_whatever_the_clock_said(case: Case, clock: type[Clock]) -> None:
    event = case.events()[0]
    case.reject(event.reference, "samar")
    clock.told = BEFORE
    case.accept(event.reference, "samar")
    assert [(d.action, d.at) for d in case.history()] == [("reject", NOW), ("accept", BEFORE)]
    assert state(case, event.reference) == "accepted"
    clock.told = LATER
    case.undo("samar")
    assert state(case, event.reference) == "rejected"


def test_what_changed_since_a_moment_misses_nothing_after_a_jump(
    path: Path, case: Case, clock: type[Clock], reader: marsad.Reader, tmp_path: Path
) -> None:
    held = tmp_path / "late.txt"
    (known,) = case.query("SELECT max(doc) FROM document")[0]
    for name, clock.told in (("one", LATER), ("two", BEFORE), ("three", LATER)):
        held.write_text(f"{ARTICLE} {name}", encoding="utf-8")
        (document,) = Ingest().read([str(held)])
        assert isinstance(document, Document)
        case.store(reader.read_document(document), document.original or b"")
    since = changed_since(case.database, revision_before(case.database, LATER))
    assert [change.number - known for change in since] == [1, 2, 3]
    assert changed_since(case.database, revision_before(case.database, "2091-01-01")) == []
