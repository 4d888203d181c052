"""`marsad places` and `marsad actors`: what a case names, and how often."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from marsad.analyse.indexes import ACTOR_ROLES, PLACE_ROLES, Indexed
from marsad.analyse.indexes import actors as index_of_actors
from marsad.analyse.indexes import places as index_of_places
from marsad.cli.counting import counted
from marsad.cli.listing import case_file, form, line, opened, print_lines, print_rows

_ACTORS = ("id", "name", "type", "documents", "origins", *ACTOR_ROLES)
_PLACES = ("id", "name", "type", "country", "admin1", "lat", "lon", "documents", "origins", *PLACE_ROLES)

_outlets = click.option("--outlet", "outlets", multiple=True, help="Only what this outlet tells. Repeatable.")
_limit = click.option("--limit", type=click.IntRange(1), help="No more rows than this.")


@click.command()
@case_file
@_outlets
@_limit
@form
def actors(case: Path, outlets: tuple[str, ...], limit: int | None, form: str) -> None:
    """Print the actors of a case, by the documents that name them, with the roles that they have.

    Persons are gathered only where they hold a public role (marsad lexicon find NAME shows whom marsad knows).

    \b
    marsad actors hamrin.marsad
    marsad actors hamrin.marsad --outlet "شبكة الفرات" --format csv
    """
    from marsad.actors.dictionary import Dictionary
    from marsad.resources import Resources

    with opened(case) as held:
        found = index_of_actors(held, Resources().of(Dictionary).by_key, outlets)[:limit]
    _print(found, form, _ACTORS)


@click.command()
@case_file
@_outlets
@_limit
@form
def places(case: Path, outlets: tuple[str, ...], limit: int | None, form: str) -> None:
    """Print the places of a case, by the documents that name them, with the events and reasons there.

    \b
    marsad places hamrin.marsad --limit 20
    marsad places hamrin.marsad --format json
    """
    with opened(case) as held:
        found = index_of_places(held, outlets)[:limit]
    _print(found, form, _PLACES)


def _print(found: Sequence[Indexed], form: str, columns: Sequence[str]) -> None:
    if form == "table":
        print_lines(map(_line, found))
    else:
        print_rows([row.plain for row in found], form, columns)


def _line(row: Indexed) -> str:
    roles = ", ".join(f"{role} {number:,}" for role, number in row.roles.items() if number)
    named = f"{counted(row.documents, 'document')}, {row.origins:,} independent"
    return line(row.id, row.text, row.type, row.details.get("country"), named, roles)
