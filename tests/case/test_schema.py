"""The schema: older files become what new ones are, and keep what they hold."""

from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest

import marsad
from marsad.case.corrections import reindex
from marsad.case.schema import APPLICATION_ID, VERSION, migrations, statements
from marsad.errors import BrokenCaseError, CaseVersionError

OLDER = range(1, VERSION)
VERSIONS = Path(__file__).parent / "versions"


def unpacked(version: int, folder: Path) -> Path:
    """A case that marsad made when its schema had that version: one document, decisions, a failure."""
    path = folder / f"{version}.marsad"
    path.write_bytes(gzip.decompress((VERSIONS / f"{version:03}.marsad.gz").read_bytes()))
    return path


def tables(path: Path) -> set[tuple[str, str, str]]:
    """Everything that the file defines, without what makes no difference: comments and blanks."""
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    return {(kind, name, " ".join(_bare(sql))) for kind, name, sql in rows}


def _bare(sql: str) -> Iterable[str]:
    return " ".join(line.partition("--")[0] for line in sql.splitlines()).split()


@pytest.mark.parametrize("version", OLDER)
def test_an_older_file_gets_the_tables_of_a_new_one(tmp_path: Path, version: int) -> None:
    old, new = unpacked(version, tmp_path), tmp_path / "new.marsad"
    marsad.open_case(old, write=True).close()
    marsad.open_case(new, write=True).close()
    assert tables(old) == tables(new)


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize("version", OLDER)
def test_an_older_file_keeps_what_it_holds(tmp_path: Path, version: int, write: bool) -> None:
    with marsad.open_case(unpacked(version, tmp_path), write=write) as case:
        (document,) = case.documents()
        assert case.original(document.number).decode().startswith("قصفت قوات النظام")
        (event,) = case.events()
        assert (event.value.trigger, event.value.status, event.state) == ("قصفت", "possible", "corrected")
        assert [d.action for d in case.history()] == ["correct", "comment", "undo", "alias"]
        assert event.value.perpetrators[0].key == "syrian_government"
        assert len(case.failures()) == 1
        assert len(case.search("القصف")) == 1
        assert case.query("PRAGMA integrity_check") == [("ok",)]
        assert case.query("PRAGMA user_version") == [(VERSION,)]


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = unpacked(VERSION - 1, tmp_path)
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE answer_rank (n)")  # in the way of the last step's
    before = tables(path)
    with pytest.raises(BrokenCaseError, match="answer_rank"):
        marsad.open_case(path, write=True)
    assert tables(path) == before
    assert sqlite3.connect(path).execute("PRAGMA user_version").fetchone() == (VERSION - 1,)


@pytest.mark.parametrize("table", ["answer", "voice", "actor_in", "place_in"])
@pytest.mark.parametrize("version", OLDER)
def test_an_older_file_has_the_rows_that_are_made_today(tmp_path: Path, version: int, table: str) -> None:
    with marsad.open_case(unpacked(version, tmp_path), write=True) as case:
        before = case.query(f"SELECT * FROM {table} ORDER BY 1, 2")
        with case.database.transaction():
            reindex(case.database, 1)
        assert before == case.query(f"SELECT * FROM {table} ORDER BY 1, 2")


def test_a_newer_file_is_told_and_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = path.read_bytes()
    for write in (True, False):
        with pytest.raises(CaseVersionError, match="newer marsad"):
            marsad.open_case(path, write=write)
    assert path.read_bytes() == before


def test_every_version_has_a_migration_and_a_file() -> None:
    assert [int(step.name[:3]) for step in migrations(0)] == [version + 1 for version in OLDER]
    assert {int(file.name.split(".")[0]) for file in VERSIONS.glob("*.gz")} == set(OLDER)


def test_statements_are_parted_where_they_end() -> None:
    script = (
        "CREATE TABLE a (b TEXT); -- one; two\nCREATE TRIGGER c BEFORE UPDATE ON a\nBEGIN SELECT 1; SELECT 2; END;\n"
    )
    assert len(list(statements(script))) == 2


def test_the_file_says_what_it_is(path: Path) -> None:
    assert int.from_bytes(path.read_bytes()[68:72], "big") == APPLICATION_ID


@pytest.mark.parametrize("view", ["events", "reasons", "statements"])
def test_views_have_a_row_for_each_item(path: Path, view: str) -> None:
    with marsad.open_case(path) as case:
        rows = case.query(f"SELECT item FROM {view} ORDER BY item")
        assert [item for (item,) in rows] == sorted(answer.reference for answer in getattr(case, view)())
