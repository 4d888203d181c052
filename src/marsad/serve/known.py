"""Actors as marsad's dictionary and the user's know them: their names in the reader's language, and who is public."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from marsad.actors.nations import Nations
from marsad.report.labels import Labels
from marsad.resources import Resources
from marsad.tables import actors
from marsad.tables.actors import split
from marsad.tables.lookup import Found, all_actors


def known_actors(lexicons: Path | None) -> dict[str, Found]:
    """Every actor of the dictionaries by key. Read again when the user's own table has changed."""
    own = lexicons / actors.USER_TABLE if lexicons else None
    return _read(lexicons, own.stat().st_mtime_ns if own and own.exists() else 0)


@lru_cache(maxsize=2)
def _read(lexicons: Path | None, _changed: int) -> dict[str, Found]:
    return all_actors(Resources(lexicons))


@lru_cache(maxsize=1)
def _countries() -> Mapping[str, str]:
    """The Arabic name of the country whose government has a key."""
    return {key: nation.names[0] for key, nation in Resources().of(Nations).by_key.items() if nation.names}


def actor_name(known: Mapping[str, Found], key: str, text: str, labels: Labels) -> str:
    """What an actor is called: its usual name, else the words of the texts.

    A government is called by its country: the dictionary's usual name of it may be what its opponents say."""
    found = known.get(key)
    if found is None:
        return text
    cells = found.row.cells
    if labels.lang == "en":
        return cells["english"] or text
    partial = "government" in cells["english"].lower() or cells["arabic"] in split(cells["pejorative"])
    country = _countries().get(key) if partial and cells["type"] == "government" else None
    return labels("government_of", country=country) if country else cells["arabic"] or text
