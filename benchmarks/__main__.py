#!/usr/bin/env python3
"""All figures of speed in one run: `make bench`, or

    python -m benchmarks                                  the samples; growth up to 100,000 words
    python -m benchmarks articles.jsonl --limit 150       other texts for the pipeline and the peers
    python -m benchmarks --longest 1000000 --write        the tables of docs/speed.md written again

Peers are measured where they are installed (pip install 'marsad[peers]'); HEIDELTIME_JAR names HeidelTime's jar."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import click

from benchmarks import footprint, growth, peers, pipeline

PAGE = Path(__file__).parents[1] / "docs" / "speed.md"


@click.command(help=__doc__.replace("\n\n    ", "\n\n\b\n    ") if __doc__ else None)
@click.argument("paths", nargs=-1, type=click.Path(exists=True))
@click.option("--limit", type=int, help="Read no more than this many documents.")
@click.option("--repeat", default=3, show_default=True, help="Passes, of which the best counts.")
@click.option("--longest", default=100_000, show_default=True, help="Words of the longest document.")
@click.option("--only", type=click.Choice(["pipeline", "peers", "growth", "footprint"]), help="One table.")
@click.option("--write", is_flag=True, help=f"Write the tables into docs/{PAGE.name} too.")
def main(paths: tuple[str, ...], limit: int | None, repeat: int, longest: int, only: str | None, write: bool) -> None:
    documents = pipeline.documents_of(paths, limit)
    tables: dict[str, Iterable[str]] = {
        "pipeline": pipeline.table(documents, repeat),
        "peers": peers.table(documents, repeat),
        "growth": growth.table((), longest),
        "footprint": footprint.table(),
    }
    for name in [only] if only else tables:
        lines = []
        for line in tables[name]:
            click.echo(line)
            lines.append(line)
        click.echo()
        if write:
            page = PAGE.read_text(encoding="utf-8")
            PAGE.write_text(filled(page, name, lines), encoding="utf-8")


def filled(page: str, name: str, lines: list[str]) -> str:
    """The page with a table between its marks. Raises ValueError where the page has no place for it."""
    begin, end = f"<!-- {name}: python -m benchmarks writes this -->", f"<!-- /{name} -->"
    made, count = re.subn(
        f"({re.escape(begin)}).*?({re.escape(end)})",
        lambda found: "\n".join([found[1], *lines, found[2]]),
        page,
        flags=re.DOTALL,
    )
    if count != 1:
        raise ValueError(f"docs/{PAGE.name} has no place for the table {name}: {begin}")
    return made


if __name__ == "__main__":
    main()
