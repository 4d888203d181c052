"""Pages of the documentation that are made of the program itself: a page can't tell what the code does not do.

Each function gives the Markdown of one page. tests/docs checks that nothing is left out or undescribed."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any, Union, get_args, get_origin, get_type_hints

import click
import yaml

from marsad.cli.codebook import SECTION_LABELS
from marsad.cli.main import COMMANDS, main
from marsad.codebook import EventType, Name, codebook_of
from marsad.export.fields import field_map
from marsad.export.flat import TABLES
from marsad.export.formats import FORMATS
from marsad.folders import DATA
from marsad.grammar.grammar import Rule
from marsad.model import Record
from marsad.resources import Resources, read_rows

VOCAB = DATA / "vocab"
MAPS = ("acled", "ucdp", "polecat")
_CODEBOOK_HEAD = {
    "en": "# Codebook\n\nEvery type and category, with an example that marsad reads so: a test reads each. What decides"
    " in doubt: [methods](../methods.md).\n",
    "ar": "# دليل الترميز\n\nكل نوع وفئة مع مثال يقرؤه مرصد على هذا الوجه. التعريفات بالإنجليزية.\n",
}


def commands() -> Iterator[tuple[str, click.Command, click.Context]]:
    """Every command and subcommand with its full name."""
    for name in COMMANDS:
        command = main.get_command(click.Context(main), name)
        assert command is not None
        yield from _with_subcommands(f"marsad {name}", command, click.Context(main, info_name="marsad"), name)


def _with_subcommands(
    full: str, command: click.Command, parent: click.Context, name: str
) -> Iterator[tuple[str, click.Command, click.Context]]:
    context = click.Context(command, info_name=name, parent=parent, max_content_width=100, terminal_width=100)
    yield full, command, context
    if isinstance(command, click.Group):
        for inner, sub in command.commands.items():
            yield from _with_subcommands(f"{full} {inner}", sub, context, inner)


def rules() -> list[Rule]:
    """Every rule of every grammar."""
    resources = Resources()
    return [rule for path in resources.files("grammars/*.yml") for rule in resources.grammar(path.stem).rules]


def mechanisms() -> dict[str, dict[str, str]]:
    """What an item can name as its rule besides rules of grammars, in two languages."""
    held: dict[str, dict[str, str]] = yaml.safe_load((VOCAB / "rules.yml").read_text(encoding="utf-8"))
    return held


def meanings() -> dict[str, str]:
    """What the columns of marsad's own tables hold."""
    held: dict[str, str] = yaml.safe_load((VOCAB / "export" / "tables.yml").read_text(encoding="utf-8"))["columns"]
    return held


def examples() -> dict[tuple[str, str], str]:
    """An example for each name of the codebook, by section and name."""
    return {(row["section"], row["name"]): row["example"] for row in read_rows(VOCAB / "examples.tsv")}


def commands_page() -> str:
    """What each command takes and does, as --help prints it."""
    parts = ["# Commands\n\nMade of the program's own help. Exit status of all: 0 where everything was done, 1 where"
             " some inputs failed, 2 where nothing could be done.\n"]  # fmt: skip
    for full, command, context in commands():
        parts.append(f"{'##' if full.count(' ') == 1 else '###'} {full}\n\n```text\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


def record_page() -> str:
    """The fields of a record and of its parts, with their types, from the model's dataclasses."""
    parts = ["# Fields of the record\n\nMade of the model. What the fields mean, and what holds for all of them:"
             " [the record](../record.md). A type with “or null” is null where the text does not say.\n"]  # fmt: skip
    seen: list[Any] = [Record]
    for cls in seen:
        hints = get_type_hints(cls)
        inner = [part for hint in hints.values() for part in _classes(hint) if part not in seen]
        seen += dict.fromkeys(inner)
        rows = "\n".join(f"| `{f.name.rstrip('_')}` | {_told(hints[f.name])} |" for f in fields(cls))
        parts.append(f"## {cls.__name__}\n\n{_plain(cls.__doc__)}\n\n| field | type |\n|---|---|\n{rows}\n")
    return "\n".join(parts)


def exports_page() -> str:
    """The formats, and every column of each with what fills it."""
    rows = "\n".join(f"| `{name}` | {held.holds} |" for name, held in FORMATS.items())
    parts = [f"# Formats and columns of exports\n\nHow they are meant: [exports](../export.md).\n\n"
             f"| format | holds |\n|---|---|\n{rows}\n\n## marsad's own tables\n"]  # fmt: skip
    told = meanings()
    for name, (columns, _) in TABLES.items():
        rows = "\n".join(f"| `{column}` | {told[column]} |" for column in columns)
        parts.append(f"### {name}\n\n| column | holds |\n|---|---|\n{rows}\n")
    for name in MAPS:
        columns = field_map(name)["columns"].items()
        rows = "\n".join(f"| `{column}` | {f'`{value}`' if value else 'left blank'} |" for column, value in columns)
        parts.append(f"## {name}\n\nThe value of `export/{name}.py` that fills each column; what only the data set's"
                     f" makers can know is left blank.\n\n| column | filled with |\n|---|---|\n{rows}\n")  # fmt: skip
    return "\n".join(parts)


def rules_page() -> str:
    """Every rule with its pattern, an example that fires it, and one that must not."""
    parts = ["# Rules\n\nEvery item of a record names the `rule` that made it. A test runs both examples of each rule"
             " through the whole pipeline.\n\n## Mechanisms and tables\n\n| name | makes |\n|---|---|"]  # fmt: skip
    parts += [f"| `{name}` | {told['en']} · <bdi>{told['ar']}</bdi> |" for name, told in mechanisms().items()]
    grammar = ""
    for rule in rules():
        if (head := rule.name.partition(".")[0]) != grammar:
            grammar = head
            parts.append(f"\n## {grammar}\n")
        parts.append(
            f"### {rule.name}\n\n<div class='example' dir='rtl' lang='ar'>✓ {rule.example}</div>\n"
            f"<div class='example' dir='rtl' lang='ar'>✗ {rule.counter}</div>\n"
        )
    return "\n".join(parts)


def codebook_page(lang: str = "en") -> str:
    """Every name of the codebook, what it means, an example, and its names in ACLED and PLOVER."""
    book = Resources().of(codebook_of)
    given = examples()
    parts = [_CODEBOOK_HEAD[lang]]
    for section, entries in book.sections.items():
        parts.append(f"## {SECTION_LABELS[section][lang == 'ar']}\n")
        parts += [_entry(entry, given[section, entry.name], lang) for entry in entries.values()]
    return "\n".join(parts)


def _entry(entry: Name, example: str, lang: str) -> str:
    first, second = (entry.ar, entry.en) if lang == "ar" else (entry.en, entry.ar)
    told = [f"### {first} · {second} · `{entry.name}`", f"<p dir='ltr' lang='en'>{entry.means}</p>"]
    told.append(f"<div class='example' dir='rtl' lang='ar'>{example}</div>")
    if isinstance(entry, EventType):
        rows = [
            f"{row.event_type} / {row.sub_event_type}{f' (where {row.when})' if row.when else ''}"
            for row in entry.acled
        ]
        told.append(f"<p dir='ltr' lang='en'>ACLED: {'; '.join(rows) or 'none'} · PLOVER: {entry.plover or 'none'}</p>")
    return "\n\n".join(told) + "\n"


def _classes(hint: Any) -> Iterator[Any]:
    if is_dataclass(hint):
        yield hint
    for inner in get_args(hint):
        yield from _classes(inner)


def _told(hint: Any) -> str:
    """A type in words: a list of Event, text or null."""
    if get_origin(hint) in (Union, types.UnionType):
        return " or ".join("null" if part is type(None) else _told(part) for part in get_args(hint))
    if get_origin(hint) is tuple:
        return f"a list of {_told(get_args(hint)[0])}"
    if get_origin(hint) is dict:
        return " by ".join(_told(part) for part in reversed(get_args(hint)))
    if is_dataclass(hint):
        name = hint.__name__  # type: ignore[union-attr]
        return f"[{name}](#{name.lower()})"
    return {str: "text", int: "a whole number", float: "a number", bool: "true or false"}[hint]


def _plain(doc: str | None) -> str:
    return "\n".join(line.strip() for line in (doc or "").splitlines())


PAGES: dict[str, Callable[[], str]] = {
    "reference/commands.md": commands_page,
    "reference/codebook.md": codebook_page,
    "reference/record.md": record_page,
    "reference/exports.md": exports_page,
    "reference/rules.md": rules_page,
}
"""Pages by where they stand in the English documentation."""
