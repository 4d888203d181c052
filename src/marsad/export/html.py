"""One page of all documents: each article beside what was read in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from marsad.export.options import Options
from marsad.model import Record
from marsad.report.html import Pages


def write(path: Path, records: Sequence[Record], options: Options) -> int:
    """The page; the number of documents."""
    pages = Pages(options.lang)
    parts = [pages.part(record, n) for n, record in enumerate(records, 1)]
    path.write_text(pages.page(parts, [pages.title(r) for r in records]), encoding="utf-8", newline="\n")
    return len(records)
