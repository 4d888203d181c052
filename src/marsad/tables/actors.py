"""Tables of actors, row by row with their lines: data/actors/theatres/*.tsv and those of a user.

key         lower_snake, the same in all documents; a user's row with a key of marsad's replaces marsad's row
english, arabic   the usual names; `aliases` other names, parted by |
pejorative  those of the aliases that opponents use; self_given those that the actor gives itself
type        of the codebook (marsad codebook actor_types)
country     ISO 3166-1 alpha-2 of where it mainly acts
parent      key of what it belongs to; `backers` keys, parted by |
since, until   years, YYYY or YYYY-MM
source      how the row was come by
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from marsad.actors.dictionary import TABLES
from marsad.errors import ResourceError
from marsad.resources import write_rows
from marsad.tables.faults import Fault
from marsad.tables.writing import replacing

NEEDED = ("key", "arabic", "type")
COLUMNS = (
    "key", "english", "arabic", "aliases", "pejorative", "self_given", "type", "country", "parent", "backers", "since",
    "until", "source",
)  # fmt: skip
USER_TABLE = Path("actors") / "user.tsv"


@dataclass(frozen=True, slots=True)
class ActorRow:
    """One row and where it stands. `cells` holds every column of COLUMNS, empty where the table has none."""

    cells: Mapping[str, str]
    path: Path
    line: int

    @property
    def key(self) -> str:
        """The key of the actor."""
        return self.cells["key"]

    @property
    def names(self) -> tuple[str, ...]:
        """The Arabic name and the aliases."""
        return (self.cells["arabic"], *split(self.cells["aliases"]))

    def fault(self, message: str, warning: bool = False) -> Fault:
        """A fault of this row."""
        return Fault(self.path, self.line, f"{self.key or 'a row without key'}: {message}", warning)


def split(cell: str) -> tuple[str, ...]:
    """The parts of a cell."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def tables(root: Path) -> list[Path]:
    """The tables of actors in a folder laid out like marsad/data, in the order in which later ones win."""
    return [path for pattern in TABLES for path in sorted(root.glob(pattern))]


def read_actors(path: Path) -> tuple[list[ActorRow], list[Fault]]:
    """The rows of a TSV or CSV table and what is wrong with its form. Lines that begin with # are comments."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return [], [Fault(path, 0, "is not in UTF-8: save it as UTF-8")]
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip() and not line.startswith("#")]
    if not lines:
        return [], [Fault(path, 0, f"is empty: the first line names the columns ({', '.join(COLUMNS)})")]
    cells = _csv(lines) if path.suffix.lower() == ".csv" else ((n, line.split("\t")) for n, line in lines)
    at, head = next(cells)
    columns = [c.strip() for c in head]
    faults = [Fault(path, at, f"no column {c!r}, which a table of actors needs") for c in NEEDED if c not in columns]
    faults += [Fault(path, at, f"unknown column {c!r}: {', '.join(COLUMNS)}") for c in columns if c not in COLUMNS]
    if faults:
        return [], faults
    rows = []
    for n, found in cells:
        if len(found) != len(columns):
            faults.append(Fault(path, n, f"{len(found)} cells, not {len(columns)} ({', '.join(columns)})"))
        else:
            given = dict(zip(columns, (" ".join(cell.split()) for cell in found), strict=True))
            rows.append(ActorRow({c: given.get(c, "") for c in COLUMNS}, path, n))
    return rows, faults


def _csv(lines: list[tuple[int, str]]) -> Iterator[tuple[int, list[str]]]:
    """Cells of CSV, a row a line."""
    sign = ";" if lines[0][1].count(";") > lines[0][1].count(",") else ","
    for n, line in lines:
        yield n, next(csv.reader([line], delimiter=sign))


def rows_of(root: Path) -> Iterator[ActorRow]:
    """All rows of a folder. Raises ResourceError with the first fault of form."""
    for path in tables(root):
        rows, faults = read_actors(path)
        if faults:
            raise ResourceError(f"{faults[0]} (marsad lexicon check tells all faults)")
        yield from rows


def write_actors(path: Path, rows: Iterable[Mapping[str, str]], comment: str) -> None:
    """Write a table of actors whole, or leave what was there. Raises OutputError."""
    with replacing(path) as part:
        write_rows(part, list(COLUMNS), [dict(row) for row in rows], comment)
