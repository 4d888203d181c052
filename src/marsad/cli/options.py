"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from marsad.ingest.dates import edtf_date

lexicons = click.option(
    "--lexicons",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    envvar="MARSAD_LEXICONS",
    metavar="DIR",
    help="A folder of your own words, rules and places, laid out like marsad/data. Also: MARSAD_LEXICONS.",
)

language = click.option(
    "--lang", type=click.Choice(["en", "ar"]), default="en", show_default=True, help="Language of labels and headings."
)


class EdtfDate(click.ParamType[str]):
    """A date as EDTF: 2016-12-12, 2016-12, 2016."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The date. Fails with a message that shows the form."""
        date = edtf_date(value)
        if date is None:
            self.fail(f"{value!r} is no date that exists: write it like 2016-12-12 (or 2016-12, 2016)", param, ctx)
        return date
