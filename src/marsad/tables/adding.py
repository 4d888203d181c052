"""Adding an actor, or names of one, to a user's own table: the row as it would be, its faults, writing it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from marsad.resources import Resources
from marsad.tables import actors
from marsad.tables.actors import ActorRow, split
from marsad.tables.check import check_actors
from marsad.tables.faults import Fault
from marsad.tables.lookup import Found, all_actors

_COMMENT = "Your own actors, which add to marsad's; a row with a key of marsad's takes the place of marsad's row."
_MARKED = ("pejorative", "self_given")


def own_row(
    folder: Path, key: str, given: Mapping[str, str | None], names: Mapping[str, Iterable[str]]
) -> tuple[ActorRow, Found | None]:
    """The row of an actor for the folder's table, and the row that it takes the place of.

    `given` are cells; what is None stays as it is. `names` are added to those it has, under aliases, pejorative or
    self_given."""
    known = all_actors(Resources(folder if folder.is_dir() else None)).get(key)
    if known is not None and not known.row.line:
        known = None  # a state's names are places too: they do not become names of an actor by the way
    cells = dict(known.row.cells) if known else dict.fromkeys(actors.COLUMNS, "")
    cells |= {"key": key, **{c: " ".join(v.split()) for c, v in given.items() if v is not None}}
    for column in _MARKED:
        cells[column] = _joined(cells[column], names.get(column, ()))
    cells["aliases"] = _joined(cells["aliases"], (n for c in ("aliases", *_MARKED) for n in names.get(c, ())))
    return ActorRow(cells, folder / actors.USER_TABLE, 0), known


def row_faults(row: ActorRow, folder: Path, force: bool = False, hint: str = "") -> list[Fault]:
    """What is wrong with a row beside marsad's rows and the user's, clashes of names too unless `force`; to these
    `hint` is added, what to do."""
    user = [r for r in (actors.rows_of(folder) if folder.is_dir() else ()) if r.key != row.key]
    faults = check_actors([row], folder, user)
    clashes = [f._replace(message=f.message + hint, warning=False) for f in faults if f.warning and not force]
    return [*(f for f in faults if not f.warning), *clashes]


def write_row(row: ActorRow) -> None:
    """Write the row into its table, in the place of one with its key. Raises OutputError."""
    own = actors.read_actors(row.path)[0] if row.path.exists() else []
    actors.write_actors(row.path, [*(r.cells for r in own if r.key != row.key), row.cells], _COMMENT)


def _joined(cell: str, more: Iterable[str]) -> str:
    cleaned = [" ".join(name.replace("|", " ").split()) for name in more]
    return "|".join(dict.fromkeys((*split(cell), *cleaned)))
