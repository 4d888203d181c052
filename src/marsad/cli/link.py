"""`marsad link`: which events of different documents are one."""

from __future__ import annotations

from pathlib import Path

import click

from marsad.analyse.links import are_fresh, relink
from marsad.case.case import Case
from marsad.cli.counting import counted
from marsad.cli.listing import case_file, opened
from marsad.errors import ReadOnlyCaseError


@click.command()
@case_file
def link(case: Path) -> None:
    """Link the reports of one event across the documents of a case.

    Other commands do this by themselves where the case has changed since. Nothing is merged: each report stays with
    its document, and `marsad export CASE links FILE` writes the groups.

    \b
    marsad link hamrin.marsad
    """
    with opened(case, write=True) as held:
        groups = relink(held)
    click.echo(f"{counted(groups, 'event')} told by more than one report")


def linked(case: Path) -> Case:
    """The case of a command that needs links, linked as it is now.

    Where it can't be written the links that are there serve, and a line on standard error says so."""
    held = opened(case)
    if are_fresh(held):
        return held
    held.close()
    try:
        with opened(case, write=True) as writable:
            click.echo("linking the reports of the case …", err=True)
            relink(writable)
    except ReadOnlyCaseError as error:
        click.echo(f"marsad: not linked anew, since the case {error}", err=True)
    return opened(case)
