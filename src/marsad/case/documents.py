"""The documents of a case: storing them so that none is there twice, and looking them up."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from marsad.case.changes import note_change, note_items
from marsad.case.copies import join_group
from marsad.case.database import Database
from marsad.case.history import now
from marsad.case.prepared import Prepared
from marsad.case.projection import ITEMS_PER_DOCUMENT, Row, Rows, days
from marsad.case.schema import statements
from marsad.errors import BrokenCaseError, UnknownItemError
from marsad.model import Document


@dataclass(frozen=True, slots=True)
class CaseDocument:
    """A document of a case. `number` is never used again; `id` is the document's own.

    `since` and `until` are the days that `published` allows. `copy_of` is the number of the first document with the
    very same text; `origin` is the same number for all copies and near duplicates: independent documents differ in
    it. `aside` tells why it was set aside unread. `reading` is the number of the versions that read it."""

    number: int
    id: str
    title: str | None
    outlet: str | None
    published: str | None
    published_basis: str | None
    since: str | None
    until: str | None
    path: str | None
    url: str | None
    retrieved: str | None
    added: str
    sha256: str
    encoding: str | None
    language: str | None
    format: str | None
    extractor: str | None
    words: int
    reading: int | None
    aside: str | None
    copy_of: int | None
    origin: int


_COLUMNS = ", ".join("doc" if field.name == "number" else field.name for field in fields(CaseDocument))
_DETAILS = {"event": 12, "reason": 8, "statement": 5, "party": 7, "location": 13}


def all_documents(database: Database, where: str = "1", *values: Any) -> list[CaseDocument]:
    """Documents in the order of their numbers; `where` is a condition on the table `document`."""
    rows = database.rows(f"SELECT {_COLUMNS} FROM document WHERE {where} ORDER BY doc", *values)
    return [CaseDocument(*row) for row in rows]


def find(database: Database, name: str | int) -> CaseDocument:
    """A document by its number or its id. Raises UnknownItemError."""
    if isinstance(name, int):
        return numbered(database, name)
    found = all_documents(database, "id = ?", name)
    if found:
        return found[0]
    if name.isascii() and name.isdecimal() and len(name) < 19:
        return numbered(database, int(name))
    raise UnknownItemError(f"{database.path}: no document {name!r}: marsad documents lists them")


def numbered(database: Database, number: int) -> CaseDocument:
    """A document by its number. Raises UnknownItemError."""
    found = all_documents(database, "doc = ?", number)
    if not found:
        raise UnknownItemError(f"{database.path}: no document {number}: marsad documents lists them")
    return found[0]


def known(database: Database, document: Document) -> int | None:
    """The number of the document that is the same as one at hand.

    The same is what came with the same id and bytes; from another outlet it is a copy, and so a document of its own."""
    row = database.one(
        "SELECT doc FROM document WHERE given_id = ? AND sha256 = ?"
        " AND (outlet IS NULL OR ?3 IS NULL OR outlet = ?3) ORDER BY doc",
        document.id, document.sha256, document.outlet,
    )  # fmt: skip
    return row[0] if row else None


def sighted(database: Database, number: int, document: Document) -> bool:
    """Keep the other name (path or address) under which a document was found again; whether it is a new one."""
    name = document.path or document.url
    if name is None or database.one(
        "SELECT 1 FROM document WHERE doc = ?1 AND ifnull(path, url) = ?2"
        " UNION ALL SELECT 1 FROM sighting WHERE doc = ?1 AND name = ?2",
        number, name,
    ):  # fmt: skip
        return False
    database.run("INSERT OR IGNORE INTO sighting VALUES (?, ?)", number, name)
    return True


def store(database: Database, prepared: Prepared, reading: int) -> int:
    """Store a document that is not there yet; its number. Inside the caller's transaction."""
    document = prepared.document
    first = database.one("SELECT min(doc), min(origin) FROM document WHERE text_sha256 = ?", prepared.text_sha256)
    copy_of, origin = first or (None, None)
    extractor = " ".join(filter(None, (document.extractor, document.extractor_version))) or None
    number = database.run(
        "INSERT INTO document (id, given_id, sha256, text_sha256, title, outlet, published, published_basis, since,"
        " until, path, url, retrieved, added, encoding, language, format, extractor, words, reading, aside, copy_of,"
        " origin) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        _free_id(database, document.id), document.id, document.sha256, prepared.text_sha256, document.title,
        document.outlet, document.published, document.published_basis, *days(document.published), document.path,
        document.url, document.retrieved, now(), document.encoding, document.language, document.format, extractor,
        prepared.words.count(" ") + 1, None if prepared.aside else reading, prepared.aside, copy_of, origin or 0,
    )  # fmt: skip
    if origin is None:
        database.run("UPDATE document SET origin = doc WHERE doc = ?", number)
    database.run("INSERT INTO original VALUES (?, ?)", number, prepared.original)
    database.run("INSERT INTO record VALUES (?, ?)", number, prepared.record)
    join_group(database, number, prepared.fingerprint)
    index(database, number, prepared)
    return number


def replace_reading(database: Database, number: int, prepared: Prepared, reading: int) -> None:
    """Put another reading of a document's text in the place of the one before. Inside the caller's transaction."""
    document = prepared.document
    database.run(
        "UPDATE document SET published = ?, published_basis = ?, since = ?, until = ?, language = ?, reading = ?"
        " WHERE doc = ?",
        document.published, document.published_basis, *days(document.published), document.language, reading, number,
    )  # fmt: skip
    database.run("UPDATE record SET data = ? WHERE doc = ?", prepared.record, number)
    index(database, number, prepared)


def confirm_reading(database: Database, number: int, prepared: Prepared, reading: int) -> None:
    """Another reading found the very same: its number, and the words to search by, which newer tables may take apart
    otherwise. The document has not changed: its items, links and answers stay. Inside the caller's transaction."""
    database.run("UPDATE document SET reading = ? WHERE doc = ?", reading, number)
    _index_words(database, number, prepared)


def index(database: Database, number: int, prepared: Prepared) -> None:
    """Write what is derived from a document's record, in the place of what was there."""
    database.run("DELETE FROM sentence WHERE doc = ?", number)
    database.run("DELETE FROM meaning WHERE doc = ?", number)
    if not prepared.aside:
        database.many("INSERT INTO sentence VALUES (?, ?, ?, ?, ?)", ((number, *row) for row in prepared.sentences))
    _index_words(database, number, prepared)
    index_items(database, number, prepared.rows)


def _index_words(database: Database, number: int, prepared: Prepared) -> None:
    database.run("DELETE FROM search WHERE rowid = ?", number)
    if not prepared.aside:
        database.run("INSERT INTO search (rowid, stems) VALUES (?, ?)", number, prepared.words)


def index_items(database: Database, number: int, rows: Rows) -> None:
    """Write the items of a document with their details, in the place of those that were there."""
    base = number * ITEMS_PER_DOCUMENT
    note_items(database, number, ((layer, start, identity) for _, layer, _, identity, start, *_ in rows.item))
    database.run("DELETE FROM item WHERE doc = ?", number)
    database.many(
        "INSERT INTO item (item, doc, layer, id, identity, start, stop, sentence, type, state, rule, confidence, value)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((base + row[0], number, *row[1:]) for row in rows.item),
    )
    for table, width in _DETAILS.items():
        marks = ", ".join("?" * width)
        database.many(f"INSERT INTO {table} VALUES ({marks})", _numbered(getattr(rows, table), base))
    for statement in _ready():
        database.run(statement, number)
    note_change(database, number)


@cache
def _ready() -> tuple[str, ...]:
    """What makes the tables that questions are answered from."""
    return tuple(statements(Path(__file__).with_name("ready.sql").read_text(encoding="utf-8")))


def original(database: Database, number: int) -> bytes:
    """The bytes that a document was read from."""
    row = database.one("SELECT data FROM original WHERE doc = ?", number)
    assert row is not None
    try:
        return zlib.decompress(row[0])
    except zlib.error as error:
        raise BrokenCaseError(f"{database.path}: the bytes of document {number} are damaged ({error})") from None


def _numbered(rows: list[Row], base: int) -> Iterator[Row]:
    return ((base + row[0], *row[1:]) for row in rows)


def _free_id(database: Database, id: str) -> str:
    """The id, with a number behind it where another document bears it."""
    free, n = id, 1
    while database.one("SELECT 1 FROM document WHERE id = ?", free):
        n += 1
        free = f"{id}#{n}"
    return free
