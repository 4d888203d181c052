"""Answers of a case in the forms that `--format` takes: one JSON array, CSV, or a table for the terminal."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
import msgspec

from marsad.case.case import Case, open_case
from marsad.export.cells import guarded

FORMATS = ("table", "json", "csv")

form = click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
case_file = click.argument("case", type=click.Path(path_type=Path))


def opened(case: Path, write: bool = False) -> Case:
    """The case of a command that needs one which is there."""
    return open_case(case, write=write and case.exists())


def print_rows(rows: Iterable[Mapping[str, Any]], form: str, columns: Sequence[str], table: Sequence[str] = ()) -> None:
    """Print rows: as JSON whole, as CSV with `columns`, as a table with `table` (else `columns`), a line a row."""
    if form == "json":
        # As json.dumps with indent=1, which is written in Python and ten times slower.
        click.echo(msgspec.json.format(msgspec.json.encode(list(rows)), indent=1).decode("utf-8"))
    elif form == "csv":
        click.echo(as_csv(rows, columns), nl=False)
    else:
        _print_table(list(rows), table or columns)


def say(*parts: str | None) -> None:
    """A line of the table form: parts that are there, without what could command or reorder a terminal."""
    from marsad.report.safe import safe

    click.echo(safe(" · ".join(part for part in parts if part)))


def as_csv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> str:
    """CSV with a head; a text that a spreadsheet would take for a formula gets an apostrophe before it."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return text.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, list | tuple | dict):
        value = json.dumps(value, ensure_ascii=False)
    return guarded(value)


def _print_table(rows: list[Mapping[str, Any]], columns: Sequence[str]) -> None:
    """A line for each row, its cells parted by a dot; what a row does not have is left out."""
    for row in rows:
        say(*(str(row[column]) for column in columns if row.get(column) not in (None, "", [], ())))
