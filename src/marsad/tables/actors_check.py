"""What can be wrong with rows of actors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set

from marsad.codebook import codebook
from marsad.tables.actors import USER_TABLE, ActorRow, split
from marsad.tables.faults import Fault
from marsad.text.fold import fold_word

_KEY = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")
_ARABIC = re.compile("[\u0621-\u064a]")
_TITLE = re.compile(r"^\([^)]*\)\s*")


def row_faults(row: ActorRow) -> Iterator[Fault]:
    """Faults that a row shows by itself."""
    cells = row.cells
    if not _KEY.fullmatch(row.key):
        yield row.fault("a key is lower_snake: small Latin letters, digits, _")
    types = codebook().sections["actor_types"]
    if cells["type"] not in types:
        yield row.fault(f"unknown type {cells['type']!r}: {', '.join(types)}")
    if not _ARABIC.search(cells["arabic"]):
        yield row.fault(f"arabic holds no Arabic name: {cells['arabic']!r}")
    if cells["country"] and not _COUNTRY.fullmatch(cells["country"]):
        yield row.fault(f"country {cells['country']!r} is no ISO 3166-1 code of two capital letters (SY)")
    for column in ("since", "until"):
        if cells[column] and not _DATE.fullmatch(cells[column]):
            yield row.fault(f"{column} {cells[column]!r} is no year: YYYY or YYYY-MM")
    if cells["since"] and cells["until"] and cells["until"][:4] < cells["since"][:4]:
        yield row.fault(f"until {cells['until']} lies before since {cells['since']}")
    if row.key and row.key == cells["parent"]:
        yield row.fault("is its own parent")
    names = {fold_word(name) for name in row.names}
    for column in ("pejorative", "self_given"):
        for name in split(cells[column]):
            if fold_word(name) not in names:
                yield row.fault(f"{name!r} in {column} is none of its names: write it into aliases too")


def key_faults(rows: Iterable[ActorRow], known: Set[str]) -> Iterator[Fault]:
    """Keys that stand twice in the rows of one folder, parents and backers that neither they nor `known` have.

    The table that `marsad lexicon add` writes may hold a key of another table: its row takes that row's place."""
    held = list(rows)
    first: dict[str, ActorRow] = {}
    for row in held:
        before = first.get(row.key)
        if before is not None and (before.path == row.path or row.path.name != USER_TABLE.name):
            yield row.fault(f"the key stands already in {before.path.name}:{before.line}")
        first.setdefault(row.key, row)
    for row in held:
        for column in ("parent", "backers"):
            for key in split(row.cells[column]):
                if key not in first and key not in known:
                    yield row.fault(f"unknown {column} {key!r}: it is no key of an actor")


def shared_names(rows: Iterable[ActorRow], others: Iterable[ActorRow]) -> Iterator[Fault]:
    """Warnings where a name of `rows` is a name of another key too, in them or in `others`."""
    held = list(rows)
    owners = name_owners([*others, *held])
    for row in held:
        for name in dict.fromkeys(folded(row)):
            for key in sorted(owners[name] - {row.key}):
                yield row.fault(f"the name {name!r} is one of {key} too", warning=True)


def name_owners(rows: Iterable[ActorRow]) -> Mapping[str, set[str]]:
    """The keys that have each name (folded, without the title in brackets)."""
    owners: dict[str, set[str]] = {}
    for row in rows:
        for name in folded(row):
            owners.setdefault(name, set()).add(row.key)
    return owners


def folded(row: ActorRow) -> list[str]:
    """The names of a row as they are compared."""
    return [fold_word(_TITLE.sub("", name)) for name in row.names]
