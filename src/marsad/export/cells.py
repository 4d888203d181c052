"""Cells of tables that spreadsheets open, and lines of CSV."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

FORMULA = frozenset("=+-@\t\r\n")


def guarded(value: Any) -> Any:
    """A text that a spreadsheet would take for a formula, with an apostrophe before it; anything else as it is.

    Lines end in one way, since readers of CSV take a lone carriage return for the end of a row."""
    if not isinstance(value, str):
        return value
    if "\r" in value:
        value = value.replace("\r\n", "\n").replace("\r", "\n")
    return "'" + value if value[:1] in FORMULA else value


def csv_line(cells: Iterable[Any]) -> str:
    """Texts (guarded), numbers and what is missing (None) as a line of CSV (RFC 4180) that ends in a line feed.

    The csv module's writer looks at each character by itself, which takes Arabic texts twice as long."""
    return ",".join([_written(cell) for cell in cells]) + "\n"


def _written(cell: Any) -> str:
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return str(cell)
    text: str = guarded(cell)
    return '"' + text.replace('"', '""') + '"' if '"' in text or "," in text or "\n" in text else text
