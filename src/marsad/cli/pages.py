"""Where pages go: all documents in one file, or a page each in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import IO, TYPE_CHECKING

import regex

from marsad.errors import OutputError

if TYPE_CHECKING:
    from marsad.model import Record
    from marsad.report.html import Pages
    from marsad.report.html.markup import Markup

INDEX = "index.html"
SUFFIXES = frozenset({".html", ".htm"})
_LONGEST = 80
_UNFIT = regex.compile(r"[^\w.-]+")


def is_folder(output: Path | None) -> bool:
    """Whether pages go into a folder: one that is there, or a name that does not end in .html or .htm."""
    return output is not None and (output.is_dir() or (not output.exists() and output.suffix.lower() not in SUFFIXES))


class OneFile:
    """All documents in one page. It is written when all are there, since it begins with their list."""

    def __init__(self, stream: IO[str], pages: Pages) -> None:
        self._stream, self._pages = stream, pages
        self._parts: list[Markup] = []
        self._titles: list[str] = []

    def write(self, record: Record) -> None:
        """Add a document."""
        self._parts.append(self._pages.part(record, len(self._parts) + 1))
        self._titles.append(self._pages.title(record))

    def finish(self) -> None:
        """Write the page; nothing where there is no document."""
        if self._parts:
            self._stream.write(self._pages.page(self._parts, self._titles))


class Folder:
    """A page a document, named by the document's id, and index.html that lists them. Raises OutputError."""

    def __init__(self, folder: Path, pages: Pages) -> None:
        self._folder, self._pages = folder, pages
        self._files: dict[str, str] = {}

    def write(self, record: Record) -> None:
        """Write the page of a document, whole or not at all."""
        name = self._name(record.id)
        title = self._pages.title(record)
        self._files[name] = title
        self._put(name, self._pages.page([self._pages.part(record)], [title]))

    def finish(self) -> None:
        """Write the list of the pages; nothing where there is no document."""
        if self._files:
            self._put(INDEX, self._pages.index(list(self._files.items())))

    def _put(self, name: str, content: str) -> None:
        path = self._folder / name
        part = path.with_name(name + ".part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            part.write_text(content, encoding="utf-8", newline="\n")
            part.replace(path)
        except OSError as error:
            raise OutputError(f"{path}: can't be written: {error.strerror}: choose another --output") from None

    def _name(self, id: str) -> str:
        """A file name of an id: letters, digits, dots and dashes, and none that another page has."""
        stem = _UNFIT.sub("-", id).strip("-.")[:_LONGEST] or "document"
        taken = {name.casefold() for name in self._files} | {INDEX}
        name, n = f"{stem}.html", 1
        while name.casefold() in taken:
            n += 1
            name = f"{stem}-{n}.html"
        return name
