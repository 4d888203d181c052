"""Records as they are, one JSON object a line (docs/record.md)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from marsad.export.options import Options
from marsad.model import Record
from marsad.model.serialise import to_json


def write(path: Path, records: Sequence[Record], options: Options) -> int:
    """The records; their number."""
    del options
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(to_json(record) + "\n" for record in records)
    return len(records)
