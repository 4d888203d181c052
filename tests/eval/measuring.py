"""What is measured for the quality gate: the project's own samples always, outside gold and yardsticks where present.

A set of figures is a dict of name → value, 0 to 1; the figure of a layer is its F1. `SETS` names all sets, and
`measure(name)` gives the figures of one, or raises Absent where its data is not on this machine."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from marsad import Reader
from marsad.errors import InputError
from marsad.evaluate import evaluate, load_gold
from marsad.evaluate.reading import read_documents
from marsad.ingest import Ingest
from marsad.model import Document
from marsad.model.serialise import to_json

ROOT = Path(__file__).parents[2]
OWN = ROOT / "tests" / "gold"
SHARED = ROOT.parent / "shared"
OUTSIDE = SHARED / "gold" / "dev"
YARDSTICKS = SHARED / "yardsticks"

YARDSTICK_NAMES = (
    "toponyms", "numbers", "quantities_news", "times", "gsr_assault", "gsr_protest", "gsr_assault_spans",
    "gsr_protest_spans", "places_tweets",
)  # fmt: skip

Figures = dict[str, float]

# "found 12/20 = 0.600   value right 10/20 = 0.500": a name and a share; lines that begin with white space are parts.
_SHARE = re.compile(r"(\S.*?) \d+/\d+ = ([\d.]+)(?:\s{2,}|$)")
# "bounds, unit, rate   P 0.900 R 0.800 F1 0.847"
_F1 = re.compile(r"(\S.*?)\s+P [\d.]+ R [\d.]+ F1 ([\d.]+)")


class AbsentError(Exception):
    """The data of a set of figures is not on this machine."""


@cache
def reader() -> Reader:
    """One reader for all sets: its resources are loaded once."""
    return Reader()


def gold_figures(folder: Path) -> Figures:
    """F1 of every layer and value on a folder with docs/ and gold/."""
    if not (folder / "gold").is_dir():
        raise AbsentError(f"no gold in {folder}")
    gold = load_gold(folder / "gold")
    result = evaluate(gold, read_documents(folder / "docs", gold.keys(), reader()))
    return {name: figures.f1 for name, figures in result.figures.items()}


def yardstick_figures(name: str) -> Figures:
    """The figures that the yardsticks' own scorer prints for records of its cases."""
    scorer = YARDSTICKS / "score.py"
    if not scorer.exists():
        raise AbsentError(f"no yardsticks in {YARDSTICKS}")
    with tempfile.TemporaryDirectory() as folder:
        cases, records = YARDSTICKS / f"{name}.jsonl", Path(folder, "records.jsonl")
        if name == "toponyms":
            cases = Path(folder, "toponyms.jsonl")
            _run(scorer, name, "--write-docs", cases)
        with records.open("w", encoding="utf-8") as out:
            for case in Ingest().read([str(cases)]):
                if not isinstance(case, Document):
                    raise InputError(f"{cases}: {case}")
                out.write(to_json(reader().read_document(case)) + "\n")
        return parse(_run(scorer, name, records))


def _run(scorer: Path, *arguments: object) -> str:
    command = [sys.executable, str(scorer), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout


def parse(printed: str) -> Figures:
    """Names and values of the shares and F1s that the yardsticks' scorer prints, but for parts of a share."""
    figures: Figures = {}
    for line in printed.splitlines()[1:]:
        if f1 := _F1.match(line):
            figures[f1[1].strip()] = float(f1[2])
        elif not line.startswith(" ") or line.strip().startswith("not a place"):
            figures |= {name.strip(): float(value) for name, value in _SHARE.findall(line.strip())}
    return figures


SETS: dict[str, Callable[[], Figures]] = {
    "samples": lambda: gold_figures(OWN),
    "dev": lambda: gold_figures(OUTSIDE),
    **{name: (lambda name=name: yardstick_figures(name)) for name in YARDSTICK_NAMES},
}


@cache
def measure(name: str) -> Figures:
    """The figures of a set. Raises AbsentError where its data is not on this machine."""
    return SETS[name]()


def as_json(names: Iterable[str]) -> str:
    """The figures of several sets, for a person or a script to look at."""
    return json.dumps({name: measure(name) for name in names}, indent=1)


if __name__ == "__main__":
    print(as_json(sys.argv[1:] or SETS))
