"""Where records go: a report, pages or lines of JSON, to the terminal, a pipe, a file or a folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol

from marsad.errors import OutputError
from marsad.model import Record
from marsad.model.serialise import to_json

if TYPE_CHECKING:
    from marsad.codebook import Codebook
    from marsad.report.outline import Explain

PART = ".part"


@dataclass(frozen=True, slots=True)
class Manner:
    """How records are shown to a person: the language of labels, the user's folder, which may hold event types of
    their own, and whether each item tells how it was made."""

    lang: str = "en"
    lexicons: Path | None = None
    explain: bool = False

    def book(self) -> Codebook:
        """The codebook whose labels are shown."""
        from marsad.codebook import codebook_of
        from marsad.resources import Resources

        return codebook_of(Resources(self.lexicons))

    def explaining(self) -> Explain:
        """What tells of an item how it was made."""
        from marsad.report.outline import unexplained

        if not self.explain:
            return unexplained
        from marsad.explanation import Explanation

        return Explanation(self.lang, self.lexicons)


class Sink(Protocol):
    """Takes records. `has` tells which are there already, from an interrupted run."""

    def has(self, id: str) -> bool: ...
    def write(self, record: Record) -> None: ...
    def finish(self, keep: bool) -> None: ...


class _Lines:
    """One JSON object a line."""

    def __init__(self, target: _Target, resume: bool) -> None:
        self._target = target
        self._there = target.ids() if resume else frozenset[str]()

    def has(self, id: str) -> bool:
        return id in self._there

    def write(self, record: Record) -> None:
        self._target.stream.write(to_json(record) + "\n")

    def finish(self, keep: bool) -> None:
        self._target.finish(keep)


class _Report:
    """A report a person can read."""

    def __init__(self, target: _Target, manner: Manner) -> None:
        from marsad.report import Report

        self._target = target
        self._report = Report(target.stream, manner.lang, book=manner.book(), explain=manner.explaining())

    def has(self, id: str) -> bool:
        return False

    def write(self, record: Record) -> None:
        self._report.show(record)
        self._target.stream.flush()

    def finish(self, keep: bool) -> None:
        self._target.finish(keep)


class _Pages:
    """Pages for a browser: one file of all documents, or a folder of a page each."""

    def __init__(self, target: _Target | None, folder: Path, manner: Manner) -> None:
        from marsad.cli.pages import Folder, OneFile
        from marsad.report.html import Pages

        pages = Pages(manner.lang, manner.book(), manner.explaining())
        self._target = target
        self._to = OneFile(target.stream, pages) if target else Folder(folder, pages)

    def has(self, id: str) -> bool:
        return False

    def write(self, record: Record) -> None:
        self._to.write(record)

    def finish(self, keep: bool) -> None:
        self._to.finish()
        if self._target:
            self._target.finish(keep)


class _Target:
    """A stream to write to. A file is written beside its name and takes it when all is there."""

    def __init__(self, path: Path | None, resume: bool) -> None:
        self._path = path
        self._part: Path | None = None
        if path is None:
            # The terminal's own encoding may lack Arabic; a pipe's reader expects UTF-8.
            sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
            self.stream: IO[str] = sys.stdout
            return
        # A device or a pipe must be written to as it is, not replaced by a file.
        self._part = None if path.exists() and not path.is_file() else path.with_name(path.name + PART)
        try:
            if resume and self._part and self._part.exists():
                _drop_unfinished_line(self._part)
            self.stream = (self._part or path).open("a" if resume else "w", encoding="utf-8", newline="\n")
        except OSError as error:
            raise OutputError(f"{path}: can't be written: {error.strerror}: choose another --output") from None

    def ids(self) -> frozenset[str]:
        """Ids of the records that an interrupted run has left."""
        import msgspec

        if self._part is None:
            return frozenset()
        with self._part.open("rb") as file:
            return frozenset(msgspec.json.decode(line)["id"] for line in file)

    def finish(self, keep: bool) -> None:
        """Everything is written. A file without any record is not kept, and what stood there before stays."""
        self.stream.flush()
        if self._path is None or self._part is None:
            return
        os.fsync(self.stream.fileno())
        self.stream.close()
        if keep:
            self._part.replace(self._path)
        else:
            self._part.unlink()

    def close(self) -> None:
        """Close what is open; an unfinished file stays under its other name, for --resume."""
        if self._path is not None:
            self.stream.close()


def _drop_unfinished_line(part: Path) -> None:
    """Cut off the line that an interrupted run did not finish."""
    with part.open("rb+") as file:
        size = file.seek(0, os.SEEK_END)
        tail = b""
        while size and b"\n" not in tail:
            size = max(0, size - 65_536)
            file.seek(size)
            tail = file.read()
        file.truncate(size + tail.rfind(b"\n") + 1)


@contextmanager
def open_sink(form: str, output: Path | None, resume: bool, manner: Manner) -> Iterator[Sink]:
    """The sink of a format (report, html, jsonl): a file, a folder of pages, standard output. Raises OutputError."""
    if form == "html":
        from marsad.cli.pages import is_folder

        if output is not None and is_folder(output):
            yield _Pages(None, output, manner)
            return
    target = _Target(output, resume)
    try:
        if form == "jsonl":
            yield _Lines(target, resume)
        else:
            yield _Report(target, manner) if form == "report" else _Pages(target, Path(), manner)
    finally:
        target.close()
