"""Documents of a gold folder, read into plain records."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

import msgspec

from marsad.errors import InputError
from marsad.ingest import Given, Ingest, SetAside, Skipped
from marsad.model.serialise import to_json
from marsad.reader import Reader


def read_documents(docs: Path, wanted: Collection[str], reader: Reader) -> dict[str, dict[str, Any]]:
    """Records, by document id, of the documents of a folder whose ids are wanted.

    Raises InputError where the folder is missing or one of its documents can't be read: a figure that leaves
    out a document would look like a result."""
    if not docs.is_dir():
        raise InputError(f"{docs}: no such folder: put the documents there, or give --records FILE")
    records: dict[str, dict[str, Any]] = {}
    for item in Ingest(Given()).read([str(docs)]):
        document = item.document if isinstance(item, SetAside) else item
        if isinstance(document, InputError):
            raise document
        if not isinstance(document, Skipped) and document.id in wanted:
            # By way of JSON, so that what is measured is what is written.
            records[document.id] = msgspec.json.decode(to_json(reader.read_document(document)))
    return records
