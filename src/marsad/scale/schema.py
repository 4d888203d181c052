"""Documents and records as Arrow tables: typed columns made from the model's own dataclasses, and back."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec

from marsad.ingest.extras import needed
from marsad.model import Document, ReadingWarning, Record
from marsad.model.serialise import from_plain, to_plain

Row = dict[str, Any]
_WARNINGS = "warnings"
_OF_A_CASE = frozenset({"exported"})
"""What only records of a case have."""


def arrow() -> Any:
    """pyarrow, which comes with Daft."""
    return needed("pyarrow", "scale")


def write(path: Path, rows: Iterable[Row], schema: Any) -> None:
    """A Parquet file of rows."""
    parquet = needed("pyarrow.parquet", "scale")
    parquet.write_table(arrow().Table.from_pylist(list(rows), schema=schema), path, compression="zstd")


def read(path: Path, columns: list[str] | None = None) -> list[Row]:
    """The rows of a Parquet file."""
    # ParquetFile, not read_table: the month in the folder's name is no column of the file.
    rows: list[Row] = needed("pyarrow.parquet", "scale").ParquetFile(path).read(columns).to_pylist()
    return rows


@cache
def record_schema() -> Any:
    """`row`: the document's place in its chunk; `words`; `copy_of`: id of the document that it is a copy of; then the
    fields of the record (docs/record.md), lists of structs where the record has lists of objects."""
    pa = arrow()
    own = [pa.field("row", pa.int32()), pa.field("words", pa.int32()), pa.field("copy_of", pa.string())]
    return pa.schema([*own, *_fields_of(Record)])


@cache
def document_schema() -> Any:
    """A document as ingest gave it, with `row`, `words` and its fingerprint."""
    pa = arrow()
    own = [pa.field("row", pa.int32()), pa.field("words", pa.int32())]
    print_ = [pa.field("bands", pa.list_(pa.int64())), pa.field("fingerprint", pa.binary())]
    return pa.schema([*own, *_fields_of(Document), *print_])


@cache
def aside_schema() -> Any:
    """What was not read: the input, the document where one is known, and why."""
    pa = arrow()
    return pa.schema([pa.field(name, pa.string()) for name in ("input", "document", "url", "reason")])


def _fields_of(cls: Any) -> list[Any]:
    hints = get_type_hints(cls)
    known = [field.name for field in fields(cls) if field.name not in _OF_A_CASE]
    return [arrow().field(name.rstrip("_"), _type(hints[name])) for name in known]


def _type(hint: Any) -> Any:
    pa = arrow()
    if get_origin(hint) in (Union, types.UnionType):
        options = [option for option in get_args(hint) if option is not type(None)]
        return pa.float64() if float in options else _type(options[0])
    if get_origin(hint) is tuple:
        return pa.list_(_type(get_args(hint)[0]))
    if is_dataclass(hint):
        return pa.struct(_fields_of(hint))
    return {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(), bytes: pa.binary()}[hint]


def record_row(record: Record, row: int, words: int, copy_of: str | None) -> Row:
    """A record as a row of `record_schema`."""
    return {"row": row, "words": words, "copy_of": copy_of, **to_plain(record)}


def record_of(row: Mapping[str, Any]) -> Record:
    """The record of a row. A figure that is whole is an int again, as it was before the column made it a float."""
    plain = {name: value for name, value in row.items() if name not in ("row", "words", "copy_of")}
    plain["quantities"] = [{**q, "min": _whole(q["min"]), "max": _whole(q["max"])} for q in plain["quantities"]]
    return from_plain(plain)


def _whole(value: float | None) -> float | int | None:
    return int(value) if value is not None and value.is_integer() else value


def document_of(row: Mapping[str, Any]) -> Document:
    """The document of a row of `document_schema`."""
    known = {field.name: row[field.name] for field in fields(Document) if field.name != _WARNINGS}
    warnings = tuple(ReadingWarning(**warning) for warning in row[_WARNINGS])
    return Document(**known, warnings=warnings)


def document_row(document: Document, row: int, words: int, bands: Iterable[int], fingerprint: bytes) -> Row:
    """A document as a row of `document_schema`."""
    known = {field.name: getattr(document, field.name) for field in fields(Document)}
    warnings: Any = msgspec.to_builtins(document.warnings)
    return {"row": row, "words": words, **known, _WARNINGS: warnings, "bands": list(bands), "fingerprint": fingerprint}


def records_of(paths: Iterable[Path]) -> Iterator[tuple[Row, Record]]:
    """The records of files, each with its row."""
    for path in paths:
        for row in read(path):
            yield row, record_of(row)
