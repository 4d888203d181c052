"""The group: help, version, and the commands that only print."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version

import click
import pytest
from click.testing import Result

from marsad.cli.main import COMMANDS, main
from marsad.codebook import codebook
from marsad.model.serialise import json_schema

Run = Callable[..., Result]


def test_help_names_every_command(run: Run) -> None:
    text = run("--help").stdout
    assert all(name in text for name in COMMANDS)


def commands() -> list[tuple[str, ...]]:
    """Every command, and those of a group each for itself."""
    found: list[tuple[str, ...]] = []
    for name in COMMANDS:
        command = main.get_command(click.Context(main), name)
        found += [(name, sub) for sub in command.commands] if isinstance(command, click.Group) else [(name,)]
    return found


@pytest.mark.parametrize("names", commands(), ids=" ".join)
def test_every_command_has_help_with_an_example(run: Run, names: tuple[str, ...]) -> None:
    result = run(*names, "--help")
    assert result.exit_code == 0
    assert f"marsad {' '.join(names)}" in result.stdout.split("Options:")[0].split("\n", 1)[1]


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version").stdout.strip() == f"marsad, version {version('marsad')}"


def test_an_unknown_command_gives_status_2(run: Run) -> None:
    assert run("reed").exit_code == 2


def test_help_does_not_load_what_only_reading_needs() -> None:
    code = (
        "import sys; from click.testing import CliRunner; from marsad.cli.main import main;"
        "CliRunner().invoke(main, ['--help']); "
        "print([m for m in ('trafilatura', 'rich.progress', 'marsad.report') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_schema_prints_the_schema(run: Run) -> None:
    assert json.loads(run("schema").stdout) == json.loads(json.dumps(json_schema()))


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_codebook_prints_every_name_with_its_label(run: Run, lang: str) -> None:
    text = run("codebook", "--lang", lang).stdout
    for section in codebook().sections.values():
        for entry in section.values():
            assert entry.name in text
            assert getattr(entry, lang) in text


def test_codebook_prints_one_entry_with_other_codebooks_names(run: Run) -> None:
    text = run("codebook", "shelling").stdout
    assert "Shelling/artillery/missile attack" in text
    assert "ASSAULT" in text


def test_codebook_names_its_sections_where_a_name_is_unknown(run: Run) -> None:
    result = run("codebook", "no_such_name")
    assert result.exit_code == 2
    assert "reason_categories" in result.stderr
