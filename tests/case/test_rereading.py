"""Reading again with other tables: what changed is told, people's values stay, lost items keep their decisions."""

from __future__ import annotations

from pathlib import Path

import pytest

import marsad
from marsad.case import Case, rereading
from marsad.case.adding import Adding
from marsad.case.changes import latest
from marsad.case.rereading import Reread, Rereading
from marsad.ingest import Ingest

TEXT = "قصفت قوات النظام بلدة بنش يوم الاثنين. وهاجم مسلحون حاجزاً قرب سرمين."


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """A user's folder that takes the trigger of the second event out and adds one more."""
    folder = tmp_path / "mine"
    (folder / "words").mkdir(parents=True)
    table = "trigger_verb\tverb\tهاجم/يهاجم\t-\n"
    (folder / "words" / "own.tsv").write_text(table, encoding="utf-8")
    return folder


@pytest.fixture
def read(tmp_path: Path) -> Path:
    path, text = tmp_path / "c.marsad", tmp_path / "a.txt"
    text.write_text(TEXT, encoding="utf-8")
    with marsad.open_case(path, write=True) as case:
        list(Adding(case).add((str(text), item) for item in Ingest(apart=False).read([str(text)])))
    return path


def again(case: Case, user: Path | None = None, **options: bool) -> list[Reread]:
    return list(Rereading(case, 1, user, **options).run())


def test_the_same_tables_leave_nothing_to_do(read: Path) -> None:
    with marsad.open_case(read, write=True) as case:
        assert again(case) == []
        (told,) = again(case, everything=True)
        assert told.changes == ()


def test_what_is_read_the_same_has_not_changed(read: Path, words: Path) -> None:
    with marsad.open_case(read, write=True) as case:
        before = latest(case.database), case.query("SELECT * FROM item"), case.search("سرمين")
        again(case, everything=True)
        assert (latest(case.database), case.query("SELECT * FROM item"), case.search("سرمين")) == before
        again(case, words)
        assert latest(case.database) > before[0]


def test_other_tables_change_what_was_read_and_it_is_told(read: Path, words: Path) -> None:
    with marsad.open_case(read, write=True) as case:
        before = {e.identity for e in case.events()}
        (told,) = again(case, words)
        after = {e.identity for e in case.events()}
        assert {c.identity for c in told.changes if c.kind == "removed" and c.layer == "events"} == before - after
        assert before - after
        assert again(case, words) == []


def test_a_preview_changes_nothing(read: Path, words: Path) -> None:
    with marsad.open_case(read, write=True) as case:
        before = case.query("SELECT * FROM item"), case.query("SELECT * FROM record"), case.documents()
        assert again(case, words, preview=True)[0].changes
        assert (case.query("SELECT * FROM item"), case.query("SELECT * FROM record"), case.documents()) == before


def test_decisions_stay_with_their_items_and_lost_ones_are_listed_until_they_come_back(read: Path, words: Path) -> None:
    with marsad.open_case(read, write=True) as case:
        stays, goes = case.events()
        if goes.value.trigger.startswith("قصف"):
            stays, goes = goes, stays
        case.correct(stays.reference, "samar", "date", "2020-05-04")
        case.correct(goes.reference, "samar", "date", "2020-05-05")
        again(case, words)
        (event,) = case.events()
        assert (event.identity, event.value.date, event.state) == (stays.identity, "2020-05-04", "corrected")
        assert [d.identity for d in case.orphans()] == [goes.identity]
        again(case)
        assert case.orphans() == []
        assert {e.value.date for e in case.events()} == {"2020-05-04", "2020-05-05"}


def test_an_id_that_moves_on_does_not_take_a_decision_with_it(read: Path, words: Path) -> None:
    with marsad.open_case(read, write=True) as case:
        events = {e.value.id: e.identity for e in case.events()}
        case.reject("1:e2", "samar")
        again(case, words)
        rejected = {e.identity for e in case.items(1) if e.state == "rejected"}
        assert rejected <= {events["e2"]}


def test_reading_again_goes_on_where_it_was_interrupted(
    tmp_path: Path, words: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rereading, "SECONDS", 0.0)
    path, given = tmp_path / "many.marsad", tmp_path / "many"
    given.mkdir()
    for n in range(4):
        (given / f"{n}.txt").write_text(f"{TEXT} {n}", encoding="utf-8")
    with marsad.open_case(path, write=True) as case:
        list(Adding(case).add((str(given), item) for item in Ingest(apart=False).read([str(given)])))
        run = Rereading(case, 1, words).run()
        first = next(run)
        run.close()
        again = Rereading(case, 1, words)
        assert first.document.number not in {document.number for document in again.todo}
        assert len(list(again.run())) == len(again.todo) < 4
        assert Rereading(case, 1, words).todo == []
