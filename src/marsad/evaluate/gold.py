"""Gold files and records, read from disk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from marsad.errors import BrokenDocumentError, InputError


def load_gold(folder: Path) -> dict[str, dict[str, Any]]:
    """The compiled gold documents (`*.gold.json`) of a folder, by id.

    Raises InputError where the folder holds none."""
    documents: dict[str, dict[str, Any]] = {}
    for path in sorted(folder.glob("*.gold.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        documents[document["id"]] = document
    if not documents:
        raise InputError(f"no *.gold.json in {folder}: give a folder that holds compiled annotations")
    return documents


def load_records(path: Path) -> dict[str, dict[str, Any]]:
    """Records by document id, from a file with one record a line.

    Raises BrokenDocumentError where a line is no JSON object with an id, or where an id comes a second time."""
    records: dict[str, dict[str, Any]] = {}
    # Not str.splitlines, which also breaks at U+2028 and U+0085: JSON strings may hold those unescaped.
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            name = record["id"]
        except (ValueError, KeyError, TypeError) as fault:
            raise BrokenDocumentError(f"{path} line {number}: no record with an id ({fault})") from fault
        if name in records:
            raise BrokenDocumentError(f"{path} line {number}: a second record for {name}")
        records[name] = record
    return records
