"""A case: documents, what was read from them, and what people made of it, in one file."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from marsad.case import corrections, documents, history, purging, search
from marsad.case.answers import Answer, answers
from marsad.case.database import Database
from marsad.case.documents import CaseDocument
from marsad.case.effective import Effective
from marsad.case.history import Decision
from marsad.case.prepared import of_record, record_of
from marsad.case.selection import EVERYTHING, Selection
from marsad.case.versions import Versions, reading_of, versions
from marsad.errors import CaseError
from marsad.model import Event, Outlook, Reason, Record, Relation, Statement


class Case:
    """An open case. Make it by `marsad.open_case` and use it in a `with`.

    One object is for one thread. Any number may read the same file while one writes. Documents are named by their
    number or id, items by what `Answer.reference` gives (17:e2), or by document and identity."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.database.close()

    @property
    def path(self) -> Path:
        """The file."""
        return self.database.path

    def query(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Rows of a query of one's own on the tables of docs/case.md."""
        return self.database.rows(sql, *values)

    def snapshot(self) -> AbstractContextManager[None]:
        """`with case.snapshot():` all queries inside see the same state, whatever is written meanwhile."""
        return self.database.snapshot()

    # Documents

    def documents(self, *, aside: bool | None = None) -> list[CaseDocument]:
        """All documents in the order in which they were added; only those set aside, or only those read."""
        where = "1" if aside is None else "aside IS NOT NULL" if aside else "aside IS NULL"
        return documents.all_documents(self.database, where)

    def document(self, name: str | int) -> CaseDocument:
        """A document by number or id. Raises UnknownItemError."""
        return documents.find(self.database, name)

    def copies(self, name: str | int) -> list[CaseDocument]:
        """The other documents with the same text, or nearly the same: copies of it, or what it is a copy of."""
        own = self.document(name)
        return documents.all_documents(self.database, "origin = ? AND doc <> ?", own.origin, own.number)

    def all_sightings(self) -> dict[int, list[str]]:
        """Other paths or addresses under which documents were found again, by their numbers."""
        found: dict[int, list[str]] = {}
        for number, name in self.query("SELECT doc, name FROM sighting ORDER BY doc, name"):
            found.setdefault(number, []).append(name)
        return found

    def original(self, name: str | int) -> bytes:
        """The bytes that a document was read from."""
        return documents.original(self.database, self.document(name).number)

    def record(self, name: str | int) -> Record:
        """What the machine read from a document, without corrections."""
        own = self.document(name)
        return replace(record_of(corrections.machine_record(self.database, own.number)), id=own.id)

    def effective_record(self, name: str | int) -> Record:
        """The record of a document as it holds: corrected, with what was added, without what was rejected."""
        own = self.document(name)
        return replace(corrections.effective_record(self.database, own.number), id=own.id)

    def items(self, name: str | int) -> list[Effective]:
        """The items of a document as they hold, with the machine's values beside them; rejected ones too."""
        return corrections.items(self.database, self.document(name).number)

    def store(self, record: Record, original: bytes, with_: Versions | None = None) -> CaseDocument:
        """Store a record that was made before with the bytes that it was read from; for many use `marsad add`.

        A document that is there already (same id, bytes and outlet) stays as it is."""
        prepared = of_record(record, original)
        with self.database.transaction():
            there = documents.known(self.database, prepared.document)
            reading = reading_of(self.database, with_ or versions())
            number = there or corrections.store(self.database, prepared, reading)
        return self.document(number)

    def failures(self) -> list[tuple[str, str]]:
        """Inputs that could not be read: message (with the name) and when it was."""
        return [(message, at) for message, at in self.query("SELECT message, at FROM failed ORDER BY message")]

    def tombstones(self) -> list[tuple[int, str]]:
        """Numbers of documents that were purged, and the days."""
        return [(number, day) for number, day in self.query("SELECT doc, purged FROM tombstone ORDER BY doc")]

    def purge(self, name: str | int) -> None:
        """Remove a document for good, bytes included. Raises CaseLockedError where another program has the case open:
        the document is gone from all answers then, and `finish_purge` clears its bytes from the file."""
        purging.purge(self.database, self.document(name))

    def finish_purge(self) -> None:
        """Clear bytes of purged documents that an interrupted purge left in the file."""
        purging.finish(self.database)

    # Questions

    def events(self, selection: Selection = EVERYTHING) -> list[Answer[Event]]:
        """Events by date, then document, then place in the text."""
        return answers(self.database, "events", selection)

    def reasons(self, selection: Selection = EVERYTHING) -> list[Answer[Reason]]:
        """Reasons by date of publication, then document, then place in the text."""
        return answers(self.database, "reasons", selection)

    def statements(self, selection: Selection = EVERYTHING) -> list[Answer[Statement]]:
        """Statements, in the order of reasons."""
        return answers(self.database, "statements", selection)

    def relations(self, selection: Selection = EVERYTHING) -> list[Answer[Relation]]:
        """Relations, in the order of reasons."""
        return answers(self.database, "relations", selection)

    def outlooks(self, selection: Selection = EVERYTHING) -> list[Answer[Outlook]]:
        """Outlooks, in the order of reasons."""
        return answers(self.database, "outlooks", selection)

    def search(self, query: str, *, exact: bool = False, limit: int = 50) -> list[search.Hit]:
        """Documents that hold all words, and phrases in quotation marks, of a question, the best first."""
        return search.search(self.database, query, exact=exact, limit=limit)

    # Review

    def history(self, name: str | int | None = None) -> list[Decision]:
        """People's decisions in their order: on one document, or all."""
        return history.decisions(self.database, None if name is None else self.document(name).number)

    def orphans(self) -> list[Decision]:
        """Decisions on items that the present reading no longer has."""
        return corrections.orphans(self.database)

    def accept(self, reference: str, who: str, comment: str | None = None) -> Decision:
        """Somebody finds an item right."""
        return corrections.verdict(self.database, reference, who, "accept", comment)

    def reject(self, reference: str, who: str, comment: str | None = None) -> Decision:
        """Somebody finds an item wrong: answers leave it out."""
        return corrections.verdict(self.database, reference, who, "reject", comment)

    def correct(self, reference: str, who: str, field: str, value: Any, comment: str | None = None) -> Decision:
        """Somebody gives a field of an item another value (as in the record's JSON). The machine's value stays."""
        return corrections.correct(self.database, reference, who, field, value, comment)

    def comment(self, reference: str, who: str, comment: str) -> Decision:
        """Somebody says something about an item."""
        return corrections.verdict(self.database, reference, who, "comment", comment)

    def add(self, name: str | int, layer: str, value: dict[str, Any], who: str, comment: str | None = None) -> Decision:
        """Somebody adds an item that the machine did not find: `start`, `end` and the layer's fields."""
        return corrections.add(self.database, self.document(name).number, layer, value, who, comment)

    def undo(self, who: str, entry: int | None = None) -> Decision:
        """Take a decision back: an entry of the history, or the last one of `who`. Undoing an undo brings it again."""
        return corrections.undo(self.database, who, entry)

    def preview_alias(self, name: str, key: str) -> list[corrections.Change]:
        """What `alias` would change."""
        return corrections.preview_alias(self.database, name, key)

    def alias(self, name: str, key: str, who: str, comment: str | None = None) -> Decision:
        """Somebody says which actor a name means, in all documents of the case, those added later too."""
        return corrections.alias(self.database, name, key, who, comment)


def open_case(path: str | os.PathLike[str], *, write: bool = False) -> Case:
    """A case; `write` allows changes, and makes the file where there is none. Raises CaseError."""
    case = Case(Database(Path(path), write))
    if write and purging.is_pending(case.database):
        # A purge was interrupted: while others have the case open it stays for the next time.
        with suppress(CaseError):
            case.finish_purge()
    return case
