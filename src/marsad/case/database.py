"""The SQLite file under a case: opening it, its versions, transactions, and errors that say what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from marsad.case.schema import APPLICATION_ID, VERSION, create, migrate
from marsad.errors import (
    BrokenCaseError,
    CaseError,
    CaseFullError,
    CaseLockedError,
    CaseVersionError,
    NotACaseError,
    ReadOnlyCaseError,
)

WAIT = 30.0
"""Seconds to wait for another program that is writing; a batch of `marsad add` takes less than one."""

CACHE_KB = 64_000
"""Pages of the file that are held in memory, at most: what one question has read the next need not read again."""

# Without these, which every version has, the file was tampered with.
_CORE = ("document", "original", "record", "history", "item", "sentence", "search")

_EXPLAINED: dict[int, tuple[type[CaseError], str]] = {
    sqlite3.SQLITE_BUSY: (CaseLockedError, "another program is writing to it: try again when that is done"),
    sqlite3.SQLITE_LOCKED: (CaseLockedError, "another program is writing to it: try again when that is done"),
    sqlite3.SQLITE_READONLY: (ReadOnlyCaseError, "can't be written: check the permissions of the file and its folder"),
    sqlite3.SQLITE_PERM: (ReadOnlyCaseError, "can't be opened: check the permissions of the file and its folder"),
    sqlite3.SQLITE_CANTOPEN: (ReadOnlyCaseError, "can't be opened: check that the folder exists and may be written"),
    sqlite3.SQLITE_FULL: (CaseFullError, "the disk is full: free some space and run the same command again"),
    sqlite3.SQLITE_IOERR: (CaseFullError, "can't be written or read: is the disk full, or the drive gone?"),
    sqlite3.SQLITE_NOTADB: (NotACaseError, "is no case: marsad add makes one"),
    sqlite3.SQLITE_CORRUPT: (
        BrokenCaseError,
        "is damaged: use a copy of it, or add the documents to a new case",
    ),
}


class Database:
    """One connection to the file of a case. All of marsad's SQL goes through it.

    `write` opens for writing, and makes the file where there is none (or an empty one); else the file is only read,
    also where it lies on a read-only medium. Raises CaseError and its kinds."""

    def __init__(self, path: Path, write: bool = False) -> None:
        self.path = path
        self.write = write
        self._connection: sqlite3.Connection | None = None
        try:
            self._open()
        except BaseException:
            self.close()
            raise

    def _open(self) -> None:
        if not self.write and not self.path.is_file():
            raise NotACaseError(f"{self.path}: there is no such case: marsad add makes one")
        with self._translated():
            self._connection = _connect(self.path, self.write)
            version = self._version()
            if version == 0 and self.write:
                create(self._connection)
            elif 0 < version < VERSION:
                self._bring_up_to_date(version)
            if self.write:
                # An empty file becomes a case in one piece; only then may its journal be the write-ahead log.
                self._connection.execute("PRAGMA journal_mode = WAL")

    def _version(self) -> int:
        """The version of the schema; 0 for an empty file, which may become a case."""
        assert self._connection is not None
        (application,) = self._connection.execute("PRAGMA application_id").fetchone()
        (version,) = self._connection.execute("PRAGMA user_version").fetchone()
        names = {name for (name,) in self._connection.execute("SELECT name FROM sqlite_schema")}
        if not application and not names and self.write:
            return 0
        if application != APPLICATION_ID:
            raise NotACaseError(f"{self.path}: is no case but another SQLite file: marsad add makes a case")
        if not names.issuperset(_CORE):
            raise BrokenCaseError(f"{self.path}: lacks tables of a case: use a copy of it")
        if version > VERSION:
            raise CaseVersionError(
                f"{self.path}: was made by a newer marsad (schema {version}, this one knows {VERSION}): update marsad"
            )
        return int(version)

    def _bring_up_to_date(self, version: int) -> None:
        assert self._connection is not None
        if self.write:
            try:
                migrate(self._connection, version)
            except sqlite3.OperationalError as error:
                if (error.sqlite_errorcode & 0xFF) in _EXPLAINED:
                    raise
                raise BrokenCaseError(f"{self.path}: can't be brought up to date: {error}") from None
            return
        self._connection.close()
        try:
            Database(self.path, write=True).close()
        except CaseError as error:
            raise CaseVersionError(
                f"{self.path}: was made by an older marsad (schema {version}, this one knows {VERSION}) and can't be "
                f"brought up to date here ({error}): open a copy that may be written"
            ) from None
        self._connection = _connect(self.path, write=False)

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with self._translated():
            return self._live.execute(sql, values).fetchall()

    def one(self, sql: str, *values: Any) -> tuple[Any, ...] | None:
        """The first row of a query, None where there is none."""
        with self._translated():
            row: tuple[Any, ...] | None = self._live.execute(sql, values).fetchone()
            return row

    def run(self, sql: str, *values: Any) -> int:
        """Run a statement; the rowid of what it inserted."""
        with self._translated():
            return self._live.execute(sql, values).lastrowid or 0

    def many(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Run a statement for each row."""
        with self._translated():
            self._live.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, on disk when it ends; other writers wait. Raises ReadOnlyCaseError."""
        if not self.write:
            raise ReadOnlyCaseError(f"{self.path}: is open for reading only: open_case(path, write=True)")
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            # A full disk has rolled back already.
            with suppress(sqlite3.Error):
                if self._live.in_transaction:
                    self._live.execute("ROLLBACK")
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Several queries that see the same state, whatever is written meanwhile."""
        self.run("BEGIN")
        try:
            yield
        finally:
            with suppress(sqlite3.Error):
                self._live.execute("COMMIT")

    def close(self) -> None:
        """Close the connection. Closing twice does nothing."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @property
    def _live(self) -> sqlite3.Connection:
        if self._connection is None:
            raise CaseError(f"{self.path}: the case was closed")
        return self._connection

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.IntegrityError:
            raise
        except sqlite3.DatabaseError as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if code not in _EXPLAINED:
                raise
            kind, advice = _EXPLAINED[code]
            raise kind(f"{self.path}: {advice} ({error})") from None


def _connect(path: Path, write: bool) -> sqlite3.Connection:
    address = path.absolute().as_uri()
    # On a read-only medium the log's index can't be made; without a log the file alone is the whole case.
    alone = not write and not Path(f"{path}-wal").exists() and not _may_write(path.parent)
    mode = "rwc" if write else "ro&immutable=1" if alone else "ro"
    connection = sqlite3.connect(f"{address}?mode={mode}", uri=True, timeout=WAIT, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KB}")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA wal_autocheckpoint = 256")  # pages of 16 KB: the log stays below some megabytes
    # A case may come from somebody else: what its schema calls must not have side effects.
    connection.execute("PRAGMA trusted_schema = OFF")
    # What was reported as added survives a power cut too.
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _may_write(folder: Path) -> bool:
    import os

    return os.access(folder, os.W_OK)
