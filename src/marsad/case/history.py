"""People's decisions: rows that are only ever added. What holds now is worked out from them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from marsad.case.database import Database
from marsad.errors import UnknownItemError

VERDICTS = ("accept", "reject", "correct")


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of the history. `document` is the number of a document, None for the whole case.

    `machine` and `value` are the machine's and the person's value of `field`; of an alias `field` is the folded name
    and `value` the actor's key; of an added item `value` is the item. `undoes` names another entry."""

    entry: int
    at: str
    who: str
    action: str
    document: int | None
    identity: str | None = None
    field: str | None = None
    machine: Any = None
    value: Any = None
    comment: str | None = None
    undoes: int | None = None


_COLUMNS = "entry, at, who, action, doc, identity, field, machine, value, comment, undoes"


def now() -> str:
    """The time in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def append(
    database: Database,
    who: str,
    action: str,
    document: int | None,
    *,
    identity: str | None = None,
    field: str | None = None,
    machine: Any = None,
    value: Any = None,
    comment: str | None = None,
    undoes: int | None = None,
) -> int:
    """Add a decision; its number. Inside the caller's transaction."""
    return database.run(
        "INSERT INTO history (at, who, action, doc, identity, field, machine, value, comment, undoes)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        now(), _text(who), action, document, identity, field, _json(machine), _json(value), _text(comment), undoes,
    )  # fmt: skip


def decisions(database: Database, document: int | None = None) -> list[Decision]:
    """The history in the order of its entries: of one document, or of the whole case."""
    where = "" if document is None else "WHERE doc = ?"
    rows = database.rows(f"SELECT {_COLUMNS} FROM history {where} ORDER BY entry", *filter(None, (document,)))
    return [_decision(row) for row in rows]


def decision(database: Database, entry: int) -> Decision:
    """One entry. Raises UnknownItemError."""
    row = database.one(f"SELECT {_COLUMNS} FROM history WHERE entry = ?", entry)
    if row is None:
        raise UnknownItemError(f"{database.path}: the history has no entry {entry}: marsad review history shows them")
    return _decision(row)


def aliases(database: Database) -> dict[str, str]:
    """The aliases that hold for the whole case: folded name to an actor's key."""
    rows = database.rows(f"SELECT {_COLUMNS} FROM history WHERE doc IS NULL ORDER BY entry")
    return {d.field: d.value for d in active(map(_decision, rows)) if d.action == "alias" and d.field}


def active(entries: Iterable[Decision]) -> list[Decision]:
    """The decisions that hold: those that no undo takes back, which itself is not taken back."""
    kept: list[Decision] = []
    undone: set[int] = set()
    for entry in sorted(entries, key=lambda d: d.entry, reverse=True):
        if entry.entry in undone:
            continue
        if entry.action == "undo" and entry.undoes is not None:
            undone.add(entry.undoes)
        else:
            kept.append(entry)
    return kept[::-1]


def last_to_undo(entries: Sequence[Decision], who: str) -> Decision | None:
    """The last decision of somebody that still holds."""
    return next((d for d in reversed(active(entries)) if d.who == who), None)


def _decision(row: tuple[Any, ...]) -> Decision:
    entry, at, who, action, doc, identity, field, machine, value, comment, undoes = row
    return Decision(entry, at, who, action, doc, identity, field, _value(machine), _value(value), comment, undoes)


def _json(value: Any) -> str | None:
    return None if value is None else _text(json.dumps(value, ensure_ascii=False))


def _text(text: str | None) -> str | None:
    """Without halves of characters, which a terminal of another encoding hands over and no file takes."""
    return None if text is None else text.encode("utf-8", "replace").decode("utf-8")


def _value(text: str | None) -> Any:
    return None if text is None else json.loads(text)
