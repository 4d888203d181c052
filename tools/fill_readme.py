"""Fill the outputs in README.md again: `python tools/fill_readme.py`.

Behind a line `<!-- output: COMMAND | FIRST-LAST -->` stands a code block with these lines of what the command
prints (all lines where no numbers are given)."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from click.testing import CliRunner

from marsad.cli.main import main

README = Path(__file__).parent.parent / "README.md"
BLOCK = re.compile(
    r"(<!-- output: marsad (?P<command>[^|\n]+?)(?: \| (?P<first>\d+)-(?P<last>\d+))? -->\n```text\n).*?(```\n)",
    re.DOTALL,
)


def filled(text: str) -> str:
    """The text with every output as the command prints it now."""
    return BLOCK.sub(lambda block: block[1] + _printed(block) + block[5], text)


def _printed(block: re.Match[str]) -> str:
    result = CliRunner().invoke(main, shlex.split(block["command"]), catch_exceptions=False)
    if result.exit_code:
        raise SystemExit(f"marsad {block['command']}: {result.output}")
    lines = result.stdout.rstrip().splitlines()
    if block["first"]:
        lines = lines[int(block["first"]) - 1 : int(block["last"])]
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"


if __name__ == "__main__":
    README.write_text(filled(README.read_text(encoding="utf-8")), encoding="utf-8")
