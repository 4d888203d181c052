"""Documents of a gold folder, read into plain records."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from marsad.errors import InputError
from marsad.ingest import Given, Ingest, Skipped
from marsad.model.serialise import to_plain
from marsad.reader import Reader


def read_documents(docs: Path, wanted: Collection[str], lexicons: Path | None = None) -> dict[str, dict[str, Any]]:
    """Records, by document id, of the documents of a folder whose ids are wanted.

    Raises InputError where the folder is missing or one of its documents can't be read: a figure that leaves
    out a document would look like a result."""
    if not docs.is_dir():
        raise InputError(f"{docs}: no such folder: put the documents there, or give --records FILE")
    reader = Reader(lexicons)
    records: dict[str, dict[str, Any]] = {}
    for document in Ingest(Given()).read([str(docs)]):
        if isinstance(document, InputError):
            raise document
        if not isinstance(document, Skipped) and document.id in wanted:
            records[document.id] = to_plain(reader.read_document(document))
    return records
