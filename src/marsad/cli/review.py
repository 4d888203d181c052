"""`marsad review`: people's decisions on what was read; every one adds to the history, none overwrites anything."""

from __future__ import annotations

import getpass
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from marsad.case.history import Decision
from marsad.cli.counting import counted
from marsad.cli.listing import case_file, form, opened, print_rows

_COLUMNS = ("entry", "at", "who", "action", "document", "identity", "field", "machine", "value", "undoes", "comment")


def _login() -> str:
    """The name that this user has here; in a container there may be none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


by = click.option(
    "--by",
    "who",
    envvar="MARSAD_REVIEWER",
    default=_login,
    show_default="your login",
    help="Who decides. Also: MARSAD_REVIEWER.",
)
note = click.option("--comment", help="Why.")
item = click.argument("item", metavar="ITEM")


@click.group()
def review() -> None:
    """Accept, reject, correct, comment, add; see and undo what people decided.

    ITEM is what marsad events shows first: the document's number and the item's id (17:e2; r3 is a reason, s1 a
    statement, p4 a place, a5 an actor …)."""


@review.command()
@case_file
@item
@by
@note
def accept(case: Path, item: str, who: str, comment: str | None) -> None:
    """Say that an item is right.

    \b
    marsad review accept hamrin.marsad 17:e2 --by samar
    """
    with opened(case, write=True) as held:
        _told(held.accept(item, who, comment))


@review.command()
@case_file
@item
@by
@note
def reject(case: Path, item: str, who: str, comment: str | None) -> None:
    """Say that an item is wrong: answers leave it out from now on.

    \b
    marsad review reject hamrin.marsad 17:e2 --comment "a wish, no event"
    """
    with opened(case, write=True) as held:
        _told(held.reject(item, who, comment))


@review.command()
@case_file
@item
@click.argument("field")
@click.argument("value")
@by
@note
def correct(case: Path, item: str, field: str, value: str, who: str, comment: str | None) -> None:
    """Give a FIELD of an item another VALUE. The machine's value is kept beside it.

    FIELD is a field of docs/record.md. VALUE is JSON (null, 7, {"min": 7, "max": 7}), or else taken as text.

    \b
    marsad review correct hamrin.marsad 17:e2 date 2020-05-02
    marsad review correct hamrin.marsad 17:e2 killed '{"min": 6, "max": 6}'
    """
    with opened(case, write=True) as held:
        _told(held.correct(item, who, field, _value(value), comment))


@review.command()
@case_file
@item
@click.argument("words")
@by
def comment(case: Path, item: str, words: str, who: str) -> None:
    """Say something about an item.

    \b
    marsad review comment hamrin.marsad 17:e2 "see also 23:e1"
    """
    with opened(case, write=True) as held:
        _told(held.comment(item, who, words))


@review.command()
@case_file
@click.argument("document")
@click.argument("layer")
@click.argument("value")
@by
@note
def add(case: Path, document: str, layer: str, value: str, who: str, comment: str | None) -> None:
    """Add an item that the machine did not find to a LAYER (events, reasons …) of a DOCUMENT.

    VALUE is JSON with start and end, offsets into the text, and the layer's fields of docs/record.md.

    \b
    marsad review add hamrin.marsad 17 events '{"start": 120, "end": 125, "type": "clash"}'
    """
    found = _value(value)
    if not isinstance(found, dict):
        raise click.UsageError(f'{value!r} is no JSON object: write it like \'{{"start": 120, "end": 125}}\'')
    with opened(case, write=True) as held:
        _told(held.add(document, layer, found, who, comment))


@review.command()
@case_file
@click.argument("name")
@click.argument("key")
@click.option("--yes", is_flag=True, help="Do not ask.")
@by
@note
def alias(case: Path, name: str, key: str, yes: bool, who: str, comment: str | None) -> None:
    """Say which actor a NAME means, in the whole case and in what is added to it later.

    KEY is the actor's key (marsad lexicon find). What would change is shown before it is asked whether to do it.

    \b
    marsad review alias hamrin.marsad "كتيبة النور" al_nour_battalion
    """
    with opened(case, write=True) as held:
        changes = held.preview_alias(name, key)
        rows = [
            {"item": c.reference, "text": c.text, "field": c.field, "change": f"{_key(c.before)} → {_key(c.after)}"}
            for c in changes
        ]
        print_rows(rows, "table", ("item", "text", "field", "change"))
        click.echo(
            f"{counted(len(changes), 'item')} in {counted(len({c.document for c in changes}), 'document')}", err=True
        )
        if not yes:
            click.confirm("Apply it?", abort=True, err=True)
        _told(held.alias(name, key, who, comment))


@review.command()
@case_file
@click.argument("entry", type=int, required=False)
@by
def undo(case: Path, entry: int | None, who: str) -> None:
    """Take a decision back: an ENTRY of the history, or your last one. To undo an undo brings the decision again.

    \b
    marsad review undo hamrin.marsad
    marsad review undo hamrin.marsad 12
    """
    with opened(case, write=True) as held:
        _told(held.undo(who, entry))


@review.command()
@case_file
@click.option("--document", help="Only of this document.")
@form
def history(case: Path, document: str | None, form: str) -> None:
    """Print all decisions in their order, with who and when; undone ones too.

    \b
    marsad review history hamrin.marsad --document 17
    marsad review history hamrin.marsad --format json
    """
    with opened(case) as held:
        print_rows(_rows(held.history(document)), form, _COLUMNS)


@review.command()
@case_file
@form
def orphans(case: Path, form: str) -> None:
    """Print decisions on items that the present reading no longer has: they are kept, and apply when it has them again.

    \b
    marsad review orphans hamrin.marsad
    """
    with opened(case) as held:
        print_rows(_rows(held.orphans()), form, _COLUMNS)


def _rows(decisions: Iterable[Decision]) -> list[Mapping[str, Any]]:
    import msgspec

    return [msgspec.to_builtins(decision) for decision in decisions]


def _told(decision: Decision) -> None:
    click.echo(f"entry {decision.entry} of the history: marsad review undo takes it back", err=True)


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _key(value: Any) -> str:
    """The keys in a value, for a line of the preview."""
    if isinstance(value, list):
        return "; ".join(map(_key, value))
    if isinstance(value, dict):
        return str(value.get("key") or "unknown")
    return str(value or "unknown")
