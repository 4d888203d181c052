"""Nothing that a user can ask for, or meets in a record, is without a word on what it is."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import click
import pytest

import marsad
from docs_site import reference
from marsad.codebook import codebook_of
from marsad.export.fields import field_map
from marsad.export.flat import TABLES
from marsad.export.formats import FORMATS
from marsad.model import Record
from marsad.reader import Reader
from marsad.resources import Resources

COMMANDS = list(reference.commands())
HELP = reference.commands_page()
BOOK = Resources().of(codebook_of)
CLASSES = {"table:group_noun", "table:nation_adjective"}
"""Classes of words that a step looks up under such a name; no item bears it."""
NAMES = [(section, name) for section, entries in BOOK.sections.items() for name in entries]


@pytest.mark.parametrize(("full", "command"), [(full, command) for full, command, _ in COMMANDS])
def test_a_command_says_what_it_does_and_every_option_what_it_is_for(full: str, command: click.Command) -> None:
    assert command.help, full
    options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
    assert [option.opts for option in options if not (option.help or option.hidden)] == [], full
    assert f"{full}\n" in HELP
    assert [option.opts[0] for option in options if option.opts[0] not in HELP] == []


def test_every_column_of_every_export_is_documented() -> None:
    page, told = reference.exports_page(), reference.meanings()
    columns = {column for names, _ in TABLES.values() for column in names}
    assert columns == set(told)
    assert all(told.values())
    mapped = {column for name in reference.MAPS for column in field_map(name)["columns"]}
    assert [column for column in columns | mapped if f"| `{column}` |" not in page] == []
    assert [name for name in FORMATS if f"| `{name}` |" not in page] == []


def test_every_rule_has_its_examples_on_the_page() -> None:
    page = reference.rules_page()
    missing = [
        r.name for r in reference.rules() if not (f"### {r.name}\n" in page and r.example in page and r.counter in page)
    ]
    assert missing == []


def test_every_field_of_the_record_is_on_the_page() -> None:
    page = reference.record_page()
    assert [field.name for field in fields(Record) if f"| `{field.name}` |" not in page] == []


def test_every_mechanism_and_table_that_makes_items_is_told() -> None:
    told = reference.mechanisms()
    heads = tuple(name for name in told if name.endswith("."))
    source = "".join(path.read_text(encoding="utf-8") for path in Path(marsad.__file__).parent.rglob("*.py"))
    named = set(re.findall(r"\"((?:code|table):[a-z][a-z_./]*)\"", source)) - CLASSES
    assert {name for name in named if name not in told and not name.startswith(heads)} == set()
    assert all(labels["en"] and labels["ar"] for labels in told.values())


@pytest.mark.parametrize(("section", "name"), NAMES)
def test_an_example_of_the_codebook_is_read_as_what_it_shows(reader: Reader, section: str, name: str) -> None:
    layer, field = {
        "event_types": ("events", "type"), "statuses": ("events", "status"), "actor_types": ("actors", "type"),
        "place_kinds": ("places", "kind"), "reason_categories": ("reasons", "category"),
        "reason_kinds": ("reasons", "kind"), "statement_kinds": ("statements", "kind"),
        "relation_types": ("relations", "type"),
    }[section]  # fmt: skip
    record = reader.read(reference.examples()[section, name], published="2020-06-15")
    assert name in {getattr(item, field) for item in getattr(record, layer)}


def test_an_example_is_for_a_name_of_the_codebook() -> None:
    assert list(reference.examples()) == NAMES
