"""Answers of a case in the forms that `--format` takes: one JSON array, CSV, or a table for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import click
import msgspec

from marsad.case.case import Case, open_case
from marsad.collecting import collection_paused
from marsad.export.cells import csv_line

Row = Mapping[str, Any] | tuple[str | int | float | None, ...]
"""A row of an answer: what it has by its columns, or cells (texts, numbers, None) in the order of the columns."""

SENTENCES = " | "
"""Between the sentences that one cell holds."""

FORMATS = ("table", "json", "csv")

_STRETCH = 100
"""Rows that are printed in one go."""

form = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="A table for people, one JSON array, or CSV.",
)
case_file = click.argument("case", type=click.Path(path_type=Path))


def opened(case: Path, write: bool = False) -> Case:
    """The case of a command that needs one which is there."""
    return open_case(case, write=write and case.exists())


@collection_paused()
def print_rows(rows: Iterable[Row | bytes], form: str, columns: Sequence[str], table: Sequence[str] = ()) -> None:
    """Print rows: as JSON whole (a row may be JSON already), as CSV with `columns`, as a table with `table` (else
    `columns`); a line a row."""
    if form == "json":
        _print_json(rows)
        return
    cells = [msgspec.json.decode(row) if isinstance(row, bytes) else row for row in rows]
    if form == "csv":
        click.echo(as_csv(cells, columns), nl=False)
    else:
        named = (row if isinstance(row, Mapping) else dict(zip(columns, row, strict=True)) for row in cells)
        print_lines(_line(row, table or columns) for row in named)


def _print_json(rows: Iterable[Row | bytes]) -> None:
    encode = msgspec.json.Encoder().encode
    written, head = (row if isinstance(row, bytes) else encode(row) for row in rows), b"[\n"
    # Bytes as they are: texts of megabytes are not turned into characters and back. A stretch at a time: its memory is
    # used again for the next, which is quicker than to ask for megabytes.
    while lines := list(islice(written, _STRETCH)):
        click.echo(head + b",\n".join(lines), nl=False)
        head = b",\n"
    click.echo(b"[]\n" if head == b"[\n" else b"\n]\n", nl=False)


def line(*parts: str | None) -> str:
    """A line of the table form: parts that are there, without what could command or reorder a terminal."""
    from marsad.report.safe import safe

    return safe(" · ".join(part for part in parts if part))


def print_lines(lines: Iterable[str]) -> None:
    """Print lines, in one go; where there are none standard error says so."""
    text = "\n".join(lines)
    if text:
        click.echo(text)
    else:
        click.echo("nothing found (marsad coverage, actors and places tell what the case holds)", err=True)


def say(*parts: str | None) -> None:
    """Print one line of the table form."""
    click.echo(line(*parts))


def as_csv(rows: Iterable[Row], columns: Sequence[str]) -> str:
    """CSV with a head; a text that a spreadsheet would take for a formula gets an apostrophe before it."""
    lines = [csv_line(columns)]
    lines += [csv_line(map(_cell, map(row.get, columns)) if isinstance(row, Mapping) else row) for row in rows]
    return "".join(lines)


_PLAIN = (str, int, float)


def _cell(value: Any) -> str | int | float | None:
    """A value in one cell: several with semicolons between them, of a mapping its names with their numbers."""
    if value is None or isinstance(value, _PLAIN):
        return value
    if isinstance(value, Mapping):
        value = [f"{name} {number}" for name, number in value.items()]
    return "; ".join(map(str, value))


def _line(row: Mapping[str, Any], columns: Sequence[str]) -> str:
    """The cells of a row parted by a dot; what it does not have is left out."""
    held = (_cell(row[column]) for column in columns if row.get(column) not in (None, "", [], (), {}))
    return line(*map(str, held))
