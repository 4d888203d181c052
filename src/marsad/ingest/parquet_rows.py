"""The program that parses a Parquet file, for parquet.py: a damaged file can end the process that parses it.

Its argument is the file. It writes a line of JSON with the names of the columns, reads one with those that are wanted,
and writes their rows as an Arrow stream. A fault is a line of JSON on standard error. It stands alone: it imports
nothing of marsad."""

from __future__ import annotations

import json
import sys
from typing import Any

MAX_COLUMN = 1_000_000_000
"""Bytes that one column of a row group may take unpacked: Parquet unpacks it as a whole."""
_BATCH = 64


def main(path: str) -> int:
    import pyarrow
    from pyarrow import parquet

    try:
        _write(parquet.ParquetFile(path))
    except _TooLargeError as error:
        told = str(error)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        told = f"is no Parquet table, or a damaged one: {' '.join(str(error).split())[:200]}"
    else:
        return 0
    print(json.dumps({"error": told}), file=sys.stderr)
    return 1


class _TooLargeError(Exception):
    """A column takes more memory than a document should."""


def _write(table: Any) -> None:
    from pyarrow import ipc

    out = sys.stdout.buffer
    out.write(json.dumps(list(table.schema_arrow.names)).encode() + b"\n")
    out.flush()
    columns = json.loads(sys.stdin.readline() or "[]")
    _check_sizes(table, columns)
    writer = None
    for batch in table.iter_batches(batch_size=_BATCH, columns=columns, use_threads=False):
        writer = writer or ipc.new_stream(out, batch.schema)
        writer.write_batch(batch)
    if writer is not None:
        writer.close()


def _check_sizes(table: Any, columns: list[str]) -> None:
    for n in range(table.metadata.num_row_groups):
        group = table.metadata.row_group(n)
        for k in range(group.num_columns):
            column = group.column(k)
            if column.path_in_schema.split(".")[0] in columns and column.total_uncompressed_size > MAX_COLUMN:
                raise _TooLargeError(
                    f"unpacks to more than {MAX_COLUMN:,} bytes in one row group: write it with smaller row groups"
                )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
