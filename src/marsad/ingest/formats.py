"""Which formats marsad reads: one reader for each, by the file's ending. A new format is one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from marsad.errors import BrokenDocumentError
from marsad.ingest.found import Found
from marsad.ingest.html import read_html
from marsad.ingest.jsons import read_json
from marsad.ingest.plain import read_plain

FileReader = Callable[[bytes], Iterator[Found | BrokenDocumentError]]

# Formats of which a file is held in memory at once: bytes to documents.
WHOLE: dict[str, FileReader] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".html": read_html,
    ".htm": read_html,
    ".json": read_json,
}
# Formats that are read line by line, however long the file is.
LINES = frozenset({".jsonl", ".ndjson"})
READABLE = (*WHOLE, *sorted(LINES))

# What users bring and marsad does not read yet: what it is, and the way round.
_ELSEWHERE = {
    ".pdf": "PDF needs an extra that this version does not have: save its text as .txt",
    ".docx": "Word documents need an extra that this version does not have: save as .txt or .html",
    ".doc": "save it as .txt or .html",
    ".rtf": "save it as .txt or .html",
    ".odt": "save it as .txt or .html",
    ".csv": "tables are not read by this version: write one JSON object a line with the field text",
    ".xlsx": "tables are not read by this version: write one JSON object a line with the field text",
    ".parquet": "Parquet needs an extra that this version does not have: write one JSON object a line",
    ".warc": "web archives need an extra that this version does not have: save the pages as .html",
    ".gz": "decompress it first (gunzip)",
    ".zip": "unpack it first and name the folder",
    ".rss": "feeds are not read by this version: save the articles as .html",
    ".xml": "feeds are not read by this version: save the articles as .html",
}


def advice(suffix: str) -> str:
    """What to do about a file of a kind that marsad does not read."""
    return _ELSEWHERE.get(suffix.lower(), f"marsad reads {' '.join(READABLE)} and - for standard input")
