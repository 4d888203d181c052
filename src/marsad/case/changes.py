"""What changed in a case since when: a revision for each time that a document's items are written, and what is gone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from marsad.case.anchors import anchors
from marsad.case.database import Database
from marsad.case.history import now


@dataclass(frozen=True, slots=True)
class Changed:
    """A document that changed: `new` where it came in since; `gone` holds the anchors of items that it has no longer.

    `purged` is the day on which it was removed for good, of which nothing else is known."""

    number: int
    new: bool
    gone: frozenset[str] = frozenset()
    purged: str | None = None


def latest(database: Database) -> int:
    """The revision of the last change, 0 in an empty case."""
    row = database.one("SELECT max(revision) FROM change")
    return (row and row[0]) or 0


def revision_before(database: Database, moment: str) -> int:
    """The last revision before a moment (ISO 8601, UTC): a day counts from its beginning.

    It is the one before the first that was noted at or after the moment: where the clock was set back in between, later
    changes bear earlier times, and none of them is missed."""
    row = database.one("SELECT min(revision) FROM change WHERE at >= ?", moment)
    return latest(database) if row is None or row[0] is None else row[0] - 1


def changed_since(database: Database, revision: int) -> list[Changed]:
    """The documents that changed after a revision, in the order of their numbers."""
    rows = database.rows(
        "SELECT change.doc, change.first > ?1, tombstone.purged FROM change LEFT JOIN tombstone USING (doc)"
        " WHERE revision > ?1 ORDER BY change.doc",
        revision,
    )
    return [
        Changed(number, bool(new), frozenset() if purged else _gone(database, number), purged)
        for number, new, purged in rows
    ]


def note_change(database: Database, number: int) -> None:
    """A document has changed. Inside the caller's transaction."""
    _note(database, number, now())


def note_purge(database: Database, number: int, day: str) -> None:
    """A document was purged: that and the day is all that stays. Inside the caller's transaction."""
    _note(database, number, day)


def note_items(database: Database, number: int, items: Iterable[tuple[str, int, str]]) -> None:
    """Keep which items a document loses by other ones (layer, start, identity) in their place. Inside the caller's
    transaction, before they are written."""
    before = database.rows("SELECT layer, start, identity FROM item WHERE doc = ? ORDER BY item", number)
    if not before:
        return
    old, new = set(anchors(before)), set(anchors(items))
    database.many("INSERT OR IGNORE INTO gone VALUES (?, ?)", ((number, anchor) for anchor in sorted(old - new)))
    back = _gone(database, number) & new
    database.many("DELETE FROM gone WHERE doc = ? AND anchor = ?", ((number, anchor) for anchor in sorted(back)))


def _gone(database: Database, number: int) -> frozenset[str]:
    return frozenset(anchor for (anchor,) in database.rows("SELECT anchor FROM gone WHERE doc = ?", number))


def _note(database: Database, number: int, at: str) -> None:
    # Another row in the place of the one before: numbers are never used again, so the revision grows.
    first = database.one("SELECT first FROM change WHERE doc = ?", number)
    database.run("DELETE FROM change WHERE doc = ?", number)
    revision = database.run("INSERT INTO change (doc, first, at) VALUES (?, 0, ?)", number, at)
    database.run("UPDATE change SET first = ? WHERE revision = ?", first[0] if first else revision, revision)
