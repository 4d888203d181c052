"""With what documents were read: the version of marsad, and a hash of all its tables and the user's."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from marsad.case.database import Database
from marsad.folders import DATA
from marsad.version import __version__


@dataclass(frozen=True, slots=True)
class Versions:
    """A version of marsad and of its tables: words, grammars, gazetteer, actors, codebook."""

    marsad: str
    tables: str


@cache
def versions(user: Path | None = None) -> Versions:
    """What documents are read with now; `user` is a folder of a user's own tables."""
    digest = hashlib.sha256()
    for root in (DATA, user):
        for path in sorted(root.rglob("*")) if root else ():
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(f"{path.relative_to(root or DATA)}\0".encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return Versions(__version__, digest.hexdigest()[:16])


def reading_of(database: Database, held: Versions) -> int:
    """The number of these versions in the case, given to them where they are new. Inside the caller's transaction."""
    row = database.one("SELECT reading FROM reading WHERE marsad = ? AND tables = ?", held.marsad, held.tables)
    return (
        row[0] if row else database.run("INSERT INTO reading (marsad, tables) VALUES (?, ?)", held.marsad, held.tables)
    )
