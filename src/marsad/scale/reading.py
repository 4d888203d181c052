"""One chunk of documents becomes records, by the pipeline that `marsad read` runs, written by month of publication."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from marsad.errors import fault_message
from marsad.ingest.documents import renamed
from marsad.model import Record
from marsad.reader import lasting_reader
from marsad.scale.layout import UNKNOWN_MONTH, Layout, publish, save
from marsad.scale.schema import Row, aside_schema, document_of, read, record_row, record_schema, write

_MONTH = re.compile(r"\d{4}-\d\d")


@dataclass(frozen=True, slots=True)
class Read:
    """A chunk to be read. `key` tells from what and with what; it is noted when the chunk is finished.

    `copies` are rows that are copies, with the id of the first; `names` rows that get another id, since one before
    bears theirs. Copies are read too where `read_copies` is set. `user` is the folder of the user's own tables."""

    root: Path
    chunk: str
    key: str
    user: Path | None = None
    read_copies: bool = False
    copies: Mapping[int, str] = field(default_factory=dict)
    names: Mapping[int, str] = field(default_factory=dict)

    @property
    def partition(self) -> str:
        """What messages call it."""
        return self.chunk


def read_chunk(task: Read) -> None:
    """Read a chunk's documents into records/, and, when all are there, write done/CHUNK.json.

    A document on which marsad fails is a row of bad/ and costs no other one."""
    layout = Layout(task.root)
    with layout.work(task.chunk) as folder:
        months, bad, words = _read(task, layout)
        for month, rows in months.items():
            write(folder / month, rows, record_schema())
        write(folder / "bad", bad, aside_schema())
        for month in months:
            publish(folder / month, layout.month(month, task.chunk))
        if bad:
            publish(folder / "bad", layout.aside("bad", task.chunk))
    # What an earlier reading wrote, with other dates, would tell the same documents twice.
    for path in layout.written(task.chunk):
        if path.parent.name.partition("=")[2] not in months:
            path.unlink()
    if not bad:
        layout.aside("bad", task.chunk).unlink(missing_ok=True)
    counts = {month: len(months[month]) for month in sorted(months)}
    save(layout.done(task.chunk), {"key": task.key, "months": counts, "words": words, "bad": len(bad)})


def _read(task: Read, layout: Layout) -> tuple[dict[str, list[Row]], list[Row], int]:
    """The rows of records by month, those of documents that marsad fails on, and the words that were read."""
    reader = lasting_reader(task.user)
    months: defaultdict[str, list[Row]] = defaultdict(list)
    bad: list[Row] = []
    words = 0
    for row in read(layout.documents(task.chunk)):
        number = row["row"]
        if number in task.copies and not task.read_copies:
            continue
        document = document_of(row)
        if number in task.names:
            document = renamed(document, task.names[number])
        try:
            record = reader.read_document(document)
        except Exception as error:
            where = document.path or task.chunk
            told = fault_message(error, where, document.id)
            bad.append({"input": where, "document": document.id, "url": document.url, "reason": told})
            continue
        months[month_of(record)].append(record_row(record, number, row["words"], task.copies.get(number)))
        words += row["words"]
    return months, bad, words


def month_of(record: Record) -> str:
    """The month that a record is kept under: that of publication, where it is known to the month."""
    known = _MONTH.match(record.source.published or "")
    return known[0] if known else UNKNOWN_MONTH
