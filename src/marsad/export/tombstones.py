"""Tombstones: what an earlier export holds and the case does not any more, as a table beside an export of changes."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from marsad.errors import OutputError
from marsad.export import acled, polecat, ucdp
from marsad.export.flat import TABLES
from marsad.export.formats import PART
from marsad.export.happening import item_ids
from marsad.export.options import Options
from marsad.model import Record

Why = Literal["purged", "rejected", "gone", "left out"]
SUFFIX = ".tombstones.csv"


class Tombstone(NamedTuple):
    """Something to delete: what bears `id`, or all of a document (by its number) where `id` is "".

    purged    the document was removed for good, on `day`
    rejected  somebody rejected the item
    gone      it is no longer read, or no longer added
    left out  it is there, and the format or the filters leave it out; it may never have been exported"""

    document: int
    id: str
    why: Why
    day: str = ""


_ITEMS = tuple(name for name in TABLES if name != "documents")


def layers_of(format: str, options: Options) -> tuple[str, ...] | None:
    """The layers whose items a format holds; none where it holds whole documents, None where it can't tell changes."""
    if format in ("html", "links"):
        return None
    if format in ("csv", "parquet"):
        return () if options.table == "documents" else (options.table,)
    return _ITEMS if format == "xlsx" else () if format == "jsonl" else ("events",)


def written(format: str, records: Sequence[Record], options: Options) -> set[str]:
    """The ids of the items that a format writes of records."""
    coded = {"acled": (acled.rows, "event_id_cnty"), "ucdp": (ucdp.rows, "id"), "polecat": (polecat.rows, "Event ID")}
    if format in coded:
        rows, column = coded[format]
        return {str(row[column]) for row in rows(records)}
    layers = layers_of(format, options) or ()
    return {id for record in records for layer in layers for id in item_ids(record, layer, getattr(record, layer))}


def write_tombstones(path: Path, tombstones: Iterable[Tombstone]) -> tuple[Path, int]:
    """Write them beside an export; the file and their number. Raises OutputError."""
    beside = path.with_name(path.name + SUFFIX)
    part = beside.with_name(beside.name + PART)
    count = 0
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(Tombstone._fields)
            for tombstone in tombstones:
                writer.writerow(tombstone)
                count += 1
        part.replace(beside)
    except OSError as error:
        raise OutputError(f"{beside}: can't be written: {error.strerror}: choose another file") from None
    return beside, count
