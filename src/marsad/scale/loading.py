"""What a run wrote, into a case: documents with the records that were read then, not read again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from marsad.case.adding import Loaded
from marsad.case.versions import Versions
from marsad.errors import InputError
from marsad.ingest.documents import DUPLICATE_ID
from marsad.model import Record
from marsad.scale.layout import FORMAT, Layout, load
from marsad.scale.schema import document_of, read, records_of


def is_output(path: Path) -> bool:
    """Whether a folder is one that `marsad scale` wrote."""
    return path.is_dir() and (load(Layout(path).manifest) or {}).get("format") == FORMAT


def versions_of(path: Path) -> Versions:
    """With what the records of the folder were read."""
    held = load(Layout(path).manifest)
    assert held is not None
    return Versions(held["marsad"], held["tables"])


def loaded(path: Path) -> Iterator[Loaded | InputError]:
    """The documents of the folder that have records, in the order of the inputs. Copies that were not read have none.

    A file of it that is damaged or missing gives an error in its place."""
    layout = Layout(path)
    held = load(layout.manifest)
    assert held is not None
    again = "run marsad scale again"
    for entry in held["parts"]:
        part = load(layout.part(entry["name"]))
        if part is None:
            yield InputError(f"{path}: {entry['files'][0]['name']} is not finished: {again}")
            continue
        for chunk, _ in part["chunks"]:
            if load(layout.done(chunk)) is None:
                yield InputError(f"{path}: {chunk} is not finished: {again}")
                continue
            try:
                yield from _chunk(layout, chunk)
            except (OSError, ValueError) as error:
                yield InputError(f"{path}: {chunk} is damaged ({error}): remove done/{chunk}.json and {again}")


def _chunk(layout: Layout, chunk: str) -> Iterator[Loaded]:
    documents = {row["row"]: document_of(row) for row in read(layout.documents(chunk))}
    records = {row["row"]: record for row, record in records_of(layout.written(chunk))}
    for row in sorted(records):
        yield Loaded(documents[row], _named_apart(records[row], documents[row].id))


def _named_apart(record: Record, id: str) -> Record:
    """The record under its document's own id: a case tells those of the same id apart itself."""
    if record.id == id:
        return record
    return replace(record, id=id, warnings=tuple(w for w in record.warnings if w.code != DUPLICATE_ID))
