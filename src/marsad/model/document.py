"""A document as it comes out of ingest, before anything is understood."""

from __future__ import annotations

from dataclasses import dataclass, field

from marsad.model.warning import ReadingWarning


@dataclass(frozen=True, slots=True)
class Document:
    """Text and what is known of where it comes from. `outlet_key` is the outlet's key in the registry (marsad.outlets).

    `text` is as it was read and never changes; every offset of a record points into it. `published` is
    EDTF; `published_basis` is given, dateline or metadata. `sha256` is of the bytes that were read.

    `original` are those bytes, where ingest read any: the smallest stretch of the input that holds this document
    alone, which `format` (a name of `marsad.ingest.formats`) reads again. `extractor` is the package that told the
    text from them, with its version. They take no part in comparing documents."""

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    outlet_key: str | None = None
    published: str | None = None
    published_basis: str | None = None
    path: str | None = None
    url: str | None = None
    retrieved: str | None = None
    sha256: str | None = None
    encoding: str | None = None
    language: str | None = None
    warnings: tuple[ReadingWarning, ...] = ()
    original: bytes | None = field(default=None, repr=False, compare=False)
    format: str | None = field(default=None, compare=False)
    extractor: str | None = field(default=None, compare=False)
    extractor_version: str | None = field(default=None, compare=False)
