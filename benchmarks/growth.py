#!/usr/bin/env python3
"""How the cost grows: with the length of a document, the number of documents, and the size of the lexicons.

    python -m benchmarks.growth                       up to 100,000 words (make bench)
    python -m benchmarks.growth --longest 1000000

Texts are the sample articles, again and again. Processor time, the best of several passes where that is short."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import cycle, islice

import click
from benchmarks.pipeline import SAMPLES

from marsad import Reader
from marsad.ingest import Ingest
from marsad.lexicon import Automaton
from marsad.lexicon.entry import NOUN, Entry
from marsad.model import Document
from marsad.model.making import make_document
from marsad.text.view import read_text

LENGTHS = (100, 1_000, 10_000, 100_000, 1_000_000)
COUNTS = (10, 100, 1_000)
ENTRIES = (0, 10_000, 100_000)
_QUICK = 1.0  # seconds: what takes less is measured again


@click.command(help=__doc__.replace("\n\n    ", "\n\n\b\n    ") if __doc__ else None)
@click.option("--longest", default=100_000, show_default=True, help="Words of the longest document.")
def main(longest: int) -> None:
    articles = [d.text for d in Ingest().read([str(SAMPLES)]) if isinstance(d, Document)]
    reader = Reader()
    for text in articles:
        reader.read(text)
    click.echo("| words of one document | µs a word |\n|---:|---:|")
    for length in (n for n in LENGTHS if n <= longest):
        document = make_document("\n\n".join(_words(articles, length)), limit=100 * length)
        click.echo(f"| {length:,} | {_cost(lambda d=document: reader.read_document(d), length):.1f} |")
    click.echo("\n| documents | µs a word |\n|---:|---:|")
    for count in COUNTS:
        texts = list(islice(cycle(articles), count))
        words = sum(len(text.split()) for text in texts)
        click.echo(f"| {count:,} | {_cost(lambda t=texts: [reader.read(x) for x in t], words):.1f} |")
    click.echo("\n| entries added to the lexicons | µs a word to find them |\n|---:|---:|")
    own, view = reader.resources.automaton, read_text("\n\n".join(articles))
    words = len(view.raw.split())
    for entries in ENTRIES:
        added = [Entry(form, "added", NOUN, "-") for form in _forms(entries)]
        automaton = Automaton([*added]) if added else own
        click.echo(f"| {entries:,} | {_cost(lambda a=automaton: a.find(view), words):.2f} |")


def _words(articles: list[str], length: int) -> Iterator[str]:
    """Articles of so many words together, the last one cut."""
    for text in cycle(articles):
        held = text.split(" ")
        yield " ".join(held[:length])
        length -= len(text.split())
        if length <= 0:
            return


def _forms(count: int) -> Iterator[str]:
    """Phrases of two words that no text holds, and that begin like those of a text."""
    letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
    for n in range(count):
        word = "".join(letters[(n // 28**k) % 28] for k in range(4))
        yield f"قوات {word}"


def _cost(work: object, words: int) -> float:
    """Microseconds of processor time for each word."""
    assert callable(work)
    best = float("inf")
    for _ in range(5):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
        if best > _QUICK:
            break
    return best / words * 1e6


if __name__ == "__main__":
    main()
