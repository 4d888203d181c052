"""Answers of a case in the forms that `--format` takes: one JSON array, CSV, or a table for the terminal."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
import msgspec
from msgspec import Raw

from marsad.case.case import Case, open_case
from marsad.collecting import collection_paused
from marsad.export.cells import guarded

FORMATS = ("table", "json", "csv")

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
def print_rows(
    rows: Iterable[Mapping[str, Any] | Raw], form: str, columns: Sequence[str], table: Sequence[str] = ()
) -> None:
    """Print rows: as JSON whole (a row may be JSON already), as CSV with `columns`, as a table with `table` (else
    `columns`); a line a row."""
    if form == "json":
        encode = msgspec.json.Encoder().encode
        lines = [bytes(row) if isinstance(row, Raw) else encode(row) for row in rows]
        # Bytes as they are: texts of megabytes are not turned into characters and back.
        click.echo(b"[\n" + b",\n".join(lines) + b"\n]" if lines else b"[]")
        return
    cells = [row if isinstance(row, Mapping) else msgspec.json.decode(row) for row in rows]
    if form == "csv":
        click.echo(as_csv(cells, columns), nl=False)
    else:
        print_lines(_line(row, table or columns) for row in cells)


def line(*parts: str | None) -> str:
    """A line of the table form: parts that are there, without what could command or reorder a terminal."""
    from marsad.report.safe import safe

    return safe(" · ".join(part for part in parts if part))


def print_lines(lines: Iterable[str]) -> None:
    """Print lines, in one go; nothing where there are none."""
    text = "\n".join(lines)
    if text:
        click.echo(text)


def say(*parts: str | None) -> None:
    """Print one line of the table form."""
    click.echo(line(*parts))


def as_csv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> str:
    """CSV with a head; a text that a spreadsheet would take for a formula gets an apostrophe before it."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return text.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, list | tuple | dict):
        value = msgspec.json.encode(value).decode("utf-8")
    return guarded(value)


def _line(row: Mapping[str, Any], columns: Sequence[str]) -> str:
    """The cells of a row parted by a dot; what it does not have is left out."""
    return line(*(str(row[column]) for column in columns if row.get(column) not in (None, "", [], ())))
