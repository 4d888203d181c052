"""From paths to documents: the one way in for the command line and for the case."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import BinaryIO

from marsad.errors import BrokenDocumentError, InputError
from marsad.ingest.dates import edtf_date
from marsad.ingest.formats import LINES, WHOLE
from marsad.ingest.found import Found
from marsad.ingest.jsons import is_document_line, read_lines
from marsad.ingest.sources import FileSource, Skipped, expand
from marsad.model import Document, ReadingWarning
from marsad.model.making import make_document

MAX_BYTES = 200_000_000
"""A file (or a line of JSON Lines) above this is refused: it is a collection, not a document."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of documents that do not say it of themselves. `published` is EDTF.

    It stands above what a page's metadata say, and below what a JSON document states."""

    published: str | None = None
    outlet: str | None = None


@dataclass(slots=True)
class Ingest:
    """Reads documents, one after the other, and tells apart those that bear the same id.

    `consumed` counts the bytes read so far."""

    given: Given = field(default_factory=Given)
    consumed: int = 0
    _seen: dict[str, int] = field(default_factory=dict)

    def read(self, paths: Iterable[str]) -> Iterator[Document | Skipped | InputError]:
        """The documents of files, folders and standard input (`-`), in order.

        What can't be read is given as an error that names it, and the rest is read."""
        for source in expand(paths):
            if isinstance(source, FileSource):
                yield from self._read(source)
            else:
                yield source

    @staticmethod
    def total_bytes(paths: Iterable[str]) -> int:
        """Bytes in the files of the paths, 0 where that can't be known beforehand (standard input)."""
        total = 0
        for source in expand(paths):
            if isinstance(source, FileSource):
                if source.path is None:
                    return 0
                with suppress(OSError):
                    total += source.path.stat().st_size
        return total

    def _read(self, source: FileSource) -> Iterator[Document | InputError]:
        try:
            with _opened(source) as stream:
                for found in self._found(source, stream):
                    if isinstance(found, InputError):
                        yield type(found)(f"{source.name}: {found}")
                    elif not found.text.strip():
                        yield BrokenDocumentError(f"{source.name}: {_which(found)}has no text")
                    else:
                        yield self._named(self._document(found, source))
        except InputError as error:
            yield type(error)(f"{source.name}: {error}")
        except OSError as error:
            yield InputError(f"{source.name}: can't be read: {error.strerror or error}")

    def _document(self, found: Found, source: FileSource) -> Document:
        warnings = list(found.warnings)
        published = edtf_date(found.published) if found.published else None
        if found.published and published is None:
            warnings.append(
                ReadingWarning("date", f"the publication date {found.published!r} is no ISO 8601 date: left out")
            )
        basis = found.published_basis
        if self.given.published and (published is None or basis == "metadata"):
            published, basis = self.given.published, "given"
        outlet = found.outlet if found.published_basis == "given" else None
        return make_document(
            found.text,
            id=found.id,
            title=found.title,
            outlet=outlet or self.given.outlet or found.outlet,
            published=published,
            published_basis=basis,
            path=source.name if source.path else None,
            url=found.url,
            retrieved=found.retrieved,
            sha256=found.sha256,
            encoding=found.encoding,
            warnings=warnings,
        )

    def _named(self, document: Document) -> Document:
        """The document, with a number behind its id where another of this run bears it already."""
        id, count = document.id, self._seen.get(document.id, 0)
        self._seen[document.id] = count + 1
        if not count:
            return document
        while id in self._seen:
            count += 1
            id = f"{document.id}#{count}"
        self._seen[id] = 1
        warning = ReadingWarning("duplicate-id", f"a document before this one has the id {document.id!r} too")
        return replace(document, id=id, warnings=(*document.warnings, warning))

    def _found(self, source: FileSource, stream: BinaryIO) -> Iterator[Found | BrokenDocumentError]:
        if source.suffix in LINES:
            return read_lines(self._lines(stream, b""))
        if source.path is not None:
            return WHOLE[source.suffix](self._whole(stream, b""))
        # A pipe has no ending: its first line, or its first sign, tells the format.
        first = stream.readline(MAX_BYTES)
        if is_document_line(first):
            return read_lines(self._lines(stream, first))
        data = self._whole(stream, first)
        head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
        suffix = ".json" if head.startswith(b"{") else ".html" if head[:1] == b"<" else ".txt"
        return WHOLE[suffix](data)

    def _whole(self, stream: BinaryIO, first: bytes) -> bytes:
        data = first + stream.read(MAX_BYTES + 1 - len(first))
        self.consumed += len(data)
        if not data.strip():
            raise BrokenDocumentError("is empty")
        if len(data) > MAX_BYTES:
            raise BrokenDocumentError(
                f"is larger than {MAX_BYTES:,} bytes: split it into documents, one a line of .jsonl"
            )
        return data

    def _lines(self, stream: BinaryIO, first: bytes) -> Iterator[tuple[int, bytes]]:
        """Numbered lines. Raises BrokenDocumentError for a file without any, and for a line without an end in sight."""
        some = False
        rest = iter(lambda: stream.readline(MAX_BYTES), b"")
        for number, line in enumerate(chain([first] if first else [], rest), 1):
            self.consumed += len(line)
            some = some or bool(line.strip())
            if len(line) == MAX_BYTES:
                raise BrokenDocumentError(f"line {number} is longer than {MAX_BYTES:,} bytes: is it JSON Lines?")
            yield number, line
        if not some:
            raise BrokenDocumentError("is empty")


def _which(found: Found) -> str:
    return f"the document {found.id!r} " if found.id else ""


@contextmanager
def _opened(source: FileSource) -> Iterator[BinaryIO]:
    if source.path is None:
        yield sys.stdin.buffer
    else:
        with source.path.open("rb") as stream:
            yield stream
