"""Actors as marsad's dictionary and the user's know them: their names in the reader's language, and who is public."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from marsad.resources import Resources
from marsad.tables import actors
from marsad.tables.lookup import Found, all_actors


def known_actors(lexicons: Path | None) -> dict[str, Found]:
    """Every actor of the dictionaries by key. Read again when the user's own table has changed."""
    own = lexicons / actors.USER_TABLE if lexicons else None
    return _read(lexicons, own.stat().st_mtime_ns if own and own.exists() else 0)


@lru_cache(maxsize=2)
def _read(lexicons: Path | None, _changed: int) -> dict[str, Found]:
    return all_actors(Resources(lexicons))


def actor_name(known: dict[str, Found], key: str, text: str, lang: str) -> str:
    """What an actor is called: its usual name, else the words of the texts."""
    found = known.get(key)
    return (found.row.cells["arabic" if lang == "ar" else "english"] if found else "") or text
