"""The formats by name. A new format is a module and a line here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from marsad.errors import OutputError
from marsad.export.options import Options
from marsad.model import Record

PART = ".part"


class Format(NamedTuple):
    """A format: module and function that write it, what it holds, what it counts. `layer` is the layer that it is
    about: documents without an item of it are left out; "" keeps all."""

    writer: str
    holds: str
    counts: str
    layer: str = "events"


FORMATS = {
    "jsonl": Format("jsonl:write", "records, one a line", "record", ""),
    "csv": Format("csvs:write", "one of marsad's tables (--table)", "row", ""),
    "geojson": Format("geojson:write", "events as points", "feature"),
    "acled": Format("csvs:acled", "events in ACLED's 31 columns (CSV)", "row"),
    "ucdp": Format("csvs:ucdp", "events with deaths in UCDP GED's 49 columns (CSV)", "row"),
    "polecat": Format("csvs:polecat", "events in POLECAT's 40 columns (CSV)", "row"),
    "xlsx": Format("xlsx:write", "all tables, a sheet each", "row", ""),
    "parquet": Format("parquet:write", "one of marsad's tables (--table)", "row", ""),
    "html": Format("html:write", "a page of all documents", "document", ""),
    "hxl": Format("csvs:hxl", "events with HXL hashtags (CSV)", "row"),
    "ftm": Format("ftm:write", "FollowTheMoney entities, one a line", "entity"),
}


def write(name: str, path: Path, records: Sequence[Record], options: Options | None = None) -> int:
    """Write records in a format, whole or not at all; how many things were written.

    Raises MissingExtraError, OutputError."""
    module, _, function = FORMATS[name].writer.partition(":")
    writer: Callable[[Path, Sequence[Record], Options], int] = getattr(
        import_module(f"marsad.export.{module}"), function
    )
    # A device or a pipe is written to as it is.
    part = path if path.exists() and not path.is_file() else path.with_name(path.name + PART)
    try:
        count = writer(part, records, options or Options())
        if part != path:
            part.replace(path)
    except OSError as error:
        raise OutputError(f"{path}: can't be written: {error.strerror}: choose another file") from None
    return count
