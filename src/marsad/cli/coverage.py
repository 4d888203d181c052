"""`marsad coverage`: what a case covers, and what awaits review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from marsad.analyse.coverage import Coverage
from marsad.analyse.coverage import coverage as covered
from marsad.cli.listing import case_file, form, opened, print_rows


@click.command()
@case_file
@form
def coverage(case: Path, form: str) -> None:
    """Print what a case covers: documents and copies, outlets, time, countries, and what people have reviewed.

    \b
    marsad coverage hamrin.marsad
    marsad coverage hamrin.marsad --format json
    """
    with opened(case) as held:
        found = covered(held)
    if form == "json":
        print_rows([found.plain], form, ())
    else:
        print_rows(list(_rows(found)), form, ("about", "name", "count"))


def _rows(found: Coverage) -> Iterator[Mapping[str, Any]]:
    for name in ("documents", "origins", "aside", "undated", "words", "failures"):
        yield {"about": "case", "name": name, "count": getattr(found, name)}
    yield {"about": "case", "name": "first day", "count": found.first}
    yield {"about": "case", "name": "last day", "count": found.last}
    for about, counts in (("outlet", found.outlets), ("month", found.months), ("country", found.countries)):
        for name, count in counts.items():
            yield {"about": about, "name": name or "not known", "count": count}
    for layer, states in found.layers.items():
        for state, count in states.items():
            yield {"about": layer, "name": state, "count": count}
