"""Case tables: tests/cases/*.tsv, comment lines with #, then a line of column names."""

from __future__ import annotations

from pathlib import Path

from marsad.resources import read_rows

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[dict[str, str]]:
    """The rows of a case table."""
    return list(read_rows(CASES / f"{name}.tsv"))
