"""Cases of every earlier version become this one: the same tables, nothing lost."""

from __future__ import annotations

import gzip
import sqlite3
from pathlib import Path

import pytest

import marsad
from marsad.case.schema import VERSION, migrations

VERSIONS = sorted((Path(__file__).parent / "versions").glob("*.marsad.gz"))


@pytest.fixture(params=VERSIONS, ids=lambda path: path.name[:3])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A case that an earlier version made: three of the samples, a correction and a rejection."""
    path = tmp_path / "old.marsad"
    path.write_bytes(gzip.decompress(request.param.read_bytes()))
    return path


def _tables(path: Path) -> dict[str, str]:
    """The statements that made tables, indexes and triggers, without comments and spaces."""
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    connection.close()
    return {
        name: " ".join(" ".join(line.partition("--")[0] for line in sql.splitlines()).split()) for name, sql in rows
    }


def test_every_earlier_version_is_kept() -> None:
    assert [int(path.name[:3]) for path in VERSIONS] == list(range(1, VERSION))


def test_both_ways_lead_to_the_same_tables(old: Path, tmp_path: Path) -> None:
    marsad.open_case(old, write=True).close()
    marsad.open_case(tmp_path / "new.marsad", write=True).close()
    assert _tables(old) == _tables(tmp_path / "new.marsad")


def test_nothing_is_lost(old: Path) -> None:
    with marsad.open_case(old) as case:
        assert [document.id for document in case.documents()] == ["wire-binnish-a", "wire-binnish-b", "wire-marib"]
        assert [decision.action for decision in case.history()] == ["correct", "reject"]
        corrected = [answer for answer in case.events() if answer.state == "corrected"]
        assert [answer.value.type for answer in corrected] == ["clash"]
        assert case.query("PRAGMA user_version") == [(VERSION,)]


def test_a_broken_migration_leaves_the_file_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / f"{VERSION:03}_broken.sql"
    broken.write_text("CREATE TABLE link (item INTEGER) STRICT;\nCREATE TABEL nothing;\n", encoding="utf-8")
    monkeypatch.setattr("marsad.case.schema.migrations", lambda version: [*migrations(version)[:-1], broken])
    before = _tables(old)
    with pytest.raises(sqlite3.OperationalError):
        marsad.open_case(old, write=True)
    assert _tables(old) == before
