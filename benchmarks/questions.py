#!/usr/bin/env python3
"""How fast questions to a case are answered, and how fast it is linked.

    python benchmarks/questions.py news.marsad                          the table
    python benchmarks/questions.py news.marsad --actor islamic_state --place SY

Each question is asked through the command line's own code, with the whole answer (no limit but those that are told) as
bytes in memory, in a process that has asked it before: opening the case is part of it, starting Python is not. Told is
the median of five times, as processor time and by the clock. The first row is a loop of a million additions, by which
figures of another machine, or of one that has other work too, can be compared."""

from __future__ import annotations

import io
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path
from shutil import copyfile
from typing import Any

import click

import marsad
from marsad.analyse.links import relink
from marsad.cli.listing import FORMATS
from marsad.cli.main import main as command

RUNS = 5


@click.command(help=__doc__.replace("\n\n    ", "\n\n\b\n    ") if __doc__ else None)
@click.argument("case", type=click.Path(exists=True, path_type=Path))
@click.option("--actor", default="islamic_state", show_default=True)
@click.option("--place", default="SY", show_default=True)
@click.option("--form", "forms", type=click.Choice(FORMATS), multiple=True, default=("json",), show_default=True)
@click.option("--word", "words", multiple=True, default=("قصف", "قوات النظام", '"قوات النظام"'), help="To search for.")
def main(case: Path, actor: str, place: str, forms: tuple[str, ...], words: tuple[str, ...]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(copyfile(case, Path(folder, "copy.marsad")))
        with marsad.open_case(copy, write=True) as held:
            linking = _timed(lambda: relink(held))  # first, as a process that only links does
        with marsad.open_case(copy) as held:
            ((documents, items),) = held.query("SELECT (SELECT count(*) FROM document), count(*) FROM item")
            outlets = [name for (name,) in held.query(
                "SELECT outlet FROM document WHERE outlet IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 2"
            )]  # fmt: skip
            months = held.query("SELECT min(substr(since, 1, 4)), max(substr(since, 1, 4)) FROM document")[0]
        click.echo(f"{documents:,} documents, {items:,} items\n")
        click.echo("| question | answers | MB | ms of processor | ms by the clock |\n|---|---:|---:|---:|---:|")
        _tell("(a million additions)", b"", [_timed(_additions) for _ in range(RUNS)])
        for question in _questions(actor, place, words, outlets, months):
            for form in forms:
                asked = [*question, "--format", form]
                runs = [_timed(lambda asked=asked: _ask(copy, asked)) for _ in range(RUNS + 1)]  # type: ignore[misc]
                _tell(" ".join(question if len(forms) == 1 else asked), runs[0][2], runs[1:])
        _tell("link", b"", [linking])


def _questions(
    actor: str, place: str, words: tuple[str, ...], outlets: list[str], years: tuple[str | None, str | None]
) -> list[list[str]]:
    """The questions, all and with the filters that are usual."""
    found = [["why"], ["why", "--actor", actor], ["why", "--place", place], ["why", "--by", "category"],
             ["events"], ["events", "--actor", actor], ["events", "--place", place], ["timeline"],
             ["timeline", "--place", place], ["timeline", "--origins", "2"], ["timeline", "--by", "month"],
             ["places"], ["actors"], ["coverage"], *(["search", word] for word in words)]  # fmt: skip
    for pair in (outlets, [year for year in years if year]):
        if len(pair) == 2 and pair[0] != pair[1]:
            found += [["compare", *pair], ["compare", *pair, "--events"]]
    return found


def _ask(case: Path, question: list[str]) -> bytes:
    """The answer, as it would be printed."""
    name, *more = question
    answer = io.BytesIO()
    with redirect_stdout(io.TextIOWrapper(answer, encoding="utf-8", write_through=True)) as printed:
        command([name, str(case), *more], standalone_mode=False)
        printed.flush()
        printed.detach()
    return answer.getvalue()


def _additions() -> int:
    total = 0
    for n in range(1_000_000):
        total += n
    return total


def _timed(work: Callable[[], Any]) -> tuple[float, float, Any]:
    """Milliseconds of processor time and by the clock, and what came of it."""
    clock, processor = time.perf_counter(), time.process_time()
    made = work()
    return 1000 * (time.process_time() - processor), 1000 * (time.perf_counter() - clock), made


def _tell(name: str, answer: bytes, runs: list[tuple[float, float, Any]]) -> None:
    processor, clock = (statistics.median(run[k] for run in runs) for k in (0, 1))
    click.echo(f"| {name} | {_rows(answer)} | {len(answer) / 1e6:,.1f} | {processor:,.0f} | {clock:,.0f} |")


def _rows(answer: bytes) -> str:
    """How many rows a JSON answer has; of other forms nothing is told."""
    import msgspec

    return f"{len(msgspec.json.decode(answer, type=list[msgspec.Raw])):,}" if answer.startswith(b"[") else ""


if __name__ == "__main__":
    main()
