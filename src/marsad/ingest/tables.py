"""Tables as text: CSV, TSV and their kin, a document a row, read row by row however long the file is."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from typing import BinaryIO

from marsad.errors import BinaryDataError, BrokenDocumentError
from marsad.ingest.columns import assign
from marsad.ingest.encoding import Decoded, decode_start
from marsad.ingest.found import Found
from marsad.ingest.input import Input
from marsad.ingest.jsons import found_in
from marsad.model.warning import ReadingWarning

MAX_ROW = 16_000_000
"""Bytes of one row. More is a quotation mark that is never closed, which would take in the rest of the file."""
_SAMPLE = 65_536
_DELIMITERS = ",;\t|"


def read_csv(input: Input) -> Iterator[Found | BrokenDocumentError]:
    """Documents of a table with a head line; the delimiter (comma, semicolon, tab, bar) is told by that line.

    Raises BrokenDocumentError where no column is known to hold the text, and for a row without an end in sight."""
    lines = _Lines(input)
    delimiter = _delimiter(lines)
    rows = _rows(lines, delimiter)
    head = next(rows, None)
    if head is None:
        raise BrokenDocumentError("is empty")
    names = tuple(name.strip() for name in head.cells)
    top = head.original
    assign(names, input.columns)
    for row in rows:
        where = f"row {row.number}"
        if not any(cell.strip() for cell in row.cells):
            continue
        if len(row.cells) > len(names) and any(row.cells[len(names) :]):
            yield BrokenDocumentError(
                f"{where} has {len(row.cells)} cells, not {len(names)}: is its text without quotation marks?"
            )
            continue
        decoded = Decoded("", row.encoding, tuple(row.warnings))
        value = {name: cell for name, cell in zip(names, row.cells, strict=False) if name}
        try:
            yield found_in(value, top + row.original, decoded, "csv", input.columns)
        except BrokenDocumentError as error:
            yield BrokenDocumentError(f"{where} {error}")


class _Row:
    """Cells of a row, the bytes that held it, and what was odd about them."""

    __slots__ = ("cells", "encoding", "number", "original", "warnings")

    def __init__(self, cells: list[str], number: int, lines: _Lines) -> None:
        self.cells = cells
        self.number = number
        self.original = b"".join(lines.taken)
        self.encoding = lines.encoding
        self.warnings = lines.warnings
        lines.next_row()


def _rows(lines: _Lines, delimiter: str) -> Iterator[_Row]:
    # Python's own limit of a cell is 131,072 characters and one for the whole process: the row's limit stands instead.
    csv.field_size_limit(MAX_ROW)
    reader = csv.reader(lines, delimiter=delimiter)
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise BrokenDocumentError(f"row {number} can't be read: {error}") from None
        yield _Row(cells, number, lines)


class _Lines:
    """Decoded lines of a table, which remembers what was taken since the last row: bytes, encoding, warnings."""

    def __init__(self, input: Input) -> None:
        sample = input.head(_SAMPLE)
        if not sample.strip():
            raise BrokenDocumentError("is empty")
        self._sampled = _decoded(sample)
        self.first = self._sampled.text.partition("\n")[0]
        self._wide = self._sampled.encoding.startswith(("utf-16", "utf-32"))
        self._source = _transcoded(input, self._sampled.encoding) if self._wide else _bounded(input.stream)
        self._mark = codecs.BOM_UTF8
        self.next_row()

    def next_row(self) -> None:
        """Begin a row."""
        self.taken: list[bytes] = []
        self.warnings: list[ReadingWarning] = []
        self.encoding = self._sampled.encoding if self._wide else "utf-8"
        self._size = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = next(self._source)
        self.taken.append(line)
        self._size += len(line)
        if self._size > MAX_ROW:
            raise BrokenDocumentError(
                f"a row is longer than {MAX_ROW:,} bytes: a quotation mark before it is never closed"
            )
        line, self._mark = line.removeprefix(self._mark), b""
        text = self._text(line)
        if "\0" in text:
            self.warnings.append(ReadingWarning("encoding", f"{text.count(chr(0))} null characters were left out"))
            text = text.replace("\0", "")
        return text

    def _text(self, line: bytes) -> str:
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError:
            pass
        # A line of another encoding, be it of the whole table or deep in one that begins in UTF-8.
        decoded = self._sampled if self._sampled.encoding != "utf-8" else _decoded(line)
        self.encoding = decoded.encoding
        self.warnings += [w for w in decoded.warnings if w not in self.warnings]
        return decoded.text if decoded is not self._sampled else line.decode(decoded.encoding, "replace")


def _decoded(sample: bytes) -> Decoded:
    """The sample as text; null characters, which some exports have in their cells, are no sign of other data."""
    try:
        return decode_start(sample)
    except BinaryDataError:
        return decode_start(sample.replace(b"\0", b""))


def _bounded(stream: BinaryIO) -> Iterator[bytes]:
    return iter(lambda: stream.readline(MAX_ROW + 1), b"")


def _transcoded(input: Input, encoding: str) -> Iterator[bytes]:
    """Lines of UTF-16 or UTF-32 in UTF-8."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    held = ""
    while data := input.stream.read(_SAMPLE):
        held += decoder.decode(data).removeprefix("\ufeff")
        *lines, held = held.split("\n")
        yield from (f"{line}\n".encode("utf-8", "replace") for line in lines)
        if len(held) > MAX_ROW:
            break
    if held:
        yield held.encode("utf-8", "replace")


def _delimiter(lines: _Lines) -> str:
    """The sign that parts the names of the head line, outside quotation marks."""
    outside = "".join(lines.first.split('"')[::2])
    return max(_DELIMITERS, key=outside.count)
