"""CSV: UTF-8, a head, formula cells guarded, a byte order mark where it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from marsad.export import acled as acled_rows
from marsad.export import polecat as polecat_rows
from marsad.export import ucdp as ucdp_rows
from marsad.export.cells import csv_line
from marsad.export.fields import field_map
from marsad.export.flat import TABLES
from marsad.export.options import Options
from marsad.model import Record

Rows = Iterable[Mapping[str, Any]]


def write(path: Path, records: Sequence[Record], options: Options) -> int:
    """One of marsad's own tables; the number of rows."""
    columns, rows = TABLES[options.table]
    return _write(path, columns, rows(records), options)


def acled(path: Path, records: Sequence[Record], options: Options) -> int:
    """ACLED's columns; the number of rows."""
    return _write(path, list(field_map("acled")["columns"]), acled_rows.rows(records), options)


def ucdp(path: Path, records: Sequence[Record], options: Options) -> int:
    """UCDP GED's columns; the number of rows."""
    return _write(path, list(field_map("ucdp")["columns"]), ucdp_rows.rows(records), options)


def polecat(path: Path, records: Sequence[Record], options: Options) -> int:
    """POLECAT's columns; the number of rows."""
    return _write(path, list(field_map("polecat")["columns"]), polecat_rows.rows(records), options)


def hxl(path: Path, records: Sequence[Record], options: Options) -> int:
    """Events with HXL hashtags in the row under the head; the number of rows."""
    tags = field_map("hxl")["columns"]
    return _write(path, list(tags), TABLES["events"][1](records), options, tags=list(tags.values()))


def _write(path: Path, columns: Sequence[str], rows: Rows, options: Options, tags: Sequence[str] = ()) -> int:
    count = 0
    with path.open("w", encoding="utf-8-sig" if options.bom else "utf-8", errors="replace", newline="") as file:
        file.write(csv_line(columns))
        if tags:
            file.write(csv_line(tags))
        for row in rows:
            file.write(csv_line(map(row.get, columns)))
            count += 1
    return count
