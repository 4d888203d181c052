"""What can happen to a file: two writers, a full disk, no permission, damage, something else under its name."""

from __future__ import annotations

import json
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import ARTICLE

import marsad
from marsad.case import Case
from marsad.errors import (
    BrokenCaseError,
    CaseError,
    CaseFullError,
    CaseLockedError,
    NotACaseError,
    ReadOnlyCaseError,
)

ROOT = Path(__file__).parents[2]
MARSAD = [sys.executable, "-m", "marsad"]


def run(
    *args: str | Path, before: list[str] | None = None, limit: int | None = None
) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, where files may grow to `limit` bytes."""

    def limited() -> None:
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    command = [*(before or []), *MARSAD, *map(str, args)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, preexec_fn=limited)


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    rows = [{"id": f"d{n}", "text": f"{ARTICLE} وأصيب {n + 2} آخرون في اليوم نفسه."} for n in range(24)]
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def test_two_that_add_the_same_at_once_store_it_once(tmp_path: Path, lines: Path) -> None:
    path = tmp_path / "c.marsad"
    command = [*MARSAD, "add", str(path), str(lines), "--jobs", "1"]
    both = [subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    told = [one.communicate(timeout=120)[1] for one in both]
    assert [one.returncode for one in both] == [0, 0], told
    with marsad.open_case(path) as case:
        assert sorted(d.id for d in case.documents()) == sorted(f"d{n}" for n in range(24))
        assert case.query("PRAGMA integrity_check") == [("ok",)]


def test_a_writer_that_takes_too_long_is_told_of(path: Path, case: Case) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    case.query("PRAGMA busy_timeout = 50")
    with pytest.raises(CaseLockedError, match="another program is writing"):
        case.accept(case.events()[0].reference, "samar")
    other.close()
    case.accept(case.events()[0].reference, "samar")


def test_who_reads_sees_one_state_while_another_writes(path: Path, case: Case) -> None:
    with marsad.open_case(path) as reading, reading.snapshot():
        before = reading.events()
        case.reject(before[0].reference, "samar")
        assert reading.events() == before
    assert len(case.events()) == len(before) - 1


def test_a_full_disk_keeps_what_was_stored_and_the_same_command_goes_on(tmp_path: Path, lines: Path) -> None:
    path = tmp_path / "c.marsad"
    first = run("add", path, lines, "--jobs", "1", "--ids", limit=350_000)
    assert first.returncode == 2
    assert "disk full" in first.stderr
    assert "Traceback" not in first.stderr
    with marsad.open_case(path, write=True) as case:
        assert set(first.stdout.split()) <= {d.id for d in case.documents()}
        assert case.query("PRAGMA integrity_check") == [("ok",)]
    assert run("add", path, lines, "--jobs", "1").returncode == 0
    with marsad.open_case(path) as case:
        assert len(case.documents()) == 24


def test_a_decision_that_does_not_fit_on_the_disk_is_not_half_there(case: Case) -> None:
    event = case.events()[0]
    (pages,) = case.query("PRAGMA page_count")[0]
    case.query(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(CaseFullError, match="disk is full"):
        case.comment(event.reference, "samar", "x" * 100_000)
    assert case.history() == []
    case.query(f"PRAGMA max_page_count = {pages * 100}")
    case.accept(event.reference, "samar")


@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o755), (0o644, 0o555), (0o444, 0o555)])
def test_what_may_not_be_written_can_be_read(
    path: Path, article: Path, common: list[str], file: int, folder: int
) -> None:
    shelf = path.parent / "shelf"
    shelf.mkdir()
    held = shelf / path.name
    shutil.copy(path, held)
    held.chmod(file)
    shelf.chmod(folder)
    try:
        read = run("events", held, "--format", "json", before=common)
        added = run("add", held, article, before=common)
        assert (read.returncode, len(json.loads(read.stdout)) > 5) == (0, True), read.stderr
        assert (added.returncode, "check the permissions" in added.stderr) == (2, True), added.stderr
    finally:
        shelf.chmod(0o755)


def overwritten(path: Path) -> None:
    with path.open("rb+") as file:
        file.seek(4096)
        file.write(b"\xa5" * (path.stat().st_size - 4096))


def cut(path: Path) -> None:
    with path.open("rb+") as file:
        file.truncate(path.stat().st_size // 2)


def emptied(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        for table in (
            "event",
            "reason",
            "statement",
            "party",
            "location",
            "link",
            "item",
            "search",
            "sentence",
            "band",
        ):
            connection.execute(f"DROP TABLE {table}")


def read_all(path: Path) -> None:
    with marsad.open_case(path) as case:
        case.documents()
        case.events()
        case.search("قصف")
        case.query("SELECT * FROM original")


@pytest.mark.parametrize("damage", [overwritten, cut, emptied])
def test_damage_is_told(path: Path, damage: Callable[[Path], None]) -> None:
    read_all(path)
    damage(path)
    with pytest.raises(BrokenCaseError, match="use a copy"):
        read_all(path)


def text(path: Path) -> None:
    path.write_text("قصفت قوات النظام بلدة بنش.", encoding="utf-8")


def other_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE document (id TEXT)")


def folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize("make", [text, other_database, folder])
def test_what_is_no_case_is_told_and_left_alone(tmp_path: Path, make: Callable[[Path], None], write: bool) -> None:
    path = tmp_path / "x.marsad"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(CaseError, match=r"x\.marsad"):
        marsad.open_case(path, write=write)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_an_empty_file_becomes_a_case_only_for_a_writer(tmp_path: Path) -> None:
    path = tmp_path / "x.marsad"
    path.touch()
    with pytest.raises(NotACaseError):
        marsad.open_case(path)
    with marsad.open_case(path, write=True) as case:
        assert case.documents() == []


def test_nothing_is_made_for_a_reader(tmp_path: Path) -> None:
    with pytest.raises(NotACaseError, match="marsad add makes one"):
        marsad.open_case(tmp_path / "none.marsad")
    assert list(tmp_path.iterdir()) == []


def test_a_case_that_is_open_for_reading_refuses_to_be_changed(path: Path) -> None:
    with marsad.open_case(path) as case, pytest.raises(ReadOnlyCaseError, match="write=True"):
        case.accept(case.events()[0].reference, "samar")


def test_a_closed_case_says_so(path: Path) -> None:
    case = marsad.open_case(path)
    case.close()
    case.close()
    with pytest.raises(CaseError, match="was closed"):
        case.documents()
