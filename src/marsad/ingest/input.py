"""One input as the readers of formats see it: a file, a pipe, or a member of an archive."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from marsad.errors import BrokenDocumentError

MAX_BYTES = 200_000_000
"""A file (or a line of JSON Lines) above this is refused: it is a collection, not a document."""


@dataclass(slots=True)
class Input:
    """Bytes to read, once. `columns` says which column or field holds what: {"text": "body"}. `skim` tells of a page
    of a web archive whether it is worth being parsed."""

    stream: BinaryIO
    columns: Mapping[str, str] = field(default_factory=dict)
    skim: Callable[[bytes], bool] | None = None

    def whole(self, limit: int = MAX_BYTES) -> bytes:
        """All bytes. Raises BrokenDocumentError where there are none, or more than the limit."""
        data = self.stream.read(limit + 1)
        if not data.strip():
            raise BrokenDocumentError("is empty")
        if len(data) > limit:
            raise BrokenDocumentError(f"is larger than {limit:,} bytes: split it into documents, one a line of .jsonl")
        return data

    def lines(self) -> Iterator[tuple[int, bytes]]:
        """Numbered lines. Raises BrokenDocumentError for a file without any, and for a line without an end in sight."""
        some = False
        for number, line in enumerate(iter(lambda: self.stream.readline(MAX_BYTES), b""), 1):
            some = some or bool(line.strip())
            if len(line) == MAX_BYTES:
                raise BrokenDocumentError(f"line {number} is longer than {MAX_BYTES:,} bytes: is it JSON Lines?")
            yield number, line
        if not some:
            raise BrokenDocumentError("is empty")

    def head(self, size: int) -> bytes:
        """The first bytes, which stay to be read."""
        data = self.stream.read(size)
        self.stream = behind(data, self.stream)
        return data

    def seekable(self) -> BinaryIO:
        """A stream that can be read in any order, as tables and archives must be; what can't is held in memory."""
        return self.stream if self.stream.seekable() else io.BytesIO(self.whole())


def behind(first: bytes, stream: BinaryIO) -> BinaryIO:
    """The stream with some bytes that were read from it before it again."""
    if stream.seekable():
        stream.seek(-len(first), io.SEEK_CUR)
        return stream
    return io.BufferedReader(_Chained(first, stream), 1 << 16)


class _Chained(io.RawIOBase):
    """Some bytes, then a stream."""

    def __init__(self, first: bytes, stream: BinaryIO) -> None:
        self._first = first
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._first[: len(buffer)] or self._stream.read(len(buffer))
        self._first = self._first[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)
