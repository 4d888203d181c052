"""A document read and made ready to be stored: all that takes time, done in whatever process reads."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, replace
from typing import TypeVar

import msgspec

from marsad.case.effective import effective
from marsad.case.layers import Plain
from marsad.case.projection import Row, Rows, project, sentence_rows
from marsad.case.words import indexed_words
from marsad.errors import BrokenCaseError
from marsad.ingest.fingerprint import Fingerprint, fingerprint
from marsad.model import Document, Record, Source
from marsad.model.serialise import from_plain, to_json, to_plain
from marsad.reader import Reader

T = TypeVar("T")

_PLAIN: msgspec.json.Decoder[Plain] = msgspec.json.Decoder()


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the writer stores. `record` and `original` are compressed; `aside` tells why it was not read."""

    document: Document
    text_sha256: str
    original: bytes
    record: bytes
    rows: Rows
    sentences: list[Row]
    words: str
    fingerprint: Fingerprint
    aside: str | None = None


def prepare(reader: Reader, document: Document) -> Prepared:
    """Read a document. The document given back has its text and its bytes taken out: they stand in the other fields."""
    return made_ready(document, reader.read_document(document))


def put_aside(document: Document, why: str) -> Prepared:
    """A document that is kept unread."""
    return replace(made_ready(document, unread(document)), aside=why)


def of_record(record: Record, original: bytes) -> Prepared:
    """A record that was made before, with the bytes that it was read from."""
    source = {name: getattr(record.source, name) for name in Source.__slots__}
    source["sha256"] = hashlib.sha256(original).hexdigest()
    document = Document(record.id, record.text, record.title, original=original, **source)
    return made_ready(document, replace(record, source=Source(**source)))


def unread(document: Document) -> Record:
    """The record of a document of which nothing was read."""
    known = {name: getattr(document, name) for name in Source.__slots__}
    return Record(document.id, Source(**known), document.text, document.title, warnings=document.warnings)


def pack(record: Record) -> bytes:
    """A record as a case keeps it."""
    return zlib.compress(to_json(record).encode("utf-8"), 6)


def unpack(data: bytes) -> Plain:
    """The plain values of a record that was kept. Raises BrokenCaseError for other bytes."""
    return unpack_as(data, _PLAIN)


def unpack_as(data: bytes, decoder: msgspec.json.Decoder[T]) -> T:
    """The same as what a decoder makes of it: a class may have those fields alone that are wanted."""
    try:
        return decoder.decode(zlib.decompress(data))
    except (zlib.error, msgspec.DecodeError) as error:
        raise BrokenCaseError(f"a record in the case is damaged: use a copy of the file ({error})") from None


def record_of(plain: Plain) -> Record:
    """The record of plain values."""
    return from_plain(dict(plain))


def made_ready(document: Document, record: Record) -> Prepared:
    """What the writer stores of a document and its record."""
    plain = to_plain(record)
    data = document.text.encode("utf-8")
    source = record.source
    return Prepared(
        replace(
            document,
            text="",
            original=None,
            published=source.published,
            published_basis=source.published_basis,
            outlet=source.outlet,
            language=source.language,
        ),
        hashlib.sha256(data).hexdigest(),
        zlib.compress(document.original if document.original is not None else data, 6),
        pack(record),
        project(plain, effective(plain, (), {})),
        sentence_rows(plain),
        indexed_words(plain),
        fingerprint(document.text),
    )
