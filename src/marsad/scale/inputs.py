"""The files to read: on this machine, or in any object store that Daft reads (s3://, gs://, az://, https:// …)."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from marsad.errors import InputError, UnreachableError, UnsupportedFormatError
from marsad.ingest import Skipped
from marsad.ingest.formats import advice, format_of
from marsad.ingest.sources import FileSource, expand
from marsad.scale.engines import daft

_BUFFER = 1 << 20


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to read. `name` is what records call it, `address` where it is found from any folder.

    `size` in bytes and `modified` in nanoseconds tell whether it changed; object stores give no time (0)."""

    name: str
    address: str
    size: int
    modified: int = 0

    @property
    def is_local(self) -> bool:
        """On a disk of this machine, or one that it shows."""
        return "://" not in self.address

    def sha256(self) -> str | None:
        """The hash of a local file's bytes. Files elsewhere are known by address and size alone: reading them for it
        would cost as much as the run."""
        if not self.is_local:
            return None
        with open(self.address, "rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()


def files(paths: Iterable[str]) -> Iterator[InputFile | Skipped | InputError]:
    """The files of paths (as `marsad read` takes them) and of addresses, which may hold * and **."""
    for path in paths:
        yield from _elsewhere(path) if "://" in path else _here(path)


def _here(path: str) -> Iterator[InputFile | Skipped | InputError]:
    for source in expand([path]):
        if not isinstance(source, FileSource):
            yield source
        elif source.path is None:
            yield InputError("standard input can't be read in partitions: name files or folders")
        else:
            known = source.path.stat()
            yield InputFile(source.name, str(source.path.resolve()), known.st_size, known.st_mtime_ns)


def _elsewhere(address: str) -> Iterator[InputFile | Skipped | InputError]:
    try:
        listed = daft().from_glob_path(address).to_pydict()
    except Exception as error:  # Daft's object stores raise errors of many kinds
        yield InputError(f"{address}: can't be listed: {_first_line(error)}")
        return
    others = []
    for path, size in sorted(zip(listed["path"], listed["size"], strict=True)):
        if format_of(path) is not None:
            yield InputFile(path, path, size or 0)
        elif path == address:
            yield UnsupportedFormatError(f"{path}: marsad does not read such files: {advice(Path(path).suffix)}")
        else:
            others.append(path)
    if others:
        yield Skipped(address, tuple(others))


@contextmanager
def opened(file: InputFile) -> Iterator[BinaryIO]:
    """The file's bytes as a stream. Raises OSError, UnreachableError."""
    if file.is_local:
        with open(file.address, "rb") as stream:
            yield stream
        return
    with ExitStack() as held:
        try:
            stored = held.enter_context(daft().File(file.address).open())
        except Exception as error:
            raise UnreachableError(f"{file.address}: {_first_line(error)}") from None
        yield io.BufferedReader(_Stored(stored), _BUFFER)


class _Stored(io.RawIOBase):
    """A file of an object store, as Daft gives it, as Python's readers want it."""

    def __init__(self, held: Any) -> None:
        self._held = held

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return int(self._held.seek(offset, whence))

    def tell(self) -> int:
        return int(self._held.tell())

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._held.read(len(buffer))
        except Exception as error:
            raise UnreachableError(_first_line(error)) from None
        buffer[: len(data)] = data
        return len(data)


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0][:300] or type(error).__name__
