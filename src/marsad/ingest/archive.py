"""Zip archives and gzip files, unpacked in memory and within limits; the names in them are never used to write."""

from __future__ import annotations

import io
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, BinaryIO, cast

from marsad.errors import BrokenDocumentError

MAX_MEMBERS = 100_000
MAX_TOTAL = 4_000_000_000
"""Bytes that an archive may unpack to, those within archives in it included."""
MAX_RATIO, RATIO_FROM = 200, 10_000_000
"""How many times its packed size a member may unpack to, from 10 MB on. Text packs to a tenth, seldom to a fiftieth."""
MAX_NESTING = 2
# What zipfile, gzip and zlib raise on damaged archives.
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError, OverflowError,
)  # fmt: skip


@dataclass(slots=True)
class Budget:
    """What is left of the limits while an archive, and those within it, are unpacked."""

    total: int = field(default_factory=lambda: MAX_TOTAL)
    members: int = field(default_factory=lambda: MAX_MEMBERS)

    def spend(self, size: int) -> None:
        """Count unpacked bytes. Raises BrokenDocumentError where they are more than the archive may hold."""
        self.total -= size
        if self.total < 0:
            raise BrokenDocumentError(f"unpacks to more than {MAX_TOTAL:,} bytes: is it a bomb? Unpack it yourself")


@contextmanager
def opened_zip(stream: BinaryIO) -> Iterator[zipfile.ZipFile]:
    """A zip archive. Raises BrokenDocumentError for what is none, or damaged."""
    try:
        archive = zipfile.ZipFile(stream)
    except _DAMAGED as error:
        raise BrokenDocumentError(f"is no zip archive, or a damaged one: {error}") from None
    with archive:
        yield archive


def members(archive: zipfile.ZipFile, budget: Budget) -> list[zipfile.ZipInfo]:
    """The files of an archive in its order, without those that file systems hide in it."""
    found = [m for m in archive.infolist() if m.filename and not m.is_dir() and not _is_hidden(m.filename)]
    budget.members -= len(found)
    if budget.members < 0:
        raise BrokenDocumentError(f"holds more than {MAX_MEMBERS:,} files: unpack it and name the folder")
    return found


@contextmanager
def opened_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: Budget) -> Iterator[BinaryIO]:
    """A file of an archive, unpacked while it is read. Raises BrokenDocumentError where it can't be."""
    if member.flag_bits & 1:
        raise BrokenDocumentError("is encrypted: unpack it with its password")
    try:
        packed = archive.open(member)
    except _DAMAGED as error:
        raise BrokenDocumentError(f"can't be unpacked: {error}") from None
    with packed:
        limited = _Limited(packed, lambda: member.compress_size, budget)
        yield io.BufferedReader(limited, 1 << 16)


def shown_name(member: zipfile.ZipInfo) -> str:
    """A member's name as it can be printed; Arabic names of archives that Windows made without UTF-8 are restored."""
    name = member.filename
    if not member.flag_bits & 0x800 and not name.isascii():
        raw = name.encode("cp437", "replace")
        name = next((held for page in ("utf-8", "cp720", "cp864") if (held := _decoded(raw, page))), name)
    return "".join(c if c.isprintable() else "\ufffd" for c in name)


class _Limited(io.RawIOBase):
    """A stream that stops where it gives more than its packed size explains, or than its archive may hold.

    `size` tells the packed bytes (of a gzip file: those read so far)."""

    def __init__(self, packed: IO[bytes], size: Callable[[], int], budget: Budget) -> None:
        self._packed = packed
        self._size = size
        self._given = 0
        self._budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._packed.read(len(buffer))
        except _DAMAGED as error:
            raise BrokenDocumentError(f"can't be unpacked: {error or 'it breaks off'}") from None
        self._given += len(data)
        if self._given > RATIO_FROM and self._given > MAX_RATIO * self._size():
            raise BrokenDocumentError(
                f"unpacks to more than {MAX_RATIO} times its size: is it a bomb? Unpack it yourself"
            )
        self._budget.spend(len(data))
        buffer[: len(data)] = data
        return len(data)


def unpacked_gzip(stream: BinaryIO) -> BinaryIO:
    """What a gzip file unpacks to. Reading raises BrokenDocumentError where it is damaged, or a bomb.

    It may be longer than an archive: its formats (lines, web archives) are read in a stream."""
    import gzip

    packed = gzip.GzipFile(fileobj=stream)
    return io.BufferedReader(_Limited(cast(BinaryIO, packed), stream.tell, Budget(total=sys.maxsize)), 1 << 16)


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in name.replace("\\", "/").split("/") if part != "..")


def _decoded(raw: bytes, page: str) -> str | None:
    try:
        name = raw.decode(page)
    except (UnicodeDecodeError, LookupError):
        return None
    return name if any("\u0600" <= c <= "\u06ff" for c in name) else None
