"""Purging: nothing of the document is left in the file, and the rest of the case stays as it was."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

import marsad
from marsad.case import Case
from marsad.case.adding import Adding
from marsad.errors import CaseLockedError, UnknownItemError
from marsad.ingest import Ingest

# Words of the document that is purged: in its id, path, outlet, title, text, and in what people wrote about it.
SECRETS = ("sirr-17", "zahrat-folder", "شبكة زهرة البيلسان", "خنفشار", "القنبيط", "الشهبندر", "توتياء")


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A document with words that stand nowhere else."""
    path = tmp_path / "zahrat-folder" / "a.jsonl"
    path.parent.mkdir()
    text = "قصفت قوات النظام بلدة القنبيط يوم الاثنين. وقال خالد الشهبندر إن القصف استهدف مدرسة خنفشار."
    row = {"id": "sirr-17", "title": "خنفشار", "outlet": SECRETS[2], "text": text, "published": "2020-02-02"}
    path.write_text(json.dumps(row, ensure_ascii=False) + "\n{broken", encoding="utf-8")
    return path


@pytest.fixture
def filled(path: Path, secret: Path) -> Path:
    """A case with the samples and the document, on which people have decided."""
    with marsad.open_case(path, write=True) as case:
        list(Adding(case).add((str(secret), item) for item in Ingest(apart=False).read([str(secret)])))
        event = next(e for e in case.events() if e.document.id == "sirr-17")
        case.correct(event.reference, "samar", "weapon", "توتياء")
        case.comment(event.reference, "samar", "توتياء")
        case.undo("samar")
        case.undo("samar", 3)
    return path


def found(path: Path) -> set[str]:
    """The secrets that stand in the bytes of the file or of what lies beside it."""
    held = b"".join(file.read_bytes() for file in path.parent.glob(path.name + "*"))
    return {word for word in SECRETS if word.encode() in held}


def test_the_words_are_in_the_file_before(filled: Path) -> None:
    assert found(filled) == set(SECRETS)


def test_nothing_of_a_purged_document_is_in_the_file(filled: Path) -> None:
    with marsad.open_case(filled, write=True) as case:
        case.purge("sirr-17")
        assert found(filled) == set()  # also while it is open
    assert found(filled) == set()


def test_a_tombstone_says_that_it_was_and_nothing_more(filled: Path) -> None:
    with marsad.open_case(filled, write=True) as case:
        number = case.document("sirr-17").number
        case.purge("sirr-17")
        ((purged, day),) = case.tombstones()
        assert (purged, len(day)) == (number, len("2026-01-01"))
        with pytest.raises(UnknownItemError):
            case.document(number)
        assert case.history() == []
        assert case.failures() == []


def test_the_rest_stays_as_it_was_and_the_number_is_not_used_again(filled: Path, secret: Path, case: Case) -> None:
    def rest() -> list[object]:
        kept = [d for d in case.documents() if d.id != "sirr-17"]
        answers = [e.plain() for e in case.events() if e.document.id != "sirr-17"]
        return [kept, answers, [case.record(d.number) for d in kept], [h.document.id for h in case.search("مأرب")]]

    before, number = rest(), case.document("sirr-17").number
    case.purge("sirr-17")
    assert rest() == before
    assert case.query("PRAGMA integrity_check") == [("ok",)]
    list(Adding(case).add((str(secret), item) for item in Ingest(apart=False).read([str(secret)])))
    assert case.document("sirr-17").number > number


def test_copies_of_a_purged_document_stay_and_one_of_them_is_first(tmp_path: Path, reader: marsad.Reader) -> None:
    with marsad.open_case(tmp_path / "c.marsad", write=True) as case:
        for id in ("a", "b", "c"):
            case.store(reader.read("قصفت قوات النظام بلدة بنش.", id=id), id.encode())
        assert [(d.id, d.copy_of, d.origin) for d in case.documents()] == [("a", None, 1), ("b", 1, 1), ("c", 1, 1)]
        case.purge("a")
        assert [(d.id, d.copy_of, d.origin) for d in case.documents()] == [("b", None, 2), ("c", 2, 2)]


def test_a_purge_that_others_hinder_is_told_and_finished_later(filled: Path) -> None:
    reading = sqlite3.connect(filled)
    reading.execute("BEGIN")
    reading.execute("SELECT count(*) FROM document").fetchone()
    with marsad.open_case(filled, write=True) as case:
        case.query("PRAGMA busy_timeout = 50")
        with pytest.raises(CaseLockedError, match="marsad purge"):
            case.purge("sirr-17")
        with pytest.raises(UnknownItemError):
            case.document("sirr-17")
    reading.close()
    marsad.open_case(filled, write=True).close()
    assert found(filled) == set()
