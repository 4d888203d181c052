#!/usr/bin/env python3
"""Words a second of the whole reading and of each step, beside the floor, as a Markdown table.

    python -m benchmarks.pipeline                          the sample articles
    python -m benchmarks.pipeline articles.jsonl --limit 500
    python -m benchmarks.pipeline articles/ --repeat 5

The floor is one pass of folding and of a bare automaton over the words of all lexicons: no reading of Arabic can be
faster here. Each figure is processor time, the best of several passes, warm. Words are what white space parts."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click
from daachorse import CharwiseDoubleArrayAhoCorasick

import marsad
from marsad.analysis import Analysis
from marsad.ingest import Ingest
from marsad.model import Document
from marsad.model.quick import changed
from marsad.model.serialise import to_json
from marsad.reader import lasting_reader, to_record
from marsad.resources import lexicon_entries
from marsad.text.fold import fold

SAMPLES = Path(marsad.__file__).parent / "samples"
WHOLE, JSON = "whole pipeline", "record to JSON"
FLOOR = "floor: folding and the bare automaton"
Work = Callable[[], object]


@click.command(help=__doc__.replace("\n\n    ", "\n\n\b\n    ") if __doc__ else None)
@click.argument("paths", nargs=-1, type=click.Path(exists=True))
@click.option("--limit", type=int, help="Read no more than this many documents.")
@click.option("--repeat", default=3, show_default=True, help="Passes, of which the best counts.")
def main(paths: tuple[str, ...], limit: int | None, repeat: int) -> None:
    for line in table(documents_of(paths, limit), repeat):
        click.echo(line)


def documents_of(paths: Sequence[str], limit: int | None = None) -> list[Document]:
    """The documents of some files, or the samples."""
    return [d for d in Ingest().read(list(paths) or [str(SAMPLES)]) if isinstance(d, Document)][:limit]


def table(documents: list[Document], repeat: int) -> Iterator[str]:
    """The table and what stands above and below it."""
    words = count_words(documents)
    reader = lasting_reader()
    floor = floor_of(reader)
    passes = [_pass(reader, floor, documents) for _ in range(repeat + 1)][1:]
    best = {name: min(seconds[name] for seconds in passes) for name in passes[0]}
    # Of one pass: parts of different passes would add up to less than any whole.
    best[WHOLE] = min(sum(seconds[step.name] for step in reader.pipeline.steps) for seconds in passes)
    yield f"{len(documents)} documents, {words:,} words; processor time, best of {repeat} passes."
    yield ""
    yield "| step | words/s | share of the whole |"
    yield "|---|---:|---:|"
    for name in (WHOLE, *(step.name for step in reader.pipeline.steps), JSON, FLOOR):
        share = f"{best[name] / best[WHOLE]:.1%}" if name not in (FLOOR, JSON) else ""
        yield f"| {name} | {words / best[name]:,.0f} | {share} |"
    yield ""
    yield f"The whole takes {best[WHOLE] / best[FLOOR]:.1f} times the floor."


def count_words(documents: list[Document]) -> int:
    """What white space parts."""
    return sum(len(document.text.split()) for document in documents)


def floor_of(reader: marsad.Reader) -> Callable[[str], object]:
    """One pass of folding, and of an automaton over the forms of all lexicons, of a text."""
    forms = sorted({entry.form for entry in lexicon_entries(reader.resources) if entry.form})
    automaton = CharwiseDoubleArrayAhoCorasick(forms)
    return lambda text: automaton.find_overlapping(fold(text).text)


def _pass(reader: marsad.Reader, floor: Callable[[str], object], documents: list[Document]) -> dict[str, float]:
    """Seconds by name for one pass over the documents."""
    seconds: dict[str, float] = defaultdict(float)
    clock = time.process_time  # not the wall: what else the machine does is no part of the figure
    start = clock()
    for document in documents:
        floor(document.text)
    seconds[FLOOR] = clock() - start
    for document in documents:
        analysis = Analysis(document)
        for step in reader.pipeline.steps:
            start = clock()
            analysis = changed(analysis, **step(analysis))
            seconds[step.name] += clock() - start
        start = clock()
        to_json(to_record(analysis))
        seconds[JSON] += clock() - start
    return {name: max(taken, 1e-9) for name, taken in seconds.items()}


if __name__ == "__main__":
    main()
