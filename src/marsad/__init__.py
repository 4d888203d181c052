"""marsad reads Arabic reporting of armed conflict.

    import marsad

    record = marsad.read(text, published="2016-12-12", outlet="وكالة")
    for event in record.events:
        print(event.type, event.trigger, event.date)

`read` is for one text; a `Reader` for many."""

from __future__ import annotations

from functools import cache

from marsad.errors import MarsadError
from marsad.model import Document, Record
from marsad.reader import Reader

__version__ = "0.1.0"
__all__ = ["Document", "MarsadError", "Reader", "Record", "__version__", "read"]


@cache
def _reader() -> Reader:
    return Reader()


def read(text: str, *, published: str | None = None, outlet: str | None = None, title: str | None = None) -> Record:
    """The record of one text. `published`: EDTF date of publication, e.g. "2016-12-12"."""
    return _reader().read(text, published=published, outlet=outlet, title=title)
