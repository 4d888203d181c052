"""`marsad scale`: many documents, in partitions, to Parquet."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from marsad.cli import options
from marsad.cli.add import cores
from marsad.ingest import Given
from marsad.scale.job import CHUNK_DOCUMENTS, Job, run
from marsad.scale.metrics import Metrics
from marsad.scale.running import Cluster, Local, Runner

SOME_FAILED, NOTHING_READ = 1, 2
HERE = "here"


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.argument("output", type=click.Path(file_okay=False, path_type=Path))
@click.option("--jobs", type=click.IntRange(1), default=None, help="Processes that read; as many as there are cores.")
@click.option(
    "--ray",
    metavar="[ADDRESS]",
    is_flag=False,
    flag_value=HERE,
    default=None,
    help="Read on the Ray cluster at this address (auto: the one this machine belongs to); without one, on a "
    "cluster of --jobs workers that is started here. Write it last, or as --ray=ADDRESS.",
)
@click.option("--published", type=options.EdtfDate(), help="Date of publication of documents that do not state it.")
@click.option("--outlet", help="Outlet of documents that do not state it.")
@click.option("--read-copies", is_flag=True, help="Read near duplicates too; without it they are listed, unread.")
@click.option(
    "--partition",
    type=click.IntRange(1, 100_000),
    default=CHUNK_DOCUMENTS,
    show_default=True,
    help="Documents of a partition: what an interruption can cost, and what a process holds.",
)
@options.columns
@options.lexicons
def scale(
    inputs: tuple[str, ...],
    output: Path,
    jobs: int | None,
    ray: str | None,
    published: str | None,
    outlet: str | None,
    read_copies: bool,
    partition: int,
    columns: dict[str, str],
    lexicons: Path | None,
) -> None:
    """Read many documents in partitions, to Parquet by month.

    INPUT is a file or folder as for marsad read, or an address in an object store, also with * and **. OUTPUT is a
    folder: records/month=2016-12/*.parquet, and beside them what is a copy, what could not be read, and the figures of
    the run. What is finished is skipped, so the same command goes on where it was stopped, and with more
    INPUT adds it. The extra scale; for --ray the extra ray too. More: docs/scale.md

    \b
    marsad scale crawl/ news.jsonl out/
    marsad scale 's3://bucket/2016/**/*.warc.gz' out/ --ray auto
    marsad add hamrin.marsad out/

    Exit status: 0 where everything was read; 1 where some inputs failed (named on standard error and in
    OUTPUT/bad, the rest read); 2 where nothing could be read.
    """
    if ray is not None and ray != HERE and Path(ray).exists():
        raise click.UsageError(f"--ray took {ray!r} for an address: write --ray last, or --ray=ADDRESS")
    workers = jobs or cores()
    runner: Runner = Local(workers) if ray is None else Cluster(None if ray == HERE else ray, workers)
    given = Given(published, outlet, columns)
    # Workers of a cluster have other working folders.
    job = Job(output.resolve(), inputs, given, lexicons and lexicons.resolve(), read_copies, partition)
    with runner:
        figures = run(job, runner, lambda message: click.echo(f"marsad: {message}", err=True))
    click.echo(summary(figures))
    if figures.failed or figures.bad:
        sys.exit(SOME_FAILED if figures.records else NOTHING_READ)


def summary(figures: Metrics) -> str:
    """The figures of a run, a line each."""
    rows = (
        ("documents", figures.documents),
        ("records", figures.records),
        ("copies", figures.copies),
        ("not Arabic", figures.not_arabic),
        ("bad", figures.bad),
        ("words", figures.words),
        ("partitions", figures.partitions),
        ("finished before", figures.finished_before),
        ("words a second", round(figures.words_per_second)),
    )
    return "\n".join(f"{name:<16}{number:>14,}" for name, number in rows)
