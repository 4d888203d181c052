"""Fill the outputs in README.md again: `python tools/fill_readme.py`.

Behind a line `<!-- output: COMMAND | FIRST-LAST -->` stands a code block with these lines of what the command
prints (all lines where no numbers are given). Where the command asks the case `tour.marsad`, that is made first, of
the samples and of docs/tour."""

from __future__ import annotations

import re
import shlex
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from click.testing import CliRunner

from marsad.cli.main import main

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
TOUR = "tour.marsad"
BLOCK = re.compile(
    r"(<!-- output: marsad (?P<command>[^|\n]+?)(?: \| (?P<first>\d+)-(?P<last>\d+))? -->\n```text\n).*?(```\n)",
    re.DOTALL,
)


def filled(text: str) -> str:
    """The text with every output as the command prints it now."""
    return BLOCK.sub(lambda block: block[1] + _printed(block) + block[5], text)


def _printed(block: re.Match[str]) -> str:
    asked = shlex.split(block["command"])
    lines = _run([_tour() if part == TOUR else part for part in asked]).rstrip().splitlines()
    if block["first"]:
        lines = lines[int(block["first"]) - 1 : int(block["last"])]
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"


def _run(command: list[str]) -> str:
    result = CliRunner().invoke(main, command, catch_exceptions=False)
    if result.exit_code:
        raise SystemExit(f"marsad {shlex.join(command)}: {result.output}")
    return result.stdout


@cache
def _tour() -> str:
    """The case of the tour, made anew, linked."""
    path = str(Path(mkdtemp()) / TOUR)
    _run(["add", path, str(ROOT / "src/marsad/samples"), str(ROOT / "docs/tour")])
    _run(["link", path])
    return path


if __name__ == "__main__":
    README.write_text(filled(README.read_text(encoding="utf-8")), encoding="utf-8")
