#!/usr/bin/env python3
"""Words a second of the whole reading and of each step, beside the floor, as a Markdown table.

    python benchmarks/pipeline.py                          the sample articles
    python benchmarks/pipeline.py articles.jsonl --limit 500
    python benchmarks/pipeline.py articles/ --repeat 5

The floor is one pass of folding and of splitting into sentences: no reading of Arabic can be faster here. Each
figure is processor time, the best of several passes, warm. Words are what white space parts."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

import marsad
from marsad.analysis import Analysis
from marsad.ingest import Ingest
from marsad.model import Document
from marsad.model.serialise import to_json
from marsad.reader import to_record
from marsad.text.fold import fold
from marsad.text.sentences import split_sentences

SAMPLES = Path(marsad.__file__).parent / "samples"
WHOLE, JSON = "whole pipeline", "record to JSON"
FLOOR = "floor: folding and splitting"


@click.command(help=__doc__.replace("\n\n    ", "\n\n\b\n    ") if __doc__ else None)
@click.argument("paths", nargs=-1, type=click.Path(exists=True))
@click.option("--limit", type=int, help="Read no more than this many documents.")
@click.option("--repeat", default=3, show_default=True, help="Passes, of which the best counts.")
def main(paths: tuple[str, ...], limit: int | None, repeat: int) -> None:
    documents = [d for d in Ingest().read(paths or [str(SAMPLES)]) if isinstance(d, Document)][:limit]
    words = sum(len(d.text.split()) for d in documents)
    start = time.perf_counter()
    reader = marsad.Reader()
    loading = time.perf_counter() - start
    best = _best(lambda: _pass(reader, documents), repeat)
    click.echo(f"{len(documents)} documents, {words:,} words; processor time, best of {repeat} passes\n")
    click.echo("| step | words/s | share of the whole |\n|---|---:|---:|")
    for name, seconds in best.items():
        share = f"{seconds / best[WHOLE]:.1%}" if name not in (FLOOR, JSON) else ""
        click.echo(f"| {name} | {words / seconds:,.0f} | {share} |")
    click.echo(f"\nThe whole takes {best[WHOLE] / best[FLOOR]:.1f} times the floor.")
    click.echo(f"Peak memory {_megabytes():,.0f} MB; resources loaded in {loading:.2f} s; ", nl=False)
    click.echo(f"`marsad read` of one article, cold, in {_cold(documents[0]):.2f} s.")


def _best(measure: Callable[[], dict[str, float]], repeat: int) -> dict[str, float]:
    """The least seconds of each name over several passes, after one that warms up."""
    measure()
    passes = [measure() for _ in range(repeat)]
    return {name: min(seconds[name] for seconds in passes) for name in passes[0]}


def _pass(reader: marsad.Reader, documents: list[Document]) -> dict[str, float]:
    """Seconds by name for one pass over the documents."""
    seconds: dict[str, float] = defaultdict(float)
    clock = time.process_time  # not the wall: what else the machine does is no part of the figure
    for document in documents:
        start = clock()
        fold(document.text)
        split_sentences(document.text)
        seconds[FLOOR] += clock() - start
    for document in documents:
        analysis = Analysis(document)
        for step in reader.pipeline.steps:
            start = clock()
            analysis = replace(analysis, **step(analysis))
            seconds[step.name] += clock() - start
        start = clock()
        to_json(to_record(analysis))
        seconds[JSON] += clock() - start
    steps = [step.name for step in reader.pipeline.steps]
    return {WHOLE: sum(seconds[name] for name in steps), **dict(_ordered(seconds, steps))}


def _ordered(seconds: dict[str, Any], steps: list[str]) -> Iterator[tuple[str, float]]:
    for name in (*steps, JSON, FLOOR):
        yield name, max(seconds[name], 1e-9)


def _megabytes() -> float:
    """Peak resident memory of this process; the system counts in kilobytes, on macOS in bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1_000_000 if sys.platform == "darwin" else 1000)


def _cold(document: Document) -> float:
    """Seconds of the command on one article in a process of its own: the best of three."""
    with tempfile.TemporaryDirectory() as folder:
        article, target = Path(folder, "article.txt"), Path(folder, "record.jsonl")
        article.write_text(document.text, encoding="utf-8")
        command = [sys.executable, "-m", "marsad", "read", str(article), "--format", "jsonl", "--output", str(target)]
        taken = []
        for _ in range(3):
            start = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            taken.append(time.perf_counter() - start)
    return min(taken)


if __name__ == "__main__":
    main()
