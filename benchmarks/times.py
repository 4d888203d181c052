#!/usr/bin/env python3
"""Times: how many expressions are read right, and how fast, beside other readers of Arabic dates.

    python -m benchmarks.times                         the project's own phrases
    python -m benchmarks.times --cases times.jsonl     also cases of the same form as a yardstick's

A case is a text, its publication date, and the values of which one is right; a reader is right where one of the times
that it finds has that value. Right or wrong is asked of the value alone, not of the words that were found. The peers
have days only: `days` counts the cases whose value is one day, the only ones that they can get right. Figures are
processor time of one run, the best of several passes, warm; words are what white space parts. HeidelTime is a program
of its own (GPL, Java) and is measured where HEIDELTIME_JAR names its standalone jar."""

from __future__ import annotations

import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click
import regex

from marsad.annotate.times import Times
from marsad.model.making import make_document
from marsad.numbers.step import Numbers
from marsad.pipeline import Pipeline
from marsad.resources import Resources
from marsad.text.steps import Find, View

OWN = Path(__file__).parent.parent / "tests" / "cases" / "times.tsv"
_DAY = regex.compile(r"\d{4}-\d\d-\d\d")
_HEIDELTIME_VALUE = regex.compile(r'<TIMEX3[^>]* value="([^"]+)"')
# Its Arabic rules ask for no part of speech; with "no" it needs no tagger beside it.
_HEIDELTIME_OPTIONS = ("-l", "ARABIC", "-t", "NEWS", "-pos", "no")


@dataclass(frozen=True, slots=True)
class Case:
    """A text with its publication date, and the EDTF values of which any is right (none: it holds no time)."""

    text: str
    published: str | None
    right: frozenset[str]


Reader = Callable[[Sequence[Case]], list[set[str]]]


def own_cases(path: Path = OWN) -> list[Case]:
    """The phrases of a case table: [[ ]] marks the expected time, `-` is no date and no time."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader((x for x in file if not x.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Case(
                row["text"].replace("[[", "").replace("]]", ""),
                None if row["published"] == "-" else row["published"],
                frozenset() if row["edtf"] == "-" else frozenset({row["edtf"]}),
            )
            for row in rows
        ]


def given_cases(path: Path) -> Iterator[Case]:
    """Cases of a JSON Lines file: text, published, expected [{edtf: [values]}]; the first expectation counts."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            expected = row["expected"][0]["edtf"] if row["expected"] else []
            yield Case(row["text"], row.get("published"), frozenset(expected))


def marsad_reader() -> Reader:
    """The chain of steps that times need, and no other."""
    resources = Resources()
    pipeline = Pipeline([View(resources), Find(resources), Numbers(resources), Times(resources)])

    def read(cases: Sequence[Case]) -> list[set[str]]:
        return [{t.edtf for t in pipeline(make_document(c.text, published=c.published)).times} for c in cases]

    return read


def dateparser_reader() -> Reader:
    """dateparser's search with its Arabic tables, the publication date as base, and news' preference for the past."""
    from dateparser.search import search_dates  # type: ignore[import-untyped]

    def read(cases: Sequence[Case]) -> list[set[str]]:
        found = []
        for case in cases:
            settings: dict[str, object] = {"PREFER_DATES_FROM": "past"}
            if case.published:
                settings["RELATIVE_BASE"] = datetime.fromisoformat(case.published)
            dates = search_dates(case.text, languages=["ar"], settings=settings) or []
            found.append({day.date().isoformat() for _, day in dates})
        return found

    return read


def heideltime_reader(jar: str) -> Reader:
    """HeidelTime's standalone program, one run a publication date: its start would else be most of its time."""

    def read(cases: Sequence[Case]) -> list[set[str]]:
        found: list[set[str]] = [set() for _ in cases]
        for published in {c.published for c in cases}:
            mine = [i for i, c in enumerate(cases) if c.published == published]
            with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
                file.write("\n\n".join(f"@@{i}\n{cases[i].text}" for i in mine))
                file.flush()
                told = heideltime_run(jar, Path(file.name), published or "2020-06-15")
            for part in told.split("@@")[1:]:
                number = regex.match(r"\d+", part)
                if number:
                    found[int(number[0])] = set(_HEIDELTIME_VALUE.findall(part))
        return found

    return read


def heideltime_run(jar: str, text: Path, published: str) -> str:
    """What HeidelTime's program writes of a file."""
    command = ["java", "-jar", jar, *_HEIDELTIME_OPTIONS, "-dct", published, str(text)]
    done = subprocess.run(command, capture_output=True, check=True, cwd=Path(jar).parent)
    return done.stdout.decode("utf-8", "replace")


def seconds() -> float:
    """Processor time of this process and of the programs that it has run."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def is_right(case: Case, values: set[str]) -> bool:
    """Whether one of the values is right; where no time is to be found, whether there is none."""
    return bool(case.right & values) if case.right else not values


def measure(reader: Reader, cases: Sequence[Case], repeat: int) -> tuple[list[bool], float]:
    """Which cases are right, and words a second of the best pass."""
    results: list[set[str]] = []
    best = float("inf")
    for _ in range(repeat + 1):
        start = seconds()
        results = reader(cases)
        best = min(best, seconds() - start)
    return [is_right(c, r) for c, r in zip(cases, results, strict=True)], sum(len(c.text.split()) for c in cases) / best


def table(readers: dict[str, Reader], sets: dict[str, list[Case]], repeat: int) -> Iterator[str]:
    """The lines of the Markdown table."""
    yield "| cases | reader | right | of the days | words/s | times the time of marsad |\n|---|---|---:|---:|---:|---:|"
    for name, cases in sets.items():
        base: float | None = None
        for label, reader in readers.items():
            right, speed = measure(reader, cases, repeat)
            base = base or speed
            days = [ok for ok, c in zip(right, cases, strict=True) if any(_DAY.fullmatch(v) for v in c.right)]
            share = f"{sum(right)}/{len(cases)} = {sum(right) / len(cases):.3f}"
            of_days = f"{sum(days)}/{len(days)} = {sum(days) / len(days):.3f}" if days else ""
            yield f"| {name} | {label} | {share} | {of_days} | {speed:,.0f} | {base / speed:.1f} |"


@click.command(help=__doc__.replace("\n\n    ", "\n\n\b\n    ") if __doc__ else None)
@click.option("--cases", "paths", multiple=True, type=click.Path(exists=True, path_type=Path), help="JSON Lines.")
@click.option("--repeat", default=2, show_default=True, help="Passes, of which the best counts.")
@click.option("--limit", type=int, help="Take no more than this many cases of each set.")
def main(paths: tuple[Path, ...], repeat: int, limit: int | None) -> None:
    readers: dict[str, Reader] = {"marsad": marsad_reader(), "dateparser": dateparser_reader()}
    jar = os.environ.get("HEIDELTIME_JAR")
    if jar:
        readers["HeidelTime"] = heideltime_reader(jar)
    sets = {"own phrases": own_cases()[:limit], **{p.stem: list(given_cases(p))[:limit] for p in paths}}
    for line in table(readers, sets, repeat):
        click.echo(line)
    if not jar:
        click.echo("\nHeidelTime was not measured: HEIDELTIME_JAR does not name its jar.")


if __name__ == "__main__":
    sys.exit(main())
