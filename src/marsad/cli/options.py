"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from marsad.ingest.columns import FIELDS
from marsad.ingest.dates import edtf_date
from marsad.times.bounds import bounds


def own_folder() -> Path:
    """Where a user's own tables lie when no folder is named: ~/.config/marsad, or what the platform has for it."""
    return Path(click.get_app_dir("marsad"))


def _existing(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
    """The folder that is named, else the user's own where there is one."""
    del ctx, param
    own = own_folder()
    return value if value is not None or not own.is_dir() else own


def _own(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path:
    del ctx, param
    return value or own_folder()


lexicons = click.option(
    "--lexicons",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    envvar="MARSAD_LEXICONS",
    metavar="DIR",
    callback=_existing,
    help="A folder of your own words, rules, actors and places, laid out like marsad/data. Also: MARSAD_LEXICONS. "
    "Without it ~/.config/marsad (or your platform's folder for settings) is used where it exists.",
)

into = click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="MARSAD_LEXICONS",
    metavar="DIR",
    callback=_own,
    help="Your folder, made where it does not exist. Also: MARSAD_LEXICONS. Without it ~/.config/marsad.",
)

language = click.option(
    "--lang", type=click.Choice(["en", "ar"]), default="en", show_default=True, help="Language of labels and headings."
)


def _columns(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """{"text": "body"} of text=body."""
    columns = {}
    for value in values:
        field, equals, column = value.partition("=")
        if not equals or not column or field not in FIELDS:
            told = f"{value!r} says no column of a field: write FIELD=COLUMN with one of {', '.join(FIELDS)}"
            raise click.BadParameter(told, ctx, param)
        columns[field] = column
    return columns


columns = click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="FIELD=COLUMN",
    callback=_columns,
    help="Which column of a table, or field of JSON, holds what: --map text=body --map published=day. Repeatable.",
)


class EdtfDate(click.ParamType[str]):
    """A date as EDTF: 2016-12-12, 2016-12, 2016. With `revisions` also a revision of a case: r17."""

    name = "date"

    def __init__(self, revisions: bool = False) -> None:
        self._revisions = revisions

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The date. Fails with a message that shows the form."""
        if self._revisions and is_revision(value):
            return value
        date = edtf_date(value)
        if date is None:
            self.fail(f"{value!r} is no date that exists: write it like 2016-12-12 (or 2016-12, 2016)", param, ctx)
        return date


def is_revision(value: str | None) -> bool:
    """Whether a value names a revision of a case (r17)."""
    return value is not None and value[:1] == "r" and value[1:].isascii() and value[1:].isdecimal()


def first_day(edtf: str | None) -> str | None:
    """The first day of a date."""
    day = bounds(edtf)[0]
    return day.isoformat() if day else None


def last_day(edtf: str | None) -> str | None:
    """The last day of a date."""
    day = bounds(edtf)[1]
    return day.isoformat() if day else None
