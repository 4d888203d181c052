"""`marsad reread`: the documents of a case with newer tables or a newer marsad."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

import click

from marsad.case.rereading import Reread, Rereading
from marsad.cli import options
from marsad.cli.add import cores
from marsad.cli.listing import case_file, form, opened, print_rows

SOME_FAILED = 1
_COLUMNS = ("document", "change", "identity", "words", "fields")


@click.command()
@case_file
@click.option("--preview", is_flag=True, help="Show what would change, and change nothing.")
@click.option("--all", "everything", is_flag=True, help="Also documents that this version has read already.")
@click.option("--jobs", type=click.IntRange(1), default=None, help="Processes that read; as many as there are cores.")
@form
@options.lexicons
def reread(case: Path, preview: bool, everything: bool, jobs: int | None, form: str, lexicons: Path | None) -> None:
    """Read the documents of a case again where marsad or its tables, or yours, have changed since.

    Printed is what changed, item by item. People's values stay as they are; decisions on items that are no longer
    found are kept, and marsad review orphans lists them. The same command goes on where it was interrupted.

    \b
    marsad reread hamrin.marsad --preview
    marsad reread hamrin.marsad --lexicons my-words --format json
    """
    rows: list[dict[str, Any]] = []
    counts: Counter[str] = Counter()
    with opened(case, write=True) as held:
        for result in Rereading(held, jobs or cores(), lexicons, everything, preview).run():
            counts["documents"] += 1
            if result.message:
                counts["failed"] += 1
                click.echo(f"marsad: {result.message}", err=True)
            counts.update(result.counts())
            rows += _rows(result)
        orphans = len(held.orphans())
    print_rows(rows, form, _COLUMNS)
    click.echo(
        f"{case}: {counts['documents']} documents read again: {counts['added']} items added, "
        f"{counts['removed']} removed, {counts['changed']} changed; {orphans} decisions on items that are not found now"
        + (" (a preview: nothing was changed)" if preview else ""),
        err=True,
    )
    if counts["failed"]:
        sys.exit(SOME_FAILED)


def _rows(result: Reread) -> list[dict[str, Any]]:
    return [
        {
            "document": result.document.number,
            "change": change.kind,
            "identity": change.identity,
            "words": change.words,
            "fields": {name: list(values) for name, values in change.fields.items()},
        }
        for change in result.changes
    ]
