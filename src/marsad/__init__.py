"""marsad reads Arabic reporting of armed conflict.

    import marsad

    record = marsad.read(text, published="2016-12-12", outlet="وكالة")
    for event in record.events:
        print(event.type, event.trigger, event.date)

    with marsad.open_case("hamrin.marsad") as case:
        for event in case.events():
            print(event.document.outlet, event.value.trigger, event.words)

`read` is for one text; a `Reader` for many; a case holds documents, records and corrections in one file."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from marsad.errors import MarsadError
from marsad.model import Document, Record
from marsad.reader import Reader
from marsad.version import __version__

if TYPE_CHECKING:
    from marsad.case import Case

__all__ = ["Document", "MarsadError", "Reader", "Record", "__version__", "open_case", "read"]


@cache
def _reader() -> Reader:
    return Reader()


def read(text: str, *, published: str | None = None, outlet: str | None = None, title: str | None = None) -> Record:
    """The record of one text. `published`: EDTF date of publication, e.g. "2016-12-12"."""
    return _reader().read(text, published=published, outlet=outlet, title=title)


def open_case(path: str | os.PathLike[str], *, write: bool = False) -> Case:
    """A case, to be used in a `with`; `write` allows changes, and makes the file where there is none.

    Raises CaseError where the file is no case, of a newer version, damaged, or may not be written."""
    from marsad.case import open_case

    return open_case(path, write=write)
