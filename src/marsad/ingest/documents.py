"""From paths to documents: the one way in for the command line and for the case."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import cache
from typing import BinaryIO

from marsad.errors import BrokenDocumentError, InputError
from marsad.ingest.archive import MAX_NESTING, Budget, members, opened_member, opened_zip, shown_name, unpacked_gzip
from marsad.ingest.dates import edtf_date
from marsad.ingest.formats import GZIP, READERS, ZIP, format_of, sniffed
from marsad.ingest.found import Found
from marsad.ingest.input import Input
from marsad.ingest.set_aside import SetAside, not_arabic
from marsad.ingest.sources import FileSource, Skipped, expand
from marsad.model import Document, ReadingWarning
from marsad.model.making import make_document
from marsad.version import __version__

DUPLICATE_ID = "duplicate-id"
"""The warning of a document that goes under another id than its own."""

Item = Document | SetAside | Skipped | InputError


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of documents that do not say it of themselves. `published` is EDTF.

    It stands above what a page's metadata say, and below what a JSON document states. `columns` says which column of
    a table, or field of a JSON object, holds what: {"text": "body"}."""

    published: str | None = None
    outlet: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Ingest:
    """Reads documents, one after the other, and tells apart those that bear the same id, unless `apart` is False:
    a case does so itself, since it knows those of other runs too. `skim` tells of a page of a web archive whether it
    is worth being parsed."""

    given: Given = field(default_factory=Given)
    apart: bool = True
    skim: Callable[[bytes], bool] | None = None
    _done: int = 0
    _open: BinaryIO | None = None
    _seen: dict[str, int] = field(default_factory=dict)

    def read(self, paths: Iterable[str]) -> Iterator[Item]:
        """The documents of files, folders and standard input (`-`), in order.

        What can't be read is given as an error that names it, and the rest is read."""
        for source in expand(paths):
            if isinstance(source, FileSource):
                yield from self._read(source)
            else:
                yield source

    def read_stream(self, stream: BinaryIO, name: str) -> Iterator[Item]:
        """The documents of an open file, whose name tells its format."""
        try:
            yield from self._contents(self._input(stream), format_of(name) or "txt", _Place(name, True))
        except OSError as error:
            yield InputError(f"{name}: can't be read: {error.strerror or error}")

    @property
    def consumed(self) -> int:
        """Bytes of files read so far."""
        return self._done + (self._open.tell() if self._open else 0)

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

    def _read(self, source: FileSource) -> Iterator[Item]:
        try:
            with self._opened(source) as stream:
                if source.path:
                    yield from self.read_stream(stream, source.name)
                else:
                    input = self._input(stream)
                    yield from self._contents(input, sniffed(input), _Place(source.name, False))
        except OSError as error:
            yield InputError(f"{source.name}: can't be read: {error.strerror or error}")

    def _input(self, stream: BinaryIO) -> Input:
        return Input(stream, self.given.columns, self.skim)

    def _contents(self, input: Input, format: str, place: _Place) -> Iterator[Item]:
        """Documents of one input, be it a container of others; its own fault is given behind what was read."""
        try:
            if format == ZIP:
                yield from self._members(input, place)
            elif format == GZIP:
                inner = format_of(place.name.lower().removesuffix(".gz")) or "txt"
                unpacked = replace(input, stream=unpacked_gzip(input.stream))
                yield from self._contents(unpacked, inner, place)
            else:
                yield from self._documents(input, format, place)
        except InputError as error:
            yield type(error)(f"{place.name}: {error}")

    def _members(self, input: Input, place: _Place) -> Iterator[Item]:
        if place.depth >= MAX_NESTING:
            raise BrokenDocumentError(f"is an archive within {MAX_NESTING} others: unpack it")
        skipped = []
        with opened_zip(input.seekable()) as archive:
            for member in members(archive, place.budget):
                name = shown_name(member)
                format = format_of(name)
                if format is None:
                    skipped.append(name)
                    continue
                inside = replace(place, name=f"{place.name}/{name}", depth=place.depth + 1)
                try:
                    with opened_member(archive, member, place.budget) as stream:
                        yield from self._contents(replace(input, stream=stream), format, inside)
                except InputError as error:
                    yield type(error)(f"{inside.name}: {error}")
                if place.budget.total < 0:
                    return
        if skipped:
            yield Skipped(place.name, tuple(skipped))

    def _documents(self, input: Input, format: str, place: _Place) -> Iterator[Item]:
        for found in READERS[format](input):
            if isinstance(found, InputError):
                yield type(found)(f"{place.name}: {found}")
            elif not found.text.strip():
                yield BrokenDocumentError(f"{place.name}: {_which(found)}has no text")
            else:
                document = self._named(self._document(found, place.name if place.is_file else None))
                reason = not_arabic(document)
                yield SetAside(document, f"{place.name}: {_which(found)}{reason}") if reason else document

    def _document(self, found: Found, path: str | None) -> Document:
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
        document = make_document(
            found.text,
            id=found.id,
            title=found.title,
            outlet=outlet or self.given.outlet or found.outlet,
            published=published,
            published_basis=basis,
            path=path,
            url=found.url,
            retrieved=found.retrieved,
            sha256=hashlib.sha256(found.original).hexdigest(),
            encoding=found.encoding,
            warnings=warnings,
        )
        return replace(
            document,
            original=found.original,
            format=found.format,
            extractor=found.extractor,
            extractor_version=_version(found.extractor),
        )

    def _named(self, document: Document) -> Document:
        """The document, with a number behind its id where another of this run bears it already."""
        if not self.apart:
            return document
        id, count = document.id, self._seen.get(document.id, 0)
        self._seen[document.id] = count + 1
        if not count:
            return document
        while id in self._seen:
            count += 1
            id = f"{document.id}#{count}"
        self._seen[id] = 1
        return renamed(document, id)

    @contextmanager
    def _opened(self, source: FileSource) -> Iterator[BinaryIO]:
        if source.path is None:
            yield sys.stdin.buffer
            return
        with source.path.open("rb") as stream:
            self._open = stream
            try:
                yield stream
            finally:
                self._done += stream.tell()
                self._open = None


def renamed(document: Document, id: str) -> Document:
    """A document under another id, since one before it bears its own, with a warning that tells so."""
    warning = ReadingWarning(DUPLICATE_ID, f"a document before this one has the id {document.id!r} too")
    return replace(document, id=id, warnings=(*document.warnings, warning))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an input lies: its name for messages, whether it is a file, and how deep in archives."""

    name: str
    is_file: bool
    depth: int = 0
    budget: Budget = field(default_factory=Budget)


@cache
def _version(package: str) -> str:
    if package == "marsad":
        return __version__
    from importlib.metadata import version  # late: it takes a twentieth of a start

    return version(package)


def _which(found: Found) -> str:
    return f"the document {found.id!r} " if found.id else ""
