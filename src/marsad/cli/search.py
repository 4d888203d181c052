"""`marsad search`: words in the texts of a case."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from marsad.case.search import Hit
from marsad.cli.counting import counted
from marsad.cli.listing import SENTENCES, case_file, form, opened, print_rows, say

_SHOWN = 5
"""Sentences of a document that the table shows."""

_NEAR = ("document", "outlet", "published", "sentence", "start", "likeness", "text")
_COLUMNS = ("document", "outlet", "published", "title", "rank", "passages")


@click.command()
@case_file
@click.argument("words", nargs=-1, required=True)
@click.option("--exact", is_flag=True, help="Only as it is written: no other spelling, no clitics.")
@click.option("--meaning", is_flag=True, help="By meaning, asked in any language (the extra `semantic`).")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="No more documents than this.")
@form
def search(case: Path, words: tuple[str, ...], exact: bool, meaning: bool, limit: int, form: str) -> None:
    """Print the sentences that hold words, whatever clitics they carry and however they are spelt.

    A document must hold all words; a phrase is written in quotation marks. The best come first. With --meaning the
    sentences that are most like a question are printed, whatever words they use: that they are about it does not mean
    that they say so.

    \b
    marsad search hamrin.marsad حقول النفط
    marsad search hamrin.marsad '"طريق الإمداد"' --format json
    marsad search hamrin.marsad --meaning "why do they attack oil fields"
    """
    if meaning and exact:
        raise click.UsageError("--exact is about words and --meaning is not: give one of them")
    if meaning:
        _print_near(case, " ".join(words), limit, form)
        return
    with opened(case) as held:
        hits = held.search(" ".join(words), exact=exact, limit=limit)
    if form == "table":
        for hit in hits:
            _tell(hit)
        if not hits:
            click.echo("nothing found: a document must hold all words (--meaning asks by meaning)", err=True)
    else:
        rows = [_plain(hit) for hit in hits]
        if form == "csv":
            told = (SENTENCES.join(passage.text.strip() for passage in hit.passages) for hit in hits)
            rows = [{**row, "passages": passages} for row, passages in zip(rows, told, strict=True)]
        print_rows(rows, form, _COLUMNS)


def _print_near(case: Path, question: str, limit: int, form: str) -> None:
    from marsad.analyse.meaning import Meaning

    encoder = Meaning()
    with opened(case) as held:
        missing = len(encoder.missing(held))
    if missing:
        click.echo(f"encoding the sentences of {counted(missing, 'document')}, once …", err=True)
        with opened(case, write=True) as writable:
            encoder.store(writable)
    with opened(case) as held:
        found = encoder.nearest(held, question, limit)
    rows = [
        {
            "document": near.document.id, "outlet": near.document.outlet, "published": near.document.published,
            "sentence": near.sentence, "start": near.start, "likeness": near.likeness, "text": near.text,
        }
        for near in found
    ]  # fmt: skip
    print_rows(rows, form, _NEAR, ("likeness", "document", "outlet", "published", "text"))


def _plain(hit: Hit) -> Mapping[str, Any]:
    document = hit.document
    passages = [
        {
            "sentence": passage.sentence,
            "start": passage.start,
            "text": passage.text,
            "spans": [[span.start, span.end] for span in passage.spans],
        }
        for passage in hit.passages
    ]
    return {
        "document": document.id,
        "outlet": document.outlet,
        "published": document.published,
        "title": document.title,
        "rank": hit.rank,
        "passages": passages,
    }


def _tell(hit: Hit) -> None:
    from marsad.report.safe import safe

    say(hit.document.id, hit.document.outlet, hit.document.published, hit.document.title)
    for passage in hit.passages[:_SHOWN]:
        told, done = "", 0
        for span in passage.spans:
            told += safe(passage.text[done : span.start])
            # click takes the colours off again where the output is no terminal.
            told += click.style(safe(passage.text[span.start : span.end]), bold=True, fg="yellow")
            done = span.end
        click.echo(f"  {told}{safe(passage.text[done:])}".rstrip())
    if len(hit.passages) > _SHOWN:
        click.echo(f"  and {len(hit.passages) - _SHOWN} more sentences")
    click.echo()
