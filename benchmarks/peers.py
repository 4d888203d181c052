#!/usr/bin/env python3
"""marsad beside other readers of Arabic, all in one run over the same documents, as a Markdown table.

    pip install 'marsad[peers]'
    python -m benchmarks.peers [articles.jsonl] [--limit 50]

Each peer does a small part of what marsad does; the last column is its time divided by that of the whole of marsad, and
where marsad has the same part, by that part's. dateparser, simplemma and spaCy are measured where they are installed
(BSD and MIT; no requirement of marsad), HeidelTime (GPL, Java) as a program of its own where HEIDELTIME_JAR names its
standalone jar. Processor time, the best of several passes, warm; of HeidelTime one run, the start of Java left out."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import click
from benchmarks.pipeline import count_words, documents_of, floor_of
from benchmarks.times import heideltime_run, seconds

from marsad.annotate.times import Times
from marsad.model import Document
from marsad.numbers.step import Numbers
from marsad.pipeline import Pipeline
from marsad.reader import lasting_reader
from marsad.text.steps import Find, View
from marsad.text.view import read_text

Read = Callable[[list[str]], object]


@click.command(help=__doc__.replace("\n\n    ", "\n\n\b\n    ") if __doc__ else None)
@click.argument("paths", nargs=-1, type=click.Path(exists=True))
@click.option("--limit", type=int, help="Read no more than this many documents.")
@click.option("--repeat", default=2, show_default=True, help="Passes, of which the best counts.")
def main(paths: tuple[str, ...], limit: int | None, repeat: int) -> None:
    for line in table(documents_of(paths, limit), repeat):
        click.echo(line)


def table(documents: list[Document], repeat: int) -> Iterator[str]:
    """The table, and a line for each peer that is not there."""
    words, texts = count_words(documents), [document.text for document in documents]
    missing = []
    taken: dict[str, float] = {}
    yield f"{len(documents)} documents, {words:,} words."
    yield ""
    yield "| reader | does | words/s | times the time of the whole of marsad | of marsad's same part |"
    yield "|---|---|---:|---:|---:|"
    for name, does, part, make in READERS:
        try:
            read = make()
        except ImportError as error:
            missing.append(f"{name} was not measured: {error}.")
            continue
        taken[name] = best = _best(read, texts, 1 if name == HEIDELTIME else repeat)
        same = f"{best / taken[part]:.2f}" if part else ""
        yield f"| {name} | {does} | {words / best:,.0f} | {best / taken[MARSAD]:.3f} | {same} |"
    for line in missing:
        yield ""
        yield line


def _best(read: Read, texts: list[str], repeat: int) -> float:
    found = []
    for _ in range(repeat):
        read(texts[:1])
        start = seconds()
        left_out = read(texts)
        found.append(seconds() - start - (left_out if isinstance(left_out, float) else 0.0))
    return max(min(found), 1e-9)


def _marsad() -> Read:
    reader = lasting_reader()
    return lambda texts: [reader.read(text) for text in texts]


def _times() -> Read:
    from marsad.model.making import make_document

    resources = lasting_reader().resources
    pipeline = Pipeline([View(resources), Find(resources), Numbers(resources), Times(resources)])
    return lambda texts: [pipeline(make_document(text)).times for text in texts]


def _dateparser() -> Read:
    from dateparser.search import search_dates  # type: ignore[import-untyped]

    return lambda texts: [search_dates(text, languages=["ar"]) for text in texts]


def _tokens() -> Read:
    return lambda texts: [read_text(text) for text in texts]


def _spacy() -> Read:
    import spacy  # type: ignore[import-not-found]

    tokenizer = spacy.blank("ar").tokenizer
    return lambda texts: [tokenizer(text) for text in texts]


def _simplemma() -> Read:
    from simplemma import text_lemmatizer  # type: ignore[import-not-found]

    return lambda texts: [text_lemmatizer(text, lang="ar") for text in texts]


def _heideltime() -> Read:
    jar = os.environ.get("HEIDELTIME_JAR")
    if not jar:
        raise ImportError("HEIDELTIME_JAR does not name its jar")

    def run(text: str) -> None:
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            heideltime_run(jar, Path(file.name), "2020-06-15")

    def read(texts: list[str]) -> float:
        start = seconds()
        run("اليوم")
        starting = seconds() - start
        run("\n\n".join(texts))
        return 2 * starting

    return read


def _floor() -> Read:
    floor = floor_of(lasting_reader())
    return lambda texts: [floor(text) for text in texts]


MARSAD, TIMES, TOKENS, HEIDELTIME = "marsad", "marsad's times", "marsad's text", "HeidelTime"
READERS: tuple[tuple[str, str, str, Callable[[], Read]], ...] = (
    (MARSAD, "all layers", "", _marsad),
    (TIMES, "folding, sentences, tokens, lexicons, numbers, times", "", _times),
    ("dateparser", "days in a text", TIMES, _dateparser),
    (HEIDELTIME, "times", TIMES, _heideltime),
    (TOKENS, "folding with offsets, sentences, tokens", "", _tokens),
    ("spaCy, blank ar", "tokens", TOKENS, _spacy),
    ("simplemma", "tokens and a lemma of each", TOKENS, _simplemma),
    ("the floor", "folding and the bare automaton", "", _floor),
)
"""Name, what it does, the part of marsad that does the same, and what makes it; marsad's own before their peers."""


if __name__ == "__main__":
    main()
