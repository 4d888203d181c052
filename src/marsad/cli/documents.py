"""`marsad documents`: what a case holds, and what it does not."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
import msgspec

from marsad.case.case import Case
from marsad.cli.listing import case_file, form, opened, print_rows

_COLUMNS = ("number", "id", "outlet", "published", "title", "path", "url", "words", "language", "format", "extractor",
            "encoding", "retrieved", "added", "sha256", "copy_of", "origin", "aside", "also")  # fmt: skip
_TABLE = ("number", "id", "outlet", "published", "title", "copies", "aside", "also")


@click.command()
@case_file
@click.option("--aside", is_flag=True, help="Only those set aside unread, with the reason.")
@click.option("--copies", is_flag=True, help="Only copies and near duplicates, beside the first of each group.")
@click.option("--failed", is_flag=True, help="Inputs that could not be read instead, with the reason.")
@click.option("--purged", is_flag=True, help="Numbers of documents that were purged instead.")
@form
def documents(case: Path, aside: bool, copies: bool, failed: bool, purged: bool, form: str) -> None:
    """Print the documents of a case, in the order in which they were added.

    Documents with the same `origin` are copies of one report. `also` tells other names under which a document was
    found again.

    \b
    marsad documents hamrin.marsad
    marsad documents hamrin.marsad --aside
    marsad documents hamrin.marsad --failed --format json
    """
    with opened(case) as held:
        if failed:
            print_rows([{"message": m, "at": at} for m, at in held.failures()], form, ("message", "at"))
        elif purged:
            print_rows([{"number": n, "purged": day} for n, day in held.tombstones()], form, ("number", "purged"))
        else:
            print_rows(_rows(held, aside, copies), form, _COLUMNS, _TABLE)


def _rows(case: Case, aside: bool, copies: bool) -> list[Mapping[str, Any]]:
    found = case.documents(aside=True if aside else None)
    sizes: dict[int, int] = {}
    for document in found:
        sizes[document.origin] = sizes.get(document.origin, 0) + 1
    also = case.all_sightings()
    if copies:
        found = sorted((d for d in found if sizes[d.origin] > 1), key=lambda d: (d.origin, d.number))
    return [
        {
            **msgspec.to_builtins(document),
            "also": "; ".join(also.get(document.number, ())),
            "copies": f"one of {sizes[document.origin]} copies (origin {document.origin})"
            if sizes[document.origin] > 1
            else "",
        }
        for document in found
    ]
