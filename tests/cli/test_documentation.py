"""Documentation that names a command, an option or a file names one that exists."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from docs_site.reference import PAGES as REFERENCE
from marsad.cli.main import COMMANDS, main

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = ["README.md", "CONTRIBUTING.md", *sorted(f"docs/{page.relative_to(DOCS)}" for page in DOCS.rglob("*.md"))]
TABLES = (".tsv", ".yml", ".txt", ".gz", ".sqlite")
SHELL = re.compile(r"```sh\n(.*?)```", re.DOTALL)
CALL = re.compile(r"\bmarsad ([a-z]+)([^|#\n]*)")
INLINE = re.compile(r"`marsad ([a-z]+)([^`]*)`")


def calls() -> list[tuple[str, str, str]]:
    """Page, command and the rest of every call of marsad in shell blocks and inline code."""
    found = []
    for page in PAGES:
        text = (ROOT / page).read_text(encoding="utf-8")
        shell = "\n".join(SHELL.findall(text))
        found += [(page, m[1], m[2]) for m in [*CALL.finditer(shell), *INLINE.finditer(text)]]
    return found


@pytest.mark.parametrize(("page", "name", "rest"), calls())
def test_a_command_of_the_documentation_exists_with_its_options(page: str, name: str, rest: str) -> None:
    assert name in COMMANDS, page
    command = main.get_command(click.Context(main), name)
    assert command is not None
    if isinstance(command, click.Group) and rest.split():
        command = command.commands[rest.split()[0]]
    known = {option for parameter in command.params for option in parameter.opts}
    assert set(re.findall(r"(?<=\s)--[a-z]+(?:-[a-z]+)*", rest)) <= known, page


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_or_the_documents_name_every_command(name: str) -> None:
    assert any(f"marsad {name}" in (ROOT / page).read_text(encoding="utf-8") for page in PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_to_files(page: str) -> None:
    here = ROOT / page
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", here.read_text(encoding="utf-8"))
    made = {*REFERENCE, "codebook.md"}  # by tools/docs_site, of the program
    assert [t for t in targets if not (here.parent / t).exists() and t not in made] == []


def test_every_data_table_has_a_line_about_its_source() -> None:
    data = ROOT / "src" / "marsad" / "data"
    told = re.findall(r"^\| ([^|]+?) \|", (data / "SOURCES.md").read_text(encoding="utf-8"), re.MULTILINE)
    patterns = [part.strip().strip("`") for line in told for part in line.split(",")]
    tables = [p.relative_to(data) for p in data.rglob("*") if p.is_file() and p.suffix in TABLES]
    assert [str(t) for t in tables if not any(t.match(p) or Path(p) in t.parents for p in patterns)] == []
