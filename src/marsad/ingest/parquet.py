"""Parquet tables: a document a row, read in batches."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from marsad.errors import BrokenDocumentError
from marsad.ingest.columns import assign
from marsad.ingest.encoding import Decoded
from marsad.ingest.extras import needed
from marsad.ingest.found import Found
from marsad.ingest.input import Input
from marsad.ingest.jsons import found_in

_BROKEN = "is no Parquet table, or a damaged one"
_ROWS = Path(__file__).with_name("parquet_rows.py")


def read_parquet(input: Input) -> Iterator[Found | BrokenDocumentError]:
    """Documents of a Parquet file. A row has no bytes of its own there: `original` is the row as a line of JSON."""
    needed("pyarrow.parquet", "parquet")
    with _on_disk(input) as path:
        for number, row in enumerate(_rows(path, input), 1):
            yield _found(row, number, input)


@contextmanager
def _on_disk(input: Input) -> Iterator[str]:
    """The path of the input; a member of an archive, or what comes through a pipe, is copied to a file of its own."""
    stream = input.stream
    name = getattr(stream, "name", None)
    if isinstance(stream, io.BufferedReader) and isinstance(name, str | Path) and Path(name).is_file():
        yield str(name)
        return
    with NamedTemporaryFile(suffix=".parquet") as file:
        shutil.copyfileobj(stream, file)
        file.flush()
        yield file.name


def _rows(path: str, input: Input) -> Iterator[dict[str, Any]]:
    """The rows as a program of its own parses them: a damaged file can end the process that does."""
    ipc, arrow = needed("pyarrow.ipc", "parquet"), needed("pyarrow", "parquet")
    parsing = subprocess.Popen(
        [sys.executable, "-I", str(_ROWS), path],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    with parsing:
        assert parsing.stdin is not None
        assert parsing.stdout is not None
        assert parsing.stderr is not None
        fault = ""
        try:
            names = json.loads(parsing.stdout.readline() or b"[]")
            if names:
                columns = sorted(set(assign(tuple(names), input.columns).values()))
                parsing.stdin.write(json.dumps(columns).encode() + b"\n")
                parsing.stdin.close()
                for batch in ipc.open_stream(parsing.stdout):
                    yield from batch.to_pylist()
        except (arrow.ArrowException, OSError, ValueError) as error:
            fault = f"{_BROKEN}: {' '.join(str(error).split())[:200]}"
        finally:
            parsing.stdout.close()
        told = parsing.stderr.read()
        if parsing.wait() or fault:
            raise BrokenDocumentError(_said(told) or fault or f"{_BROKEN}: it ended the program that reads it")


def _said(told: bytes) -> str | None:
    """The fault that the program told, None where it could tell none."""
    for line in reversed(told.splitlines()):
        if line.startswith(b'{"error"'):
            return str(json.loads(line)["error"])
    return None


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
