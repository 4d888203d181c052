"""`marsad`: the group of commands. A new command is one line in COMMANDS."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click

from marsad import __version__
from marsad.errors import MarsadError

# Name: module and object, and the line that `marsad --help` shows without importing the module.
COMMANDS = {
    "read": ("marsad.cli.read:read", "Read documents: print a report or write records."),
    "add": ("marsad.cli.add:add", "Read documents into a case, a file that holds many."),
    "documents": ("marsad.cli.documents:documents", "Print what a case holds, and what could not be read."),
    "events": ("marsad.cli.events:events", "Print the events of a case."),
    "why": ("marsad.cli.why:why", "Print why actors do what they do, and who says so."),
    "timeline": ("marsad.cli.timeline:timeline", "Print the events in time, each once, with all its reports."),
    "places": ("marsad.cli.indexes:places", "Print the places of a case."),
    "actors": ("marsad.cli.indexes:actors", "Print the actors of a case."),
    "compare": ("marsad.cli.compare:compare", "Print what two outlets, or two periods, share and what only one says."),
    "search": ("marsad.cli.search:search", "Find words in the texts of a case."),
    "coverage": ("marsad.cli.coverage:coverage", "Print what a case covers, and what awaits review."),
    "link": ("marsad.cli.link:link", "Link the reports of one event across documents."),
    "export": ("marsad.cli.export:export", "Write a case in a format of other tools, safe by default."),
    "bundle": ("marsad.cli.bundle:bundle", "Write a selection as evidence: signed, with hashes; or check one."),
    "review": ("marsad.cli.review:review", "Accept, reject, correct, add; see and undo what people decided."),
    "reread": ("marsad.cli.reread:reread", "Read a case again with newer tables; people's values stay."),
    "purge": ("marsad.cli.purge:purge", "Remove a document from a case for good."),
    "scale": ("marsad.cli.scale:scale", "Read many documents in partitions, to Parquet; on a Ray cluster too."),
    "serve": ("marsad.cli.serve:serve", "Open the workbench on a case in the browser."),
    "codebook": ("marsad.cli.codebook:codebook", "Print the types and categories and what they mean."),
    "schema": ("marsad.cli.schema:schema", "Print the JSON Schema of a record."),
    "evaluate": ("marsad.cli.evaluate:evaluate", "Compare records with annotated documents."),
    "gazetteer": ("marsad.cli.gazetteer:gazetteer", "Look places up, or import more of them."),
    "lexicon": ("marsad.cli.lexicon:lexicon", "Look actors and words up; add, import and check your own."),
}
NOTHING_DONE = 2


class LazyGroup(click.Group):
    """Imports a command's module only when the command runs, so that each starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command = getattr(import_module(module), name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of commands, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Runs a command; marsad's own errors become a line on standard error and exit status 2."""
        try:
            return super().main(*args, **kwargs)
        except MarsadError as error:
            click.echo(f"marsad: {error}", err=True)
            sys.exit(NOTHING_DONE)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="marsad")
def main() -> None:
    """Reads Arabic reporting of armed conflict: what happened, where, when, to whom, who says so, and why.

    \b
    marsad read article.txt --published 2016-12-12
    marsad read articles/ --format jsonl --output records.jsonl
    marsad codebook shelling
    """
