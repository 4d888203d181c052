"""Which column of a table, or field of a JSON object, holds what of a document: told by the user, or by its name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from marsad.errors import BrokenDocumentError
from marsad.folders import DATA
from marsad.resources import read_rows
from marsad.text.fold import fold

FIELDS = ("text", "id", "title", "published", "outlet", "url", "retrieved")


@lru_cache(maxsize=256)
def _guessed(names: tuple[str, ...]) -> dict[str, str]:
    known = {_key(name): name for name in reversed(names)}
    table = _table()
    return {field: known[key] for field, keys in table.items() if (key := next(filter(known.__contains__, keys), None))}


def assign(names: tuple[str, ...], given: Mapping[str, str]) -> Mapping[str, str]:
    """The column of each field: {"text": "نص الخبر"}; fields without one are missing.

    `given` (the user's word) comes before guesses. Raises BrokenDocumentError where a column that the user names is
    not there, and where no column is known to hold the text."""
    columns = {field: name for field, name in _guessed(names).items() if name not in given.values()} | dict(given)
    for field, name in given.items():
        if name not in names:
            raise BrokenDocumentError(f"has no column {name!r} for {field} (its columns: {_listed(names)})")
    if "text" not in columns:
        raise BrokenDocumentError(
            f"has no column known to hold the document's words (its columns: {_listed(names)}): "
            "say which one does: --map text=COLUMN"
        )
    return columns


@cache
def _table() -> dict[str, list[str]]:
    rows = read_rows(DATA / "vocab" / "columns.tsv")
    return {row["field"]: [_key(name) for name in row["names"].split("|")] for row in rows}


def _key(name: str) -> str:
    """A column's name without what makes no difference. Long ones are no names, and are not folded whole."""
    return "".join(c for c in fold(name[:60]).text.casefold() if c.isalnum())


def _listed(names: tuple[str, ...]) -> str:
    shown = ", ".join(name[:40] for name in names[:12])
    return (shown + (" …" if len(names) > 12 else "")) or "none"
