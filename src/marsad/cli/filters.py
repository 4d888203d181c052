"""The filters that questions to a case share: the same words everywhere, and what is shown is what is exported."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

import click

from marsad.case.selection import Selection
from marsad.cli import options
from marsad.collecting import collection_paused

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--actor", help="A key or name; in any role."),
    click.option("--place", help="A name, a gazetteer id, a province or a country (SY)."),
    click.option("--until", type=options.EdtfDate(), help="What may have been on this day or before."),
    click.option("--outlet", "outlets", multiple=True, help="An outlet, as `marsad documents` names it. Repeatable."),
)
_SINCE = (click.option("--since", type=options.EdtfDate(), help="What may have been on this day or later."),)


_CHANGES = (
    click.option("--since", type=options.EdtfDate(revisions=True), metavar="DATE|REVISION",
                 help="What may have been on this day or later; with a revision (r17): what changed after it."),
    click.option("--changed-since", "since_change", type=options.EdtfDate(revisions=True), metavar="DATE|REVISION",
                 help="Only what changed after a revision of the case (r17), or on this day or later."),
)  # fmt: skip


def filters(sort: str | None = None, meaning: str = "", changes: bool = False) -> Callable[[F], F]:
    """The filters as options; the command gets them as `selection`.

    `sort` names one more option for the types of what is asked for (--type, --category). A day that is named by
    month or year alone is its first (--since) or last (--until). With `changes` the command can be asked for what
    changed since, and gets that as `since_change`."""

    def decorate(command: F) -> F:
        @wraps(command)
        def filtered(*args: Any, **given: Any) -> Any:
            if changes and options.is_revision(given["since"]):
                given["since_change"] = given["since"]
                given["since"] = None
            selection = Selection(
                types=given.pop("types", ()),
                actor=given.pop("actor"),
                place=given.pop("place"),
                since=options.first_day(given.pop("since")),
                until=options.last_day(given.pop("until")),
                outlets=given.pop("outlets"),
            )
            with collection_paused():
                return command(*args, selection=selection, **given)

        wrapped: Any = filtered
        for option in reversed((*(_CHANGES if changes else _SINCE), *_OPTIONS)):
            wrapped = option(wrapped)
        if sort:
            wrapped = click.option(sort, "types", multiple=True, help=f"{meaning} Repeatable.")(wrapped)
        return wrapped  # type: ignore[no-any-return]

    return decorate
