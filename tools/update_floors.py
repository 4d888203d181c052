#!/usr/bin/env python3
"""Raise the floors of the quality gate to what is measured now (less a small margin).

    python tools/update_floors.py                                raise, add new figures, refuse to lower
    python tools/update_floors.py --lower samples:times.value    lower this floor too (again for several)
    python tools/update_floors.py --lower all                    set every floor to what is measured
    python tools/update_floors.py --set samples --set dev        these sets alone

Sets whose data is not on this machine keep their floors. A lowered floor needs its reason in the commit.
Exit status: 1 where a figure is below its floor and was not to be lowered."""

from __future__ import annotations

import sys
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.eval.floors import FLOORS, dump, follow, load
from tests.eval.measuring import SETS, AbsentError, measure


@click.command(help=__doc__.replace("\n\n    ", "\n\n\b\n    ") if __doc__ else None)
@click.option("--lower", multiple=True, metavar="SET:FIGURE", help="A floor that may be lowered; `all` for every one.")
@click.option("--set", "chosen", multiple=True, type=click.Choice(list(SETS)), help="Measure this set alone.")
def main(lower: tuple[str, ...], chosen: tuple[str, ...]) -> None:
    old = load() if FLOORS.exists() else {}
    new = {name: dict(old.get(name, {})) for name in SETS}
    kept: list[str] = []
    for name in chosen or SETS:
        try:
            figures = measure(name)
        except AbsentError as absent:
            click.echo(f"{name}: kept, not measured: {absent}")
            continue
        before = old.get(name, {})
        new[name], below = follow(name, before, figures, lower)
        kept += (
            f"{name}:{figure} is {figures[figure]:.3f}, below its floor {before[figure]:.3f}: kept" for figure in below
        )
        for figure, floor in new[name].items():
            if floor != before.get(figure):
                click.echo(f"{name}:{figure} {before.get(figure, 'new')} → {floor:.3f}")
    FLOORS.write_text(dump({name: figures for name, figures in new.items() if figures}), encoding="utf-8")
    for line in kept:
        click.echo(line, err=True)
    sys.exit(bool(kept))


if __name__ == "__main__":
    main()
