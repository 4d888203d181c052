"""Files become documents in chunks: decoded, told apart from what is not Arabic, with their fingerprints."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from marsad.ingest import Given, Ingest, SetAside, Skipped
from marsad.ingest.documents import Item
from marsad.ingest.fingerprint import fingerprint
from marsad.ingest.skim import Skim
from marsad.model import Document
from marsad.scale.inputs import InputFile, opened
from marsad.scale.layout import Layout, publish, save
from marsad.scale.plan import Part
from marsad.scale.schema import Row, aside_schema, document_row, document_schema, write

CHUNK_BYTES = 64_000_000
"""Originals and texts of a chunk, at most, unless a single document is larger: what a process holds."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A part to be staged, in chunks of at most so many documents."""

    root: Path
    part: Part
    given: Given
    chunk_documents: int

    @property
    def partition(self) -> str:
        """What messages call it."""
        first = self.part.files[0].name
        return first if len(self.part.files) == 1 else f"{first} and {len(self.part.files) - 1} more files"


def stage(task: Stage) -> None:
    """Read files into documents/ and, when all is there, write parts/PART.json.

    Where a file itself is broken, that is a row of bad/, behind what was read before. Raises UnreachableError, which a
    later run may not meet again: nothing counts as finished then."""
    layout, part = Layout(task.root), task.part
    skim = Skim()
    with layout.work(part.name) as folder:
        chunks = _Chunks(layout, task, folder)
        aside: dict[str, list[Row]] = {"bad": [], "foreign": []}
        ingest = Ingest(task.given, apart=False, skim=skim)
        for file in part.files:
            try:
                with opened(file) as stream:
                    for item in ingest.read_stream(stream, file.name):
                        _take(item, file, chunks, aside)
            except OSError as error:
                aside["bad"].append(_row(file, f"{file.name}: can't be read: {error.strerror or error}"))
        chunks.close()
        for kind, rows in aside.items():
            if rows:
                write(folder / kind, rows, aside_schema())
                publish(folder / kind, layout.aside(kind, part.name))
    save(
        layout.part(part.name),
        {
            "sha256": [_hash_of(file) for file in part.files],
            "chunks": chunks.written,
            "documents": chunks.documents,
            "bad": len(aside["bad"]),
            "not_arabic": len(aside["foreign"]) + skim.passed_over,
        },
    )


def _take(item: Item, file: InputFile, chunks: _Chunks, aside: dict[str, list[Row]]) -> None:
    if isinstance(item, Document):
        chunks.add(item)
    elif isinstance(item, SetAside):
        aside["foreign"].append(_row(file, item.message, item.document))
    elif not isinstance(item, Skipped):
        aside["bad"].append(_row(file, str(item)))


def _row(file: InputFile, reason: str, document: Document | None = None) -> Row:
    return {
        "input": file.name,
        "document": document and document.id,
        "url": document and document.url,
        "reason": reason,
    }


def _hash_of(file: InputFile) -> str | None:
    try:
        return file.sha256()
    except OSError:
        return None


@dataclass(slots=True)
class _Chunks:
    """Documents, written as chunks of so many; each with the hash of its documents' originals and texts."""

    layout: Layout
    task: Stage
    folder: Path
    written: list[tuple[str, str]] = field(default_factory=list)
    documents: int = 0
    _rows: list[Row] = field(default_factory=list)
    _bytes: int = 0

    def add(self, document: Document) -> None:
        """Take a document up, and write the chunk where it is full."""
        print_ = fingerprint(document.text)
        words = len(document.text.split())
        self._rows.append(document_row(document, len(self._rows), words, print_.bands, print_.to_bytes()))
        self._bytes += len(document.text) * 2 + len(document.original or b"")
        if len(self._rows) >= self.task.chunk_documents or self._bytes >= CHUNK_BYTES:
            self.close()

    def close(self) -> None:
        """Write what is left."""
        if not self._rows:
            return
        name = f"{self.task.part.name}-{len(self.written):05d}"
        write(self.folder / name, self._rows, document_schema())
        publish(self.folder / name, self.layout.documents(name))
        self.written.append((name, _hash(self._rows)))
        self.documents += len(self._rows)
        self._rows, self._bytes = [], 0


def _hash(rows: list[Row]) -> str:
    digest = hashlib.sha256()
    for row in rows:
        digest.update(f"{row['sha256']} {row['id']} {row['published']} {row['outlet']}\n".encode())
    return digest.hexdigest()
