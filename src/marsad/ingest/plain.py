"""Plain text files: the whole file is one document."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from marsad.ingest.encoding import decode
from marsad.ingest.found import Found


def read_plain(data: bytes) -> Iterator[Found]:
    """The document of a text file. It has no title of its own: its first line may be one, and stays where it is."""
    decoded = decode(data)
    yield Found(decoded.text, hashlib.sha256(data).hexdigest(), encoding=decoded.encoding, warnings=decoded.warnings)
