"""`marsad add`: documents into a case."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from marsad.case.adding import Adding, Outcome
from marsad.case.case import Case, open_case
from marsad.cli import options
from marsad.cli.counting import counted
from marsad.cli.progress import Progress
from marsad.ingest import Given, Ingest
from marsad.scale.loading import is_output, loaded, versions_of

SOME_FAILED, NOTHING_ADDED = 1, 2


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--published", type=options.EdtfDate(), help="Date of publication of documents that do not state it.")
@click.option("--outlet", help="Outlet of documents that do not state it.")
@click.option("--jobs", type=click.IntRange(1), default=None, help="Processes that read; as many as there are cores.")
@click.option("--ids", is_flag=True, help="Print the id of each document when it is safely stored.")
@options.columns
@options.lexicons
def add(
    case: Path,
    paths: tuple[str, ...],
    published: str | None,
    outlet: str | None,
    jobs: int | None,
    ids: bool,
    columns: dict[str, str],
    lexicons: Path | None,
) -> None:
    """Read documents into a case.

    CASE is one file, made where there is none; PATH and --map as for marsad read. What is there already is left as
    it is, so the same command goes on where it was interrupted. Copies of a text are kept, and told apart from new
    reports; longer texts that are not Arabic are kept unread. marsad documents lists all of it, and what failed. A
    folder that marsad scale wrote is added with its records, which are not read again.

    \b
    marsad add hamrin.marsad articles/
    marsad add hamrin.marsad news.jsonl --jobs 4
    marsad add hamrin.marsad page.html --published 2020-05-06 --outlet "وكالة"

    Exit status: 0 where everything was read; 1 where some inputs failed (named on standard error, the rest
    added); 2 where nothing could be added.
    """
    ingest = Ingest(Given(published, outlet, columns), apart=False)
    counts: Counter[str] = Counter()
    with open_case(case, write=True) as opened, Progress(ingest, paths, quiet=ids, lines=True) as progress:
        for outcome in _outcomes(opened, paths, ingest, jobs or cores(), lexicons):
            _tell(outcome, progress, ids)
            counts[outcome.kind] += 1
            counts["copies"] += outcome.copy
            counts["renamed"] += outcome.renamed
    click.echo(f"{case}: {summary(counts)}", err=True)
    if counts["failed"]:
        sys.exit(SOME_FAILED if counts["added"] + counts["known"] + counts["aside"] else NOTHING_ADDED)


def _outcomes(
    case: Case, paths: tuple[str, ...], ingest: Ingest, jobs: int, lexicons: Path | None
) -> Iterator[Outcome]:
    """What becomes of the paths: what is to be read first, then what marsad scale has read, with its records."""
    scaled = [path for path in paths if is_output(Path(path))]
    items = ((path, item) for path in paths if path not in scaled for item in ingest.read([path]))
    yield from Adding(case, jobs, lexicons).add(items)
    for path in scaled:
        held = ((path, item) for item in loaded(Path(path)))
        yield from Adding(case, jobs, lexicons, read_with=versions_of(Path(path))).add(held)


def cores() -> int:
    """How many processes can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _tell(outcome: Outcome, progress: Progress, ids: bool) -> None:
    if outcome.kind in ("failed", "skipped"):
        progress.say(f"marsad: {outcome.message}")
        return
    if outcome.kind == "aside":
        progress.say(f"marsad: set aside unread: {outcome.message}")
    if ids and outcome.kind in ("added", "aside"):
        click.echo(outcome.id)
        sys.stdout.flush()
    progress.count(outcome.words)


def summary(counts: Counter[str]) -> str:
    """What became of all inputs, in one line."""
    parts = [f"{counted(counts['added'], 'document')} added"]
    for kind, words in (
        ("copies", "of them copies of others"),
        ("known", "there already"),
        ("renamed", "of these under another name"),
        ("aside", "set aside unread"),
        ("failed", "could not be read"),
    ):
        if counts[kind]:
            parts.append(f"{counts[kind]:,} {words}")
    return ", ".join(parts)
