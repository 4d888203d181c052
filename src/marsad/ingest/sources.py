"""Paths as the user gives them: files, folders, and - for standard input."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from marsad.errors import InputError, UnsupportedFormatError
from marsad.ingest.formats import READABLE, advice, format_of

STDIN = "-"


@dataclass(frozen=True, slots=True)
class FileSource:
    """A file to read, or standard input where `path` is None. `name` is what messages and records call it."""

    name: str
    path: Path | None


@dataclass(frozen=True, slots=True)
class Skipped:
    """Files of a folder or archive that are of kinds which marsad does not read. No failure: nobody named them."""

    folder: str
    names: tuple[str, ...]

    @property
    def message(self) -> str:
        """What was left out, in one line."""
        names = ", ".join(self.names[:3]) + (" …" if len(self.names) > 3 else "")
        files = "1 file" if len(self.names) == 1 else f"{len(self.names)} files"
        return f"{self.folder}: left out {files} of other kinds ({names}): name a file to see what to do"


def expand(paths: Iterable[str]) -> Iterator[FileSource | Skipped | InputError]:
    """The files of the paths, those of a folder in the order of their names, deep; hidden ones are passed over.

    What can't be read is given as an error in its place, so that the rest goes on."""
    for given in paths:
        if given == STDIN:
            yield FileSource("standard input", None)
            continue
        path, name = Path(given), readable_name(given)
        if path.is_dir():
            yield from _folder(path, name)
        elif not path.exists():
            yield InputError(f"{name}: there is no such file or folder: check the path")
        elif format_of(path.name) is None:
            kind = f"files ending in {path.suffix}" if path.suffix else "files without an ending"
            yield UnsupportedFormatError(f"{name}: marsad does not read {kind}: {advice(path.suffix)}")
        else:
            yield FileSource(name, path)


def _folder(folder: Path, name: str) -> Iterator[FileSource | Skipped | InputError]:
    found: list[Path] = []
    skipped: list[str] = []
    failed: list[OSError] = []
    for here, folders, files in os.walk(folder, onerror=failed.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for file in sorted(f for f in files if not f.startswith(".")):
            path = Path(here, file)
            if format_of(file):
                found.append(path)
            else:
                skipped.append(readable_name(str(path.relative_to(folder))))
    for error in failed:
        yield InputError(f"{readable_name(str(error.filename))}: {error.strerror}: check its permissions")
    if skipped:
        yield Skipped(name, tuple(skipped))
    if not found and not failed:
        yield InputError(f"{name}: the folder holds no file that marsad reads ({READABLE})")
    for path in found:
        yield FileSource(readable_name(str(path)), path)


def readable_name(path: str) -> str:
    """A path that can be printed and written as UTF-8, whatever bytes the file system holds."""
    return os.fsencode(path).decode("utf-8", "replace")
