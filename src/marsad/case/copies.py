"""Which documents tell the same report: copies and near duplicates in groups, of which none is thrown away."""

from __future__ import annotations

from marsad.case.database import Database
from marsad.ingest.fingerprint import Fingerprint, is_copy

# A band that so many documents share is boilerplate, and comparing all of them would take their square.
_MOST = 200


def join_group(database: Database, number: int, print_: Fingerprint) -> None:
    """Keep a document's fingerprint and put it into one group with the documents that it is a copy of.

    A group bears the number of its first document; where the new one is a copy of two groups they become one.
    Inside the caller's transaction."""
    alike = [number]
    for other, data in _candidates(database, number, print_):
        if is_copy(print_, Fingerprint.from_bytes(data)):
            alike.append(other)
    database.run("INSERT INTO fingerprint VALUES (?, ?)", number, print_.to_bytes())
    database.many("INSERT OR IGNORE INTO band VALUES (?, ?)", ((band, number) for band in print_.bands))
    if len(alike) > 1:
        marks = ", ".join("?" for _ in alike)
        groups = [g for (g,) in database.rows(f"SELECT DISTINCT origin FROM document WHERE doc IN ({marks})", *alike)]
        marks = ", ".join("?" for _ in groups)
        database.run(f"UPDATE document SET origin = ? WHERE origin IN ({marks})", min(groups), *groups)


def leave_group(database: Database, number: int) -> None:
    """Give the copies of a document that goes another first document. Inside the caller's transaction."""
    for column in ("copy_of", "origin"):
        rows = database.rows(f"SELECT doc FROM document WHERE {column} = ? AND doc <> ? ORDER BY doc", number, number)
        for (other,) in rows:
            first = rows[0][0] if column == "origin" or other != rows[0][0] else None
            database.run(f"UPDATE document SET {column} = ? WHERE doc = ?", first, other)


def _candidates(database: Database, number: int, print_: Fingerprint) -> list[tuple[int, bytes]]:
    found: set[int] = set()
    for band in print_.bands:
        shared = database.rows("SELECT doc FROM band WHERE value = ? AND doc <> ? LIMIT ?", band, number, _MOST)
        found.update(other for (other,) in shared)
    return [
        (other, row[0])
        for other in sorted(found)
        if (row := database.one("SELECT data FROM fingerprint WHERE doc = ?", other))
    ]
