"""`marsad lexicon`: look actors and words up, check tables; adding to them is in lexicon_add."""

from __future__ import annotations

import json
from pathlib import Path

import click

from marsad.cli.lexicon_add import add, import_
from marsad.cli.options import lexicons
from marsad.folders import DATA
from marsad.resources import Resources
from marsad.tables.actors import split
from marsad.tables.check import Checked, check_file, check_folder
from marsad.tables.lookup import Found, find_actors, find_words, record

NOT_FOUND = FAULTS = 1
_WIDTH = 26


@click.group()
def lexicon() -> None:
    """Look actors and words up; add, import and check tables of your own."""


lexicon.add_command(add)
lexicon.add_command(import_)


@lexicon.command()
@click.argument("name")
@click.option("--words", is_flag=True, help="Look among words (triggers, verbs of speech, weapons …), not actors.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="A table for people, or one JSON array.",
)
@lexicons
def find(name: str, words: bool, form: str, lexicons: Path | None) -> None:
    """Look actors or words up by NAME.

    Shown are the actors whose key, Arabic or English name NAME is, or is part of; else those spelt most like it.
    With --words the lines of word tables that hold NAME, with the class and what the class makes of it.

    \b
    marsad lexicon find حماس
    marsad lexicon find "Ahrar al-Sham" --format json
    marsad lexicon find قصف --words
    """
    resources = Resources(lexicons)
    if words:
        rows = [
            {"class": row.cls, "part": row.part, "forms": split(row.forms), "value": row.value, "table": owner,
             "file": row.path.name, "line": row.line}
            for row, owner in find_words(resources, name)
        ]  # fmt: skip
        lines = [
            f"{r['class']:<14} {r['part']:<9} {r['value'] or '-'}  [{r['table']} {r['file']}:{r['line']}]" for r in rows
        ]
    else:
        found = find_actors(resources, name)
        rows, lines = [record(actor) for actor in found], [_actor(actor) for actor in found]
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif lines:
        click.echo("\n".join(lines))
    if not rows:
        click.echo(f"no {'word' if words else 'actor'} is called {name!r}; marsad lexicon add adds one", err=True)
        raise SystemExit(NOT_FOUND)


@lexicon.command()
@click.argument("table", required=False, type=click.Path(exists=True, path_type=Path))
@lexicons
def check(table: Path | None, lexicons: Path | None) -> None:
    """Check tables: marsad's and yours, or one.

    TABLE is a file or a folder laid out like marsad/data; without it marsad's own and yours are checked.
    Told are unknown types, keys that stand twice, dates, unknown parents, triggers of unknown types, rules
    without example or counter; as warnings names that two actors share and words that trigger two types.
    Exit status: 1 where there are faults; warnings alone leave it 0.

    \b
    marsad lexicon check
    marsad lexicon check my-words/actors/user.tsv
    """
    if table is not None:
        checked = [check_folder(table) if table.is_dir() else check_file(table)]
    else:
        checked = [check_folder(root) for root in (DATA, lexicons) if root is not None]
    faults = [fault for one in checked for fault in one.faults]
    for fault in faults:
        click.echo(str(fault))
    click.echo("; ".join(_summary(one) for one in checked), err=True)
    if any(not fault.warning for fault in faults):
        raise SystemExit(FAULTS)


def _summary(checked: Checked) -> str:
    warnings = sum(fault.warning for fault in checked.faults)
    return (
        f"{checked.actors} actors, {checked.words} lines of words, {checked.rules} rules: "
        f"{len(checked.faults) - warnings} faults, {warnings} warnings"
    )


def _actor(found: Found) -> str:
    """An actor in two lines: what it is, and its other names."""
    cells = found.row.cells
    facts = [cells["type"], cells["country"], f"part of {cells['parent']}" if cells["parent"] else ""]
    years = f"{cells['since']}-{cells['until']}" if cells["since"] or cells["until"] else ""
    source = f"[{found.owner}: {cells['source'] or 'no source told'}]"
    head = f"{found.row.key:<{_WIDTH}} {cells['arabic']}  {cells['english']}"
    names = [
        f"{name} ({', '.join(marks)})" if (marks := [m.replace("_", "-") for m in found.marks(name)]) else name
        for name in split(cells["aliases"])
    ]
    told = "  ".join(part for part in (*facts, years, source) if part)
    return f"{head}\n    {told}" + (f"\n    also {'، '.join(names)}" if names else "")
