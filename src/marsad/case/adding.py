"""Documents into a case: none lost that was reported, none twice, and the same command goes on where it was stopped."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from marsad.case import corrections, documents
from marsad.case.case import Case
from marsad.case.history import now
from marsad.case.prepared import Prepared
from marsad.case.versions import Versions, reading_of, versions
from marsad.case.workers import Fault, Result, Task, Workers
from marsad.errors import InputError
from marsad.ingest import SetAside, Skipped
from marsad.ingest.documents import Item
from marsad.model import Document, Record

STRETCH = 5_000
SECONDS, DOCUMENTS = 0.5, 100
"""How long documents that were read wait to be stored, and how many: what a kill can cost, and is read again."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an input. It is on disk when it is told.

    added     stored; `copy` where the case has a document with the very same text
    known     it was there already; `renamed` where it came under another name, which is kept
    aside     kept unread: `message` tells why
    failed    it can't be read: `message` tells why
    skipped   files of a folder that are of other kinds"""

    kind: Literal["added", "known", "aside", "failed", "skipped"]
    message: str = ""
    number: int | None = None
    id: str | None = None
    words: int = 0
    copy: bool = False
    renamed: bool = False


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document that was read before, with its record: it is stored as it is."""

    document: Document
    record: Record


class Adding:
    """Adds to a case that is open for writing, reading with `jobs` processes and the tables of the folder `user`.

    `read_with`: the versions that read what comes with its record, where they are not those of this marsad."""

    def __init__(self, case: Case, jobs: int = 1, user: Path | None = None, read_with: Versions | None = None) -> None:
        self._case = case
        self._database = case.database
        self._jobs = jobs
        self._user = user
        self._versions = read_with or versions(user)
        self._read: list[Prepared] = []
        self._told: list[Outcome] = []
        # Path that was asked for → messages of what failed under it
        self._failed: dict[str, set[str]] = {}
        self._kept: set[str] = set()
        self._stored_at = time.monotonic()

    def add(self, items: Iterable[tuple[str, Item | Loaded]]) -> Iterator[Outcome]:
        """Add what ingest gives, in its order; what becomes of each is told when it is stored.

        With each item comes the path that was asked for: failures under it that do not come again are forgotten."""
        stretches = _Stretches(items)
        with Workers(self._jobs, self._user) as workers:
            while not stretches.at_end:
                # In stretches, so that what is there already is told too, and not heaped up, when all of it is.
                for result in workers.read(self._tasks(stretches.next(STRETCH))):
                    self._take(result)
                    if len(self._read) >= DOCUMENTS or time.monotonic() - self._stored_at > SECONDS:
                        yield from self._flush()
                yield from self._flush()
        self._forget()

    def _take(self, result: Result) -> None:
        if isinstance(result, Fault):
            self._told.append(Outcome("failed", result.message))
            self._failed[result.given].add(result.message)
        else:
            self._read.append(result)

    def _tasks(self, items: Iterable[tuple[str, Item | Loaded]]) -> Iterator[Task]:
        """The documents that are to be read; of others it is noted what they are."""
        for given, item in items:
            failed = self._failed.setdefault(given, set())
            if isinstance(item, InputError):
                self._told.append(Outcome("failed", str(item)))
                failed.add(str(item))
            elif isinstance(item, Skipped):
                self._told.append(Outcome("skipped", item.message))
            elif isinstance(item, Loaded):
                yield from self._unless_known(Task(item.document, given=given, record=item.record))
            elif isinstance(item, SetAside):
                yield from self._unless_known(Task(item.document, item.message, given))
            else:
                yield from self._unless_known(Task(item, given=given))

    def _unless_known(self, task: Task) -> Iterator[Task]:
        there = documents.known(self._database, task.document)
        if there is None:
            yield task
        else:
            self._told.append(self._known(task.document, there))

    def _known(self, document: Document, number: int) -> Outcome:
        renamed = documents.sighted(self._database, number, document)
        return Outcome("known", number=number, id=document.id, renamed=renamed)

    def _flush(self) -> Iterator[Outcome]:
        """Store what was read in one transaction, then tell it."""
        read, self._read = self._read, []
        told, self._told = self._told, []
        new = [(m, given, now()) for given, failed in self._failed.items() for m in failed - self._kept]
        if read or new:
            with self._database.transaction():
                told += [self._store(prepared) for prepared in read]
                self._database.many("INSERT INTO failed VALUES (?, ?, ?) ON CONFLICT DO NOTHING", new)
            self._kept.update(message for message, _, _ in new)
        self._stored_at = time.monotonic()
        yield from told

    def _store(self, prepared: Prepared) -> Outcome:
        # Another program may have added it since it was looked up.
        there = documents.known(self._database, prepared.document)
        if there is not None:
            return self._known(prepared.document, there)
        number = corrections.store(self._database, prepared, reading_of(self._database, self._versions))
        stored = documents.numbered(self._database, number)
        outcome = Outcome("added", number=number, id=stored.id, words=stored.words, copy=stored.copy_of is not None)
        return replace(outcome, kind="aside", message=prepared.aside) if prepared.aside else outcome

    def _forget(self) -> None:
        """What failed under these paths before and does not any more is no failure of the case."""
        rows = self._database.rows("SELECT message, given FROM failed")
        gone = [(message,) for message, given in rows if message not in self._failed.get(given, {message})]
        if gone:
            with self._database.transaction():
                self._database.many("DELETE FROM failed WHERE message = ?", gone)


class _Stretches:
    """Items in stretches, of which each is taken as it is needed."""

    def __init__(self, items: Iterable[tuple[str, Item | Loaded]]) -> None:
        self._items = iter(items)
        self.at_end = False

    def next(self, count: int) -> Iterator[tuple[str, Item | Loaded]]:
        """The next items, at most so many."""
        for _ in range(count):
            try:
                yield next(self._items)
            except StopIteration:
                self.at_end = True
                return
