"""Looking actors and words up, in marsad's tables and a user's."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from marsad.actors.nations import Nations
from marsad.errors import ResourceError
from marsad.folders import DATA
from marsad.resources import Resources
from marsad.tables import actors, words
from marsad.tables.actors import ActorRow, split
from marsad.tables.actors_check import folded
from marsad.tables.words import WordRow, read_word_rows
from marsad.text.fold import fold_word

MARSAD, USER = "marsad", "user"
_NEAR = 0.72


class Found(NamedTuple):
    """A row with whose it is (marsad or user)."""

    row: ActorRow
    owner: str

    def marks(self, name: str) -> list[str]:
        """What is said of a name: pejorative, self_given."""
        return [c for c in ("pejorative", "self_given") if name in split(self.row.cells[c])]


def all_actors(resources: Resources) -> dict[str, Found]:
    """Every actor that counts by key: a user's row in place of marsad's, and the governments of nations.tsv."""
    found = {row.key: Found(row, MARSAD) for row in _governments(resources)}
    found.update({row.key: Found(row, MARSAD) for row in actors.rows_of(DATA)})
    if resources.user is not None:
        found.update({row.key: Found(row, USER) for row in actors.rows_of(resources.user)})
    return found


def find_actors(resources: Resources, name: str) -> list[Found]:
    """Actors of which NAME is key, name or part of one, else of the closest spelling; the likeliest first."""
    known = all_actors(resources)
    wanted = fold_word(name).casefold()
    if not wanted:
        return []
    spellings = [(found, _names(found.row)) for found in known.values()]
    exact = [found for found, held in spellings if wanted in held]
    part = [found for found, held in spellings if wanted not in held and any(wanted in n for n in held)]
    if exact or part:
        return exact + sorted(part, key=lambda found: (len(found.row.cells["arabic"]), found.row.key))
    close = get_close_matches(wanted, sorted({n for _, held in spellings for n in held}), n=5, cutoff=_NEAR)
    ranked = [found for spelling in close for found, held in spellings if spelling in held]
    return list({found.row.key: found for found in ranked}.values())


def find_words(resources: Resources, name: str) -> list[tuple[WordRow, str]]:
    """Lines of word tables that hold NAME as one of their forms, inflected too, with whose they are."""
    wanted = fold_word(name)
    found: list[tuple[WordRow, str]] = []
    for owner, root in ((MARSAD, DATA), (USER, resources.user)):
        if root is not None:
            rows, faults = read_word_rows(words.tables(root))
            if faults:
                raise ResourceError(f"{faults[0]} (marsad lexicon check tells all faults)")
            found.extend((row, owner) for row in rows if wanted in row.folded())
    return found


def record(found: Found) -> dict[str, object]:
    """An actor as JSON gives it."""
    cells = found.row.cells
    return {
        **{c: cells[c] for c in ("key", "english", "arabic")},
        "aliases": [{"name": name, "marks": found.marks(name)} for name in split(cells["aliases"])],
        **{c: cells[c] or None for c in ("type", "country", "parent")},
        "backers": list(split(cells["backers"])),
        **{c: cells[c] or None for c in ("since", "until", "source")},
        "table": found.owner,
    }


def _names(row: ActorRow) -> list[str]:
    english = row.cells["english"].casefold()
    return [row.key, row.key.replace("_", " "), english, *(name.casefold() for name in folded(row))]


def _governments(resources: Resources) -> Iterator[ActorRow]:
    """The states of nations.tsv as rows: each is an actor by its government's key."""
    path = DATA / "actors" / "nations.tsv"
    for nation in resources.of(Nations).all:
        if not nation.names:
            continue
        cells = dict.fromkeys(actors.COLUMNS, "")
        cells |= {
            "key": nation.key, "english": nation.key.replace("_", " ").title(), "arabic": nation.names[0],
            "aliases": "|".join(nation.names[1:]), "type": "government", "country": nation.iso2,
            "source": "general knowledge",
        }  # fmt: skip
        yield ActorRow(cells, path, 0)
