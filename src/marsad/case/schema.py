"""The tables of a case and how older files become this version.

`schema.sql` makes a new file of version VERSION; `migrations/NNN_*.sql` brings one of version NNN-1 to NNN. Both ways
lead to the same tables, which a test compares. A change of the schema is: the change in schema.sql, a migration with
the next number, VERSION, and a case of the version before in tests/case/versions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

VERSION = 6
PAGE_BYTES = 16_384
"""Pages of new files: texts and answers are read whole, which takes fewer and larger pieces of the file."""

APPLICATION_ID = 0x4D525344  # "MRSD", as `file` and SQLite's own tools see it

_HERE = Path(__file__).parent


def create(connection: sqlite3.Connection) -> None:
    """Make an empty file a case, in one transaction; does nothing where another program has done it meanwhile."""
    with_all = (_HERE / "schema.sql").read_text(encoding="utf-8")
    connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
    connection.execute("BEGIN EXCLUSIVE")
    try:
        if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,):
            for statement in statements(with_all):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring a case of an older version up to date: every step whole, or the file stays what it was."""
    for path in migrations(version):
        connection.execute("BEGIN EXCLUSIVE")
        try:
            number = int(path.name[:3])
            if connection.execute("PRAGMA user_version").fetchone() == (number - 1,):
                for statement in statements(path.read_text(encoding="utf-8")):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def migrations(version: int) -> list[Path]:
    """The steps from a version on, in order."""
    return [path for path in sorted((_HERE / "migrations").glob("*.sql")) if int(path.name[:3]) > version]


def statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one: executescript would end the transaction."""
    held = ""
    for line in script.splitlines(keepends=True):
        held += line
        if ";" in line and sqlite3.complete_statement(held):
            yield held
            held = ""
