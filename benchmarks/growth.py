#!/usr/bin/env python3
"""How the cost grows: with the length of a document, the number of documents, and the size of the lexicons.

    python -m benchmarks.growth                        up to 100,000 words (make bench)
    python -m benchmarks.growth --longest 1000000      some minutes
    python -m benchmarks.growth articles.jsonl         other texts than the samples

For the lengths the same texts, again and again, are cut into documents of so many words. Processor time. Each figure is
divided by that of documents of 1,000 words, measured right before and right behind it, or all the while by a process
beside it where it takes long: what else the machine does slows both. Calls a word are counted, which is the same on
every machine."""

from __future__ import annotations

import cProfile
import multiprocessing
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from multiprocessing.connection import Connection

import click
from benchmarks.pipeline import SAMPLES

from marsad import Reader
from marsad.ingest import Ingest
from marsad.lexicon import Automaton
from marsad.lexicon.entry import NOUN, Entry
from marsad.model import Document
from marsad.model.making import make_document
from marsad.reader import lasting_reader
from marsad.resources import Resources, lexicon_entries
from marsad.text.view import Text, read_text

BASE = 1_000
LENGTHS = (100, 1_000, 10_000, 100_000, 1_000_000)
COUNTS = (10, 100, 500)
ADDED = (10_000, 100_000, 1_000_000)
# Words of a measure at least, so that each takes a second or so and every length sees the same text.
LEAST = 10_000
Work = Callable[[], object]


@click.command(help=__doc__.replace("\n\n    ", "\n\n\b\n    ") if __doc__ else None)
@click.argument("paths", nargs=-1, type=click.Path(exists=True))
@click.option("--longest", default=100_000, show_default=True, help="Words of the longest document.")
def main(paths: tuple[str, ...], longest: int) -> None:
    for line in table(paths, longest):
        click.echo(line)


def table(paths: tuple[str, ...] = (), longest: int = 100_000) -> Iterator[str]:
    """The three tables as lines of Markdown."""
    articles = [d.text for d in Ingest().read(paths or [str(SAMPLES)]) if isinstance(d, Document)]
    reader = lasting_reader()
    for text in articles:
        reader.read(text)
    yield from _by_length(reader, articles, longest)
    yield ""
    yield from _by_count(reader, articles)
    yield ""
    yield from _by_entries(articles)


def _by_length(reader: Reader, articles: list[str], longest: int) -> Iterator[str]:
    yield f"| words of a document | µs a word | of that of {BASE:,} words | calls a word |"
    yield "|---:|---:|---:|---:|"
    base = _reading(reader, articles, BASE, LEAST)
    for length in (n for n in LENGTHS if n <= longest):
        words = max(length, LEAST)
        work = _reading(reader, articles, length, words)
        cost, ratio = (_along if words >= _LONG else _beside)(base, work)
        calls = f"{_calls(work) / words:.1f}" if words <= _COUNTED else ""
        yield f"| {length:,} | {cost / words:.1f} | {ratio * LEAST / words:.2f} | {calls} |"


def _by_count(reader: Reader, articles: list[str]) -> Iterator[str]:
    yield from (f"| documents | µs a word | of that of {COUNTS[0]} documents |", "|---:|---:|---:|")

    def reading(count: int) -> tuple[Work, int]:
        texts = list(islice(cycle(articles), count))
        return lambda: [reader.read(text) for text in texts], sum(len(text.split()) for text in texts)

    base, few = reading(COUNTS[0])
    for count in COUNTS:
        work, words = reading(count)
        cost, ratio = _beside(base, work)
        yield f"| {count:,} | {cost / words:.1f} | {ratio * few / words:.2f} |"


def _by_entries(articles: list[str]) -> Iterator[str]:
    """The cost of finding words alone: the other steps look at what was found, which stays the same."""
    own = list(lexicon_entries(Resources()))
    view = read_text("\n\n".join(articles))
    words = len(view.raw.split())
    yield from (
        f"| entries beside the {len(own):,} own ones | µs a word to find them | of that of the own alone |",
        "|---:|---:|---:|",
    )
    alone = _finding(Automaton(own), view)
    for count in ADDED:
        more = _finding(Automaton([*own, *(Entry(form, "added", NOUN, "-") for form in _forms(count))]), view)
        cost, ratio = _beside(alone, more)
        yield f"| {count:,} | {cost / words / _PASSES:.2f} | {ratio:.2f} |"


_PASSES = 20
_COUNTED = 100_000  # words; to count the calls of more would take minutes
_LONG = 100_000  # words; from here the machine may change its speed while a document is read


def _finding(automaton: Automaton, view: Text) -> Work:
    return lambda: [automaton.find(view) for _ in range(_PASSES)]


def _reading(reader: Reader, articles: list[str], length: int, words: int) -> Work:
    """The reading of so many words in documents of `length` words."""
    held = list(islice(cycle([word for text in articles for word in f"{text}\n\n".split(" ")]), words))
    documents = [make_document(" ".join(held[n : n + length]), limit=100 * length) for n in range(0, len(held), length)]
    return lambda: [reader.read_document(document) for document in documents]


def _forms(count: int) -> list[str]:
    """Words and phrases of two words that no text holds, and that begin like those of a text."""
    letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
    made = ("".join(letters[(n // 28**k) % 28] for k in range(5)) for n in range(count))
    return [f"قوات {word}ظظ" if n % 2 else f"{word}ظظ" for n, word in enumerate(made)]


def _beside(base: Work, work: Work) -> tuple[float, float]:
    """Microseconds of a work, and their ratio to those of the base before and behind it; the middle of three."""
    found = []
    for _ in range(3):
        before, own, behind = _micros(base), _micros(work), _micros(base)
        found.append((2 * own / (before + behind), own))
    ratio, own = sorted(found)[len(found) // 2]
    return own, ratio


def _along(base: Work, work: Work) -> tuple[float, float]:
    """Microseconds of a long work, and their ratio to those of the base in the same minutes: a second process does the
    base's work again and again all the while."""
    here, there = multiprocessing.Pipe()
    # A copy of this process: what a work holds, the reader with its tables, cannot be sent to a new one.
    process = multiprocessing.get_context("fork").Process(target=_repeat, args=(base, there))
    process.start()
    there.close()
    try:
        own = _micros(work)
    finally:
        here.send(None)
    rounds, micros = here.recv()
    process.join()
    return own, own * rounds / micros


def _repeat(work: Work, told: Connection) -> None:
    """Does a work until it is told to end; sends how often it did, and the microseconds of all times."""
    rounds, micros = 0, 0.0
    while not told.poll():
        rounds, micros = rounds + 1, micros + _micros(work)
    told.send((rounds, micros))


def _calls(work: Work) -> int:
    """The calls that a work makes: the same on every machine, whatever else it does."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return sum(entry.callcount for entry in profile.getstats())


def _micros(work: Work) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1e6


if __name__ == "__main__":
    main()
