"""Reading the documents of a case again, with newer tables or a newer marsad; people's values stay."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marsad.case import corrections, documents
from marsad.case.case import Case
from marsad.case.documents import CaseDocument
from marsad.case.layers import LAYERS, Plain, identities
from marsad.case.prepared import Prepared, unpack
from marsad.case.versions import reading_of, versions
from marsad.case.workers import Fault, Task, Workers
from marsad.errors import UnknownItemError
from marsad.model import Document, Source

_UNTOLD = frozenset({"id"})
SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item that another reading of the same text adds, no longer has, or has with other values.

    `fields` maps each field that differs to its value before and after."""

    kind: str
    layer: str
    identity: str
    words: str
    fields: dict[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Reread:
    """What reading a document again changed; `message` where marsad failed on it, and it stays as it was."""

    document: CaseDocument
    changes: tuple[ItemChange, ...] = ()
    message: str | None = None

    def counts(self) -> Counter[str]:
        """How many items were added, removed, changed."""
        return Counter(change.kind for change in self.changes)


class Rereading:
    """Reads documents of a case again with `jobs` processes and the tables of the folder `user`.

    `everything`: also those that these versions have read. `preview`: nothing is written. The text stays as it was
    told from the bytes, so that offsets hold. Raises CaseError; what was told before is stored."""

    def __init__(
        self, case: Case, jobs: int = 1, user: Path | None = None, everything: bool = False, preview: bool = False
    ) -> None:
        self._database = case.database
        self._jobs = jobs
        self._user = user
        self._preview = preview
        self._versions = versions(user)
        row = self._database.one(
            "SELECT reading FROM reading WHERE marsad = ? AND tables = ?", self._versions.marsad, self._versions.tables
        )
        where = "aside IS NULL" + ("" if everything or not row else f" AND reading <> {int(row[0])}")
        self.todo = documents.all_documents(self._database, where)

    def run(self) -> Iterator[Reread]:
        """What changed in each document, once it is stored."""
        waiting: list[tuple[CaseDocument, Prepared]] = []
        since = time.monotonic()
        with Workers(self._jobs, self._user) as workers:
            results = workers.read(Task(self._document(held)) for held in self.todo)
            for held, result in zip(self.todo, results, strict=True):
                if isinstance(result, Fault):
                    yield Reread(held, message=result.message)
                    continue
                waiting.append((held, result))
                if time.monotonic() - since > SECONDS:
                    yield from self._stored(waiting)
                    waiting, since = [], time.monotonic()
            yield from self._stored(waiting)

    def _document(self, held: CaseDocument) -> Document:
        """The document as it was when it was read first: what the text told of itself is left to be told again."""
        record = corrections.machine_record(self._database, held.number)
        source = {name: record["source"][name] for name in Source.__slots__}
        if source["published_basis"] == "dateline":
            source["published"] = source["published_basis"] = None
        return Document(held.id, record["text"], record["title"], **{**source, "language": None, "outlet": held.outlet})

    def _stored(self, waiting: list[tuple[CaseDocument, Prepared]]) -> list[Reread]:
        if self._preview:
            return [self._compared(held, prepared) for held, prepared in waiting]
        told = []
        with self._database.transaction():
            reading = reading_of(self._database, self._versions) if waiting else 0
            for held, prepared in waiting:
                try:
                    documents.numbered(self._database, held.number)
                except UnknownItemError:
                    continue  # purged meanwhile
                before, after = self._records(held, prepared)
                told.append(Reread(held, tuple(differences(before, after))))
                if before == after:
                    documents.confirm_reading(self._database, held.number, prepared, reading)
                else:
                    documents.replace_reading(self._database, held.number, prepared, reading)
                    corrections.reindex(self._database, held.number)
        return told

    def _compared(self, held: CaseDocument, prepared: Prepared) -> Reread:
        return Reread(held, tuple(differences(*self._records(held, prepared))))

    def _records(self, held: CaseDocument, prepared: Prepared) -> tuple[Plain, Plain]:
        """What was read of a document before, and what is read now."""
        return corrections.machine_record(self._database, held.number), unpack(prepared.record)


def differences(before: Plain, after: Plain) -> Iterator[ItemChange]:
    """What one reading of a text has other than another, layer by layer."""
    for layer in LAYERS:
        old = dict(zip(identities(layer, before[layer]), before[layer], strict=True))
        new = dict(zip(identities(layer, after[layer]), after[layer], strict=True))
        for identity in sorted({*old, *new}, key=lambda i: (int(i.split(":")[1]), i)):
            item = new.get(identity) or old[identity]
            words = before["text"][item["start"] : item["end"]]
            if identity not in old or identity not in new:
                yield ItemChange("added" if identity in new else "removed", layer, identity, words, {})
                continue
            one, other = old[identity], new[identity]
            fields = {name: (one.get(name), other[name]) for name in other if one.get(name) != other[name]}
            told = {name: values for name, values in fields.items() if name not in _UNTOLD}
            if told:
                yield ItemChange("changed", layer, identity, words, told)
