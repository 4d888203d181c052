"""Plain text files: the whole file is one document."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.ingest.encoding import decode
from marsad.ingest.found import Found
from marsad.ingest.input import Input


def read_plain(input: Input) -> Iterator[Found]:
    """The document of a text file. It has no title of its own: its first line may be one, and stays where it is."""
    data = input.whole()
    decoded = decode(data)
    yield Found(decoded.text, data, "txt", encoding=decoded.encoding, warnings=decoded.warnings)
