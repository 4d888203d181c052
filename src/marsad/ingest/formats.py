"""Which formats marsad reads: one reader for each, by the file's ending. A new format is one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from marsad.errors import InputError
from marsad.ingest.found import Found
from marsad.ingest.html import read_page
from marsad.ingest.input import MAX_BYTES, Input, behind
from marsad.ingest.jsons import is_document_line, read_json, read_lines
from marsad.ingest.plain import read_plain

Reader = Callable[[Input], Iterator[Found | InputError]]

# What a reader finds names its format: the ending by which it is read again.
READERS: dict[str, Reader] = {
    "txt": read_plain,
    "html": read_page,
    "json": read_json,
    "jsonl": read_lines,
}
_OTHER_ENDINGS = {".text": "txt", ".htm": "html", ".xhtml": "html", ".ndjson": "jsonl"}
ENDINGS: dict[str, str] = {**{f".{name}": name for name in READERS}, **_OTHER_ENDINGS}
"""The format of each ending that is read."""


def format_of(name: str) -> str | None:
    """The format of a file by the ending of its name, None for one that is not read."""
    return ENDINGS.get(Path(name).suffix.lower())


def sniffed(input: Input) -> str:
    """The format of what comes through a pipe, which has no ending: its first line, or its first sign, tells it."""
    first = input.stream.readline(MAX_BYTES)
    input.stream = behind(first, input.stream)
    if is_document_line(first):
        return "jsonl"
    head = first[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    return "json" if head.startswith(b"{") else "html" if head[:1] == b"<" else "txt"


# What users bring and marsad does not read: the way round.
_ELSEWHERE = {
    ".doc": "save it as .docx, .txt or .html",
    ".rtf": "save it as .docx, .txt or .html",
    ".odt": "save it as .docx, .txt or .html",
    ".xls": "save it as .csv",
    ".xlsx": "save it as .csv",
    ".ods": "save it as .csv",
    ".rar": "unpack it first and name the folder",
    ".7z": "unpack it first and name the folder",
    ".tar": "unpack it first and name the folder",
}


def advice(suffix: str) -> str:
    """What to do about a file of a kind that marsad does not read."""
    return _ELSEWHERE.get(suffix.lower(), f"marsad reads {' '.join(ENDINGS)} and - for standard input")
