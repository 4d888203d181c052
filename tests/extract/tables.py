"""Reads the case tables of tests/cases."""

from __future__ import annotations

from pathlib import Path

from marsad.resources import read_rows

CASES = Path(__file__).parents[1] / "cases"


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table by their columns; \\n in a cell is a line end."""
    return [{key: cell.replace("\\n", "\n") for key, cell in row.items()} for row in read_rows(CASES / name)]
