"""Decisions of people on items: each adds a row to the history and writes what is derived from the document again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from marsad.case.checks import checked_item, checked_value
from marsad.case.database import Database
from marsad.case.documents import CaseDocument, index_items
from marsad.case.documents import find as find_document
from marsad.case.documents import store as store_document
from marsad.case.effective import REJECTED, Effective, effective, written_forms
from marsad.case.effective import orphans as _orphans
from marsad.case.history import Decision, aliases, append, decision, decisions, last_to_undo
from marsad.case.layers import LAYERS, Plain
from marsad.case.prepared import Prepared, record_of, unpack, unpack_as
from marsad.case.projection import project
from marsad.errors import UnknownItemError
from marsad.model import Record
from marsad.text.fold import fold_word

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Change:
    """What a correction of the whole case would do to one item."""

    document: int
    reference: str
    text: str
    field: str
    before: Any
    after: Any


def machine_record(database: Database, number: int) -> Plain:
    """The record of a document as the machine read it."""
    return unpack(_data(database, number))


def _data(database: Database, number: int) -> bytes:
    row = database.one("SELECT data FROM record WHERE doc = ?", number)
    assert row is not None
    data: bytes = row[0]
    return data


def items(database: Database, number: int) -> list[Effective]:
    """The items of a document as they hold."""
    return effective(machine_record(database, number), decisions(database, number), aliases(database))


def effective_record(database: Database, number: int) -> Record:
    """The record of a document as it holds."""
    return record_of(_effective_plain(database, number))


def effective_excerpts(database: Database, kind: type[T]) -> Iterator[tuple[str, T]]:
    """The id of each document that was read, in their order, and its record as it holds, as `kind`: a class with those
    fields of docs/record.md that are wanted.

    Most documents hold as the machine read them: their JSON becomes it in one step."""
    decoder = msgspec.json.Decoder(kind)
    decided = {number for (number,) in database.rows("SELECT DISTINCT doc FROM history WHERE doc IS NOT NULL")}
    decided.update(number for name in aliases(database) for number in _documents_naming(database, name))
    for number, id in database.rows("SELECT doc, id FROM document WHERE aside IS NULL ORDER BY doc"):
        if number in decided:
            yield id, msgspec.convert(_effective_plain(database, number), kind)
        else:
            yield id, unpack_as(_data(database, number), decoder)


def _effective_plain(database: Database, number: int) -> Plain:
    machine = machine_record(database, number)
    layers: dict[str, list[Plain]] = {layer: [] for layer in LAYERS}
    for item in effective(machine, decisions(database, number), aliases(database)):
        if item.state != REJECTED:
            layers[item.layer].append(item.value)
    return {**machine, **layers}


def find(database: Database, reference: str) -> tuple[CaseDocument, Effective]:
    """The document and item that a reference (17:e2, ID:e2, 17:events:120:clash) names. Raises UnknownItemError."""
    document = _document_of(database, reference)
    rest = reference[len(document[0]) + 1 :]
    for item in items(database, document[1].number):
        if rest in (item.value["id"], item.identity):
            return document[1], item
    raise UnknownItemError(f"{database.path}: the document {document[1].id!r} has no item {rest!r}")


def _document_of(database: Database, reference: str) -> tuple[str, CaseDocument]:
    """The longest head of a reference that names a document: ids may hold colons too."""
    head = reference
    while ":" in head:
        head = head.rpartition(":")[0]
        try:
            return head, find_document(database, head)
        except UnknownItemError:
            continue
    raise UnknownItemError(
        f"{database.path}: {reference!r} names no item: write DOCUMENT:ITEM, such as 17:e2, as marsad events shows it"
    )


def verdict(database: Database, reference: str, who: str, action: str, comment: str | None) -> Decision:
    """Accept or reject an item, or comment on it."""
    document, item = find(database, reference)
    return _decide(
        database, document.number, lambda: append(
            database, who, action, document.number, identity=item.identity, comment=comment
        )
    )  # fmt: skip


def correct(database: Database, reference: str, who: str, field: str, value: Any, comment: str | None) -> Decision:
    """Give a field of an item another value. Raises UnknownItemError where the field can't have it."""
    document, item = find(database, reference)
    value = checked_value(database, item, field, value)
    machine = item.machine[field] if item.machine else None
    return _decide(
        database, document.number, lambda: append(
            database, who, "correct", document.number, identity=item.identity, field=field, machine=machine,
            value=value, comment=comment,
        )
    )  # fmt: skip


def add(
    database: Database, number: int, layer: str, value: Mapping[str, Any], who: str, comment: str | None
) -> Decision:
    """Add an item. Raises UnknownItemError where its layer can't have such an item."""
    text = machine_record(database, number)["text"]

    def appended() -> int:
        last = database.one("SELECT seq FROM sqlite_sequence WHERE name = 'history'")
        entry = (last[0] if last else 0) + 1
        item = checked_item(database, layer, {**value, "id": f"h{entry}", "rule": "human"}, text)
        return append(database, who, "add", number, identity=f"{layer}:added:{entry}", value=item, comment=comment)

    return _decide(database, number, appended)


def undo(database: Database, who: str, entry: int | None) -> Decision:
    """Take back an entry, or the last that somebody made and that still holds. Raises UnknownItemError."""
    if entry is not None:
        undone = decision(database, entry)
    else:
        last = last_to_undo(decisions(database), who)
        if last is None:
            raise UnknownItemError(f"{database.path}: nothing by {who!r} that could be undone")
        undone = last
    return _decide(
        database, undone.document, lambda: append(database, who, "undo", undone.document, undoes=undone.entry)
    )


def preview_alias(database: Database, name: str, key: str) -> list[Change]:
    """The changes that an alias would make, document by document."""
    changes = []
    held = aliases(database)
    for number in _documents_naming(database, name):
        record, decided = machine_record(database, number), decisions(database, number)
        before = {e.identity: e for e in effective(record, decided, held)}
        for item in effective(record, decided, {**held, fold_word(name): key}):
            old = before[item.identity].value
            changes += [
                Change(number, f"{number}:{item.value['id']}", _told(item), field, old[field], item.value[field])
                for field in item.changed
                if old[field] != item.value[field]
            ]
    return changes


def alias(database: Database, name: str, key: str, who: str, comment: str | None) -> Decision:
    """Which actor a name means in the whole case."""
    folded = fold_word(name)
    if not folded or not key or set(key) - set("abcdefghijklmnopqrstuvwxyz0123456789_"):
        raise UnknownItemError(f"{key!r} is no key of an actor: lower_snake, as marsad lexicon find shows them")
    return _decide(
        database, None, lambda: append(database, who, "alias", None, field=folded, value=key, comment=comment)
    )


def orphans(database: Database) -> list[Decision]:
    """Decisions on items that the present reading no longer has, in the order of the documents."""
    found = []
    for (number,) in database.rows("SELECT DISTINCT doc FROM history WHERE doc IS NOT NULL ORDER BY doc"):
        found += _orphans(machine_record(database, number), decisions(database, number))
    return found


def store(database: Database, prepared: Prepared, reading: int) -> int:
    """Store a document that is not there yet, with what people have decided for the whole case; its number.

    Inside the caller's transaction."""
    number = store_document(database, prepared, reading)
    if aliases(database):
        reindex(database, number)
    return number


def reindex(database: Database, number: int) -> None:
    """Write the items of a document again, as they hold now. Inside the caller's transaction."""
    record = machine_record(database, number)
    held = effective(record, decisions(database, number), aliases(database))
    index_items(database, number, project(record, held))


def _decide(database: Database, number: int | None, appended: Callable[[], int]) -> Decision:
    with database.transaction():
        before = aliases(database) if number is None else {}
        made = decision(database, appended())
        if number is not None:
            reindex(database, number)
        else:
            after = aliases(database)
            changed = {name for name in {*before, *after} if before.get(name) != after.get(name)}
            for document in sorted({d for name in changed for d in _documents_naming(database, name)}):
                reindex(database, document)
    return made


def _documents_naming(database: Database, name: str) -> list[int]:
    """Documents with an actor of that name in any slot."""
    forms = sorted(written_forms(fold_word(name)))
    marks = ", ".join("?" for _ in forms)
    rows = database.rows(
        f"SELECT DISTINCT item.doc FROM party JOIN item USING (item) WHERE party.folded IN ({marks}) ORDER BY 1", *forms
    )
    return [number for (number,) in rows]


def _told(item: Effective) -> str:
    return str(item.value.get("text") or item.value.get("trigger") or item.value.get("cue") or "")
