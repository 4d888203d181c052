"""`marsad purge`: a document out of a case, for good."""

from __future__ import annotations

from pathlib import Path

import click

from marsad.cli.listing import case_file, opened


@click.command()
@case_file
@click.argument("document", required=False)
@click.option("--yes", is_flag=True, help="Do not ask.")
def purge(case: Path, document: str | None, yes: bool) -> None:
    """Remove a document from a case for good: bytes, text, everything read from it, decisions on it.

    DOCUMENT is its number or id (marsad documents). What stays is that a document of this number was purged, and
    the day. Copies in other documents are named, and stay. The file you added, copies of the case and backups are
    yours to remove. Without DOCUMENT a purge that was interrupted is finished.

    \b
    marsad purge hamrin.marsad 17
    marsad purge hamrin.marsad 17 --yes
    """
    with opened(case, write=True) as held:
        if document is None:
            held.finish_purge()
            return
        found = held.document(document)
        others = held.copies(found.number)
        if not yes:
            click.confirm(
                f"Remove {found.number} ({found.id}: {found.title or 'no title'}) for good?", abort=True, err=True
            )
        held.purge(found.number)
    click.echo(f"{case}: document {found.number} was purged", err=True)
    if others:
        names = ", ".join(f"{other.number} ({other.id})" for other in others)
        click.echo(f"marsad: copies of it, or nearly, are still there: {names}", err=True)
