"""What a format reader finds in its bytes: one document's fields, before it becomes a Document."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.model.warning import ReadingWarning


@dataclass(frozen=True, slots=True)
class Found:
    """A text and what its format says of it. `published` is as written there, not yet a date; `published_basis`
    is `given` or `metadata`.

    `original` is the smallest stretch of bytes that holds this document alone and that the format reads again: a
    line, a row under its header, a record, an item, a whole file. `format` is the format's name (see formats.py),
    `extractor` the package that told the text from the bytes."""

    text: str
    original: bytes
    format: str
    extractor: str = "marsad"
    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    published_basis: str = "given"
    url: str | None = None
    retrieved: str | None = None
    encoding: str = "utf-8"
    warnings: tuple[ReadingWarning, ...] = ()
