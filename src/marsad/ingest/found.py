"""What a format reader finds in its bytes: one document's fields, before it becomes a Document."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.model.warning import ReadingWarning


@dataclass(frozen=True, slots=True)
class Found:
    """A text and what its format says of it. `published` is as written there, not yet a date; `published_basis`
    is `given` or `metadata`. `sha256` is of the bytes that held this document alone."""

    text: str
    sha256: str
    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    published_basis: str = "given"
    url: str | None = None
    retrieved: str | None = None
    encoding: str = "utf-8"
    warnings: tuple[ReadingWarning, ...] = ()
