"""What must hold of everything that is read, whatever it was: asserted by the bounded tests and by the long command."""

from __future__ import annotations

from io import BytesIO
from random import Random
from typing import Any

from tests.ingest import files
from tests.items import items

from marsad.errors import InputError
from marsad.ingest import Ingest, SetAside, Skipped
from marsad.model import Document, Record
from marsad.model.serialise import to_json
from marsad.reader import Reader

PUBLISHED = (None, "2016-12-12", "2016", "2016-12", "9999-12-31", "0001-01-01")
# The text that an item states of itself, where it stands verbatim between its offsets.
_VERBATIM = ("text", "trigger", "cue")
# Each of these starts a program of its own.
SLOW = frozenset({"a.pdf"})


def read(reader: Reader, text: str, published: str | None = None) -> Record:
    """The record of a text, after the checks that hold for every record."""
    record = reader.read(text, published=published)
    assert record.text == text or len(text) > len(record.text) or not text.isprintable(), "the text changed"
    held, length = record.text, len(record.text)
    ids = set()
    for item in items(record):
        assert 0 <= item.start < item.end <= length, item
        assert item.id not in ids, item
        ids.add(item.id)
        for name in _VERBATIM:
            told = getattr(item, name, None)
            assert told is None or held[item.start : item.end] == told, item
        _inside(item, held)
    to_json(record).encode()
    for before, after in zip(record.sentences, record.sentences[1:], strict=False):
        assert before.start < before.end <= after.start
    return record


def _inside(item: Any, text: str) -> None:
    """References and spans inside an item stand in the text too."""
    content = getattr(item, "content", None)
    assert content is None or 0 <= content.start < content.end <= len(text), item
    for name in ("perpetrators", "targets", "place", "places"):
        for ref in getattr(item, name, None) or ():
            assert ref.start is None or text[ref.start : ref.end] == ref.text, item


def ingest(name: str, data: bytes) -> list[Document]:
    """The documents of a file's bytes, after the check that nothing but documented errors came."""
    found = list(Ingest().read_stream(BytesIO(data), name))
    for item in found:
        assert isinstance(item, Document | SetAside | Skipped | InputError), item
    return [item for item in found if isinstance(item, Document)]


_bytes: dict[str, bytes] = {}


def container(chance: Random, slow: bool = False) -> tuple[str, bytes]:
    """A file of some format, cut, damaged, doubled, or under another's name."""
    names = [name for name in files.EVERY if slow == (name in SLOW)]
    name = chance.choice(names)
    data = bytearray(_bytes.setdefault(name, files.EVERY[name]()))
    match chance.randrange(5):
        case 0:
            del data[chance.randrange(len(data)) :]
        case 1:
            at = chance.randrange(len(data))
            data[at:at] = data[at : at + chance.randrange(1, 200)] * chance.randrange(1, 20)
        case 2:
            at = chance.randrange(len(data))
            del data[at : at + chance.randrange(1, 40)]
        case 3:
            name = chance.choice(names)
        case _:
            pass
    for _ in range(chance.choice((0, 1, 5, 50))):
        if data:
            data[chance.randrange(len(data))] = chance.choice((0, 0xFF, 0x22, 0x3C, chance.randrange(256)))
    return name, bytes(data)
