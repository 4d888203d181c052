"""Removing a document that endangers somebody: for good, bytes included, in every table and in the file itself."""

from __future__ import annotations

from datetime import UTC, datetime

from marsad.case.changes import note_purge
from marsad.case.copies import leave_group
from marsad.case.database import Database
from marsad.case.documents import CaseDocument
from marsad.errors import CaseError, CaseLockedError

_PENDING = "purge is not finished"


def purge(database: Database, document: CaseDocument) -> None:
    """Remove a document with its bytes, record, items, decisions on it and messages that name its file.

    What stays is that a document of this number was purged, and the day. Raises CaseLockedError where other programs
    have the case open: the document is gone from all answers then, and `finish` clears its bytes from the file."""
    number = document.number
    with database.transaction():
        database.run("INSERT INTO purging VALUES (?)", number)
        # Entries that undo others go first, as those refer to them.
        database.run("DELETE FROM history WHERE doc = ? AND undoes IS NOT NULL", number)
        database.run("DELETE FROM history WHERE doc = ?", number)
        database.run("DELETE FROM purging WHERE doc = ?", number)
        leave_group(database, number)
        database.run("DELETE FROM search WHERE rowid = ?", number)
        database.run("DELETE FROM document WHERE doc = ?", number)
        # Its file is named in messages too; of a file with other documents in it they stay.
        if document.path and not database.one("SELECT 1 FROM document WHERE path = ?", document.path):
            database.run("DELETE FROM failed WHERE instr(message, ?) > 0", document.path)
        day = datetime.now(UTC).date().isoformat()
        database.run("INSERT INTO tombstone VALUES (?, ?)", number, day)
        note_purge(database, number, day)
        database.run("INSERT OR REPLACE INTO setting VALUES (?, '')", _PENDING)
    finish(database)


def is_pending(database: Database) -> bool:
    """Whether bytes of purged documents may still be in the file."""
    return database.one("SELECT 1 FROM setting WHERE name = ?", _PENDING) is not None


def finish(database: Database) -> None:
    """Clear what was purged from the file: from the search index, from free pages, from the write-ahead log."""
    if not is_pending(database):
        return
    try:
        # Merging all of the index into one piece leaves out what was deleted from it.
        database.run("INSERT INTO search (search) VALUES ('optimize')")
        database.run("VACUUM")
        _empty_log(database)
        database.run("DELETE FROM setting WHERE name = ?", _PENDING)
        _empty_log(database)
    except CaseError as error:
        raise type(error)(
            f"the document is gone from the case, but its bytes may still be in the file: close other programs that "
            f"use the case, see that the disk has as much free space as the case is large, and run marsad purge "
            f"{database.path} ({error})"
        ) from None


def _empty_log(database: Database) -> None:
    row = database.one("PRAGMA wal_checkpoint(TRUNCATE)")
    if row and row[0]:
        raise CaseLockedError(f"{database.path}: another program has it open")
