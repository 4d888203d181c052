"""The long fuzzing for developers: `make fuzz`, or `python -m tests.fuzz --inputs 100000`.

Inputs come in batches of 1,000; a batch's number is its seed, so any input can be made again by its batch and place.
The log holds a line for each batch: run again it goes on behind the last one. An input that escapes is kept in a file
beside the log. With `--guided SECONDS` and the package atheris (extra `fuzz`) it follows the code that it reaches."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import click
from tests.fuzz import guided
from tests.fuzz.checks import PUBLISHED, container, ingest, read
from tests.fuzz.forms import form
from tests.fuzz.texts import sentences, short, text

from marsad import Reader
from marsad.reader import lasting_reader

BATCH = 1000
# Of a batch these are files: large ones of all formats, then small ones that the readers alone see, but for every
# fiftieth. The rest are texts for the whole pipeline, one of five long. Every tenth batch holds a PDF, which starts a
# program.
FORMS, LARGE, TO_THE_END, LONG, PDF_EVERY = 850, 5, 50, 5, 10
# What a megabyte is in the system's count of memory: kilobytes, on macOS bytes.
KILOBYTES = 1024**2 if sys.platform == "darwin" else 1024
# Seconds of processor time that no input of a few dozen words takes.
MOST_SECONDS = 2.0
# A hundred repetitions of each rule's example, and four times as many: the cost may grow by this.
FEW, TIMES, MOST_GROWTH = 100, 4, 6.0


@click.command(help=__doc__.replace("\n\n", "\n\n\b\n") if __doc__ else None)
@click.option("--inputs", default=100_000, show_default=True, help="How many more inputs; whole batches.")
@click.option("--first", type=int, help="The batch to begin with; else the one behind the log's last.")
@click.option("--log", type=click.Path(path_type=Path), default=Path("fuzz.jsonl"), show_default=True)
@click.option("--long", "long_", is_flag=True, help="Instead: every sentence of the rules, repeated hundreds of times.")
@click.option("--guided", "seconds", type=int, help="Instead: atheris for so many seconds, --first its seed.")
def main(inputs: int, first: int | None, log: Path, long_: bool, seconds: int | None) -> None:
    if seconds:
        guided.fuzz(seconds, first or 1, log.parent)
    reader = lasting_reader()
    if long_:
        _long(reader)
        return
    done = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()] if log.exists() else []
    begin = max((line["batch"] for line in done), default=(first or 0) - 1) + 1
    escaped = 0
    batches = range(begin, begin + -(-inputs // BATCH))
    for batch in batches:
        found = list(_batch(reader, batch, log.parent))
        escaped += len(found)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // KILOBYTES
        with log.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"batch": batch, "inputs": BATCH, "escaped": found, "peak_mb": peak}) + "\n")
    total = sum(line["inputs"] for line in done) + BATCH * len(batches)
    click.echo(f"{total:,} inputs in all, up to batch {batches.stop - 1}; {escaped} escaped in this run")
    raise SystemExit(1 if escaped else 0)


def _batch(reader: Reader, batch: int, folder: Path) -> Iterator[str]:
    """What escaped of a batch, each with the file that holds the input."""
    for n in range(BATCH):
        chance = Random(batch * BATCH + n)
        start = time.process_time()
        name, data = _input(chance, batch, n)
        try:
            if name:
                documents = ingest(name, data)
                if n < LARGE or n % TO_THE_END == 0:
                    for document in documents:
                        read(reader, document.text)
            else:
                read(reader, data.decode("utf-8", "surrogatepass"), chance.choice(PUBLISHED))
            if n and time.process_time() - start > MOST_SECONDS:
                raise AssertionError(f"took {time.process_time() - start:.1f} s")
        except Exception as error:
            path = folder / f"fuzz-{batch}-{n}-{name or 'text.txt'}"
            path.write_bytes(data)
            click.echo(f"{path}: {type(error).__name__}: {str(error)[:300]}", err=True)
            yield f"{n}: {type(error).__name__}: {str(error)[:200]}"


def _input(chance: Random, batch: int, n: int) -> tuple[str, bytes]:
    """The n-th input of a batch: the name of a file and its bytes; a text for the pipeline has no name."""
    if n < LARGE:
        return container(chance, slow=n == 0 and batch % PDF_EVERY == 0)
    if n < FORMS:
        return form(chance)
    return "", (text if n % LONG == 0 else short)(chance).encode("utf-8", "surrogatepass")


def _long(reader: Reader) -> None:
    """Whether time stays linear on every sentence that a rule is about."""
    bad = 0
    for sentence in sentences():
        for glue in (" ", ". ", "، و"):
            few = _seconds(reader, glue.join([sentence] * FEW))
            many = _seconds(reader, glue.join([sentence] * FEW * TIMES))
            if many > MOST_GROWTH * few and many > 1.0:
                bad += 1
                click.echo(f"{many / few:.1f} times as long ({many:.2f} s): {glue!r} {sentence}", err=True)
    click.echo(f"{len(sentences())} sentences, {bad} of them not linear")
    raise SystemExit(1 if bad else 0)


def _seconds(reader: Reader, text: str) -> float:
    start = time.process_time()
    read(reader, text)
    return time.process_time() - start


if __name__ == "__main__":
    main()
