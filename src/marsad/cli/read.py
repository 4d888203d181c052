"""`marsad read`: documents in, a report or records out."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from marsad.cli import options
from marsad.cli.progress import Progress
from marsad.cli.sinks import Manner, open_sink
from marsad.errors import InputError, fault_message
from marsad.ingest import Given, Ingest, SetAside, Skipped
from marsad.model import Document, Record
from marsad.reader import Reader, lasting_reader

SOME_FAILED, NOTHING_READ = 1, 2


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--published", type=options.EdtfDate(), help="Date of publication of documents that do not state it.")
@click.option("--outlet", help="Outlet of documents that do not state it.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["report", "html", "jsonl"]),
    default="report",
    show_default=True,
    help="A report for people, pages for a browser, or records, one a line.",
)
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write here, whole or not at all.")
@click.option("--explain", is_flag=True, help="Tell of each event, reason and statement what made it (report, html).")
@click.option("--resume", is_flag=True, help="Go on with an interrupted run of the same inputs (jsonl, --output).")
@options.columns
@options.language
@options.lexicons
def read(
    paths: tuple[str, ...],
    published: str | None,
    outlet: str | None,
    form: str,
    output: Path | None,
    explain: bool,
    resume: bool,
    columns: dict[str, str],
    lang: str,
    lexicons: Path | None,
) -> None:
    """Read documents and print a report, or write pages or records.

    PATH is a file, a folder (read deep) or - for standard input. Formats: .txt .html .json .jsonl .csv .tsv, RSS and
    Atom (.rss .atom .xml), exports of Telegram Desktop, .docx, and with extras .pdf .parquet .warc; .zip of these, and
    each with .gz behind. A line of .jsonl, or a row of a table, holds text, and where known id, title, published,
    outlet, url; columns and fields of other names are guessed, or told with --map. More: docs/formats.md

    \b
    marsad read article.txt --published 2016-12-12 --outlet "وكالة"
    marsad read articles/ --format jsonl --output records.jsonl
    marsad read article.txt --format html --output article.html --lang ar
    curl -s https://example.org/article | marsad read - --lang ar

    --format html writes pages that need nothing else: the article beside its explanation. --output PAGE.html holds
    all documents, one below the other; --output FOLDER (any name without .html) gets a page each, and index.html.

    Exit status: 0 where everything was read, also with warnings; 1 where some inputs failed (named on
    standard error, the rest read); 2 where nothing could be read.
    """
    if explain and form == "jsonl":
        raise click.UsageError("--explain is for people: give --format report or html (records name each rule)")
    if resume and (form != "jsonl" or output is None):
        raise click.UsageError("--resume goes on with a file of records: give --format jsonl and --output FILE")
    ingest = Ingest(Given(published, outlet, columns))
    count = failed = 0
    with (
        open_sink(form, output, resume, Manner(lang, lexicons, explain)) as sink,
        Progress(ingest, paths, quiet=output is None) as progress,
    ):
        reader: Reader | None = None
        for found in ingest.read(paths):
            # Whoever names a document gets its record, with a warning that it is not Arabic.
            item = found.document if isinstance(found, SetAside) else found
            if isinstance(item, Skipped):
                progress.say(f"marsad: {item.message}")
            elif isinstance(item, InputError):
                failed += 1
                progress.say(f"marsad: {item}")
            elif sink.has(item.id):
                count += 1
            else:
                # Resources are loaded when there is something to read: a wrong path is told at once.
                reader = reader or lasting_reader(lexicons)
                record = _read_one(reader, item, progress)
                if record is None:
                    failed += 1
                    continue
                sink.write(record)
                count += 1
                progress.count(item.text.count(" ") + 1)
        sink.finish(keep=count > 0)
    if failed:
        sys.exit(SOME_FAILED if count else NOTHING_READ)


def _read_one(reader: Reader, document: Document, progress: Progress) -> Record | None:
    """The record of a document; None where marsad itself fails on it, which must not cost the other documents."""
    try:
        return reader.read_document(document)
    except Exception as error:
        progress.say(f"marsad: {fault_message(error, document.path or 'standard input', document.id)}")
        return None
