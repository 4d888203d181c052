"""Parquet tables: a document a row, read in batches."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from marsad.errors import BrokenDocumentError
from marsad.ingest.columns import assign
from marsad.ingest.encoding import Decoded
from marsad.ingest.extras import needed
from marsad.ingest.found import Found
from marsad.ingest.input import Input
from marsad.ingest.jsons import found_in

MAX_COLUMN = 1_000_000_000
"""Bytes that one column of a row group may take unpacked: Parquet unpacks it as a whole."""
_BATCH = 64


def read_parquet(input: Input) -> Iterator[Found | BrokenDocumentError]:
    """Documents of a Parquet file. A row has no bytes of its own there: `original` is the row as a line of JSON."""
    parquet = needed("pyarrow.parquet", "parquet")
    arrow = needed("pyarrow", "parquet")
    try:
        table = parquet.ParquetFile(input.seekable())
        names = tuple(table.schema_arrow.names)
        columns = sorted(set(assign(names, input.columns).values()))
        _check_sizes(table, columns)
        number = 0
        for batch in table.iter_batches(batch_size=_BATCH, columns=columns, use_threads=False):
            for row in batch.to_pylist():
                number += 1
                yield _found(row, number, input)
    except (arrow.ArrowException, OSError, ValueError) as error:
        told = " ".join(str(error).split())[:200]
        raise BrokenDocumentError(f"is no Parquet table, or a damaged one: {told}") from None


def _found(row: dict[str, Any], number: int, input: Input) -> Found | BrokenDocumentError:
    value = {name: _plain(cell) for name, cell in row.items()}
    original = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
    try:
        return found_in(value, original, Decoded("", "utf-8"), "jsonl", input.columns)
    except BrokenDocumentError as error:
        return BrokenDocumentError(f"row {number} {error}")


def _plain(cell: Any) -> Any:
    """A cell as JSON holds it: dates as ISO, bytes as text."""
    if isinstance(cell, bytes):
        return cell.decode("utf-8", "replace")
    return cell.isoformat() if hasattr(cell, "isoformat") else cell if _is_plain(cell) else str(cell)


def _is_plain(cell: Any) -> bool:
    return cell is None or isinstance(cell, str | int | float | bool)


def _check_sizes(table: Any, columns: list[str]) -> None:
    for n in range(table.metadata.num_row_groups):
        group = table.metadata.row_group(n)
        for k in range(group.num_columns):
            column = group.column(k)
            if column.path_in_schema.split(".")[0] in columns and column.total_uncompressed_size > MAX_COLUMN:
                raise BrokenDocumentError(
                    f"unpacks to more than {MAX_COLUMN:,} bytes in one row group: write it with smaller row groups"
                )
