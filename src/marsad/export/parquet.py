"""Parquet: one of marsad's tables with typed columns."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from marsad.export.flat import TABLES
from marsad.export.options import Options
from marsad.ingest.extras import needed
from marsad.model import Record

_REAL = frozenset({"lat", "lon", "uncertainty_km", "confidence"})
_WHOLE = frozenset({"count", "order"})
_TRUTH = frozenset({"hedged", "denied"})


def write(path: Path, records: Sequence[Record], options: Options) -> int:
    """The table; the number of rows. Raises MissingExtraError."""
    pyarrow = needed("pyarrow", "parquet")
    parquet = needed("pyarrow.parquet", "parquet")

    columns, rows = TABLES[options.table]

    def kind(column: str) -> object:
        if column in _REAL:
            return pyarrow.float64()
        if column in _WHOLE or column.endswith(("_min", "_max")):
            return pyarrow.int64()
        return pyarrow.bool_() if column in _TRUTH else pyarrow.string()

    schema = pyarrow.schema([(column, kind(column)) for column in columns])
    table = pyarrow.Table.from_pylist([{c: row.get(c) for c in columns} for row in rows(records)], schema=schema)
    parquet.write_table(table, path)
    return int(table.num_rows)
