"""Which formats marsad reads: one reader for each, by the file's ending. A new format is one line here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from marsad.errors import InputError
from marsad.ingest.docx import read_docx
from marsad.ingest.feed import read_feed
from marsad.ingest.found import Found
from marsad.ingest.html import read_page
from marsad.ingest.input import MAX_BYTES, Input, behind
from marsad.ingest.jsons import is_document_line, read_json, read_lines
from marsad.ingest.parquet import read_parquet
from marsad.ingest.pdf import read_pdf
from marsad.ingest.plain import read_plain
from marsad.ingest.tables import read_csv
from marsad.ingest.telegram import read_message
from marsad.ingest.telegram_html import read_message_page
from marsad.ingest.warc import read_warc

Reader = Callable[[Input], Iterator[Found | InputError]]

READERS: dict[str, Reader] = {
    "txt": read_plain,
    "html": read_page,
    "json": read_json,
    "jsonl": read_lines,
    "csv": read_csv,
    "rss": read_feed,
    "docx": read_docx,
    "pdf": read_pdf,
    "parquet": read_parquet,
    "warc": read_warc,
    # What a case keeps of exports: one message, by which it is read again.
    "telegram": read_message,
    "telegram-html": read_message_page,
}
"""Readers by the name of the format, which a document carries too: it reads the document's `original` again."""

ZIP, GZIP = "zip", "gz"
"""What holds files of other formats."""

_ENDINGS = {
    "txt": ".txt .text",
    "html": ".html .htm .xhtml",
    "json": ".json",
    "jsonl": ".jsonl .ndjson",
    "csv": ".csv .tsv",
    "rss": ".rss .atom .xml .rdf",
    "docx": ".docx .docm",
    "pdf": ".pdf",
    "parquet": ".parquet",
    "warc": ".warc",
    ZIP: ".zip",
}
ENDINGS: dict[str, str] = {ending: name for name, endings in _ENDINGS.items() for ending in endings.split()}
"""The format of each ending that is read; any of them may have .gz behind it."""

READABLE = f"{' '.join(ENDINGS)}, these with .gz behind, and - for standard input"


def format_of(name: str) -> str | None:
    """The format of a file by the ending of its name ("gz" for one packed by gzip), None for one that is not read."""
    path = Path(name.lower())
    if path.suffix == ".gz":
        return GZIP if path.with_suffix("").suffix in ENDINGS else None
    return ENDINGS.get(path.suffix)


_MAGIC = ((b"%PDF-", "pdf"), (b"PAR1", "parquet"), (b"WARC/", "warc"))


def sniffed(input: Input) -> str:
    """The format of what comes through a pipe, which has no ending: its first line, or its first sign, tells it."""
    first = input.stream.readline(MAX_BYTES)
    input.stream = behind(first, input.stream)
    for magic, name in _MAGIC:
        if first.startswith(magic):
            return name
    if first.startswith(b"PK\x03\x04"):
        return "docx" if b"[Content_Types].xml" in input.head(200) else ZIP
    if is_document_line(first):
        return "jsonl"
    head = first[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith((b"{", b"[{")) or head == b"[":
        return "json"
    return "txt" if head[:1] != b"<" else "rss" if _FEED.match(head) else "html"


_FEED = re.compile(rb"(?:<\?xml[^>]*\?>\s*)?<(?:rss|feed|rdf:RDF)\b|<\?xml(?![^>]*\?>\s*<!doctype html)", re.IGNORECASE)

# What users bring and marsad does not read: the way round.
_ELSEWHERE = {
    ".doc": "save it as .docx, .txt or .html",
    ".rtf": "save it as .docx, .txt or .html",
    ".odt": "save it as .docx, .txt or .html",
    ".gz": "name it by what it holds, as in pages.warc.gz",
    ".xls": "save it as .csv",
    ".xlsx": "save it as .csv",
    ".ods": "save it as .csv",
    ".rar": "unpack it first and name the folder",
    ".7z": "unpack it first and name the folder",
    ".tar": "unpack it first and name the folder",
}


def advice(suffix: str) -> str:
    """What to do about a file of a kind that marsad does not read."""
    return _ELSEWHERE.get(suffix.lower(), f"marsad reads {READABLE}")
