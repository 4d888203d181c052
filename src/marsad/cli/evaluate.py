"""`marsad evaluate`: how well records agree with annotated documents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from marsad.cli import options
from marsad.evaluate import Evaluation, load_gold, load_records
from marsad.evaluate import evaluate as compare
from marsad.evaluate.layers import LAYERS
from marsad.evaluate.reading import read_documents
from marsad.evaluate.table import as_json, as_table, disagreement_lines
from marsad.reader import Reader


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR")
@click.option(
    "--records",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Records that were read before (one a line), instead of reading DIR/docs now.",
)
@click.option("--doc", "document", metavar="ID", help="This document alone.")
@click.option("--errors", type=click.Choice([*LAYERS]), help="List the disagreements of one layer instead.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="A table for people, or one JSON array.",
)
@options.lexicons
def evaluate(
    folder: Path, records: Path | None, document: str | None, errors: str | None, form: str, lexicons: Path | None
) -> None:
    """Compare records with gold: precision, recall and F1 of each layer and its values.

    DIR holds docs/ (the documents) and gold/ (their compiled annotations, *.gold.json).

    \b
    marsad evaluate tests/gold
    marsad evaluate tests/gold --errors reasons
    marsad evaluate tests/gold --records records.jsonl --format json
    """
    gold = load_gold(folder / "gold")
    if document:
        if document not in gold:
            raise click.UsageError(f"no gold for {document!r}: there is {', '.join(gold)}")
        gold = {document: gold[document]}
    result = compare(gold, _records(folder, gold, records, lexicons))
    _warn(result)
    if errors:
        for line in disagreement_lines(result, errors):
            click.echo(line)
    else:
        click.echo(as_json(result) if form == "json" else as_table(result))


def _records(
    folder: Path, gold: dict[str, dict[str, Any]], given: Path | None, lexicons: Path | None
) -> dict[str, dict[str, Any]]:
    return load_records(given) if given else read_documents(folder / "docs", gold.keys(), Reader(lexicons))


def _warn(result: Evaluation) -> None:
    for name in result.without_record:
        click.echo(f"marsad: no record for {name}: it counts as one with nothing in it", err=True)
