"""The gazetteer's file: two tables in SQLite, written by tools/build_gazetteer.py, read whole."""

from __future__ import annotations

SCHEMA = """
CREATE TABLE place (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, english TEXT NOT NULL, kind TEXT NOT NULL,
  country TEXT NOT NULL, admin1 TEXT NOT NULL, admin2 TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL,
  radius_km REAL NOT NULL, source TEXT NOT NULL, weight REAL NOT NULL);
CREATE TABLE name (
  form TEXT PRIMARY KEY, caution INTEGER NOT NULL, places TEXT NOT NULL, written TEXT NOT NULL, barred TEXT NOT NULL)
  WITHOUT ROWID;
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
"""`weight`: how likely the place is meant where nothing tells (see tools/gazetteer/weights.py).
`caution`: what a mention of the name needs, see Caution. `places`: numbers of places, blank between. `written`: the
spellings that the tables give, parted by |. `barred`: proclitics that make another word of the name."""


class Caution:
    """What must stand beside a name before it counts as one."""

    NONE = 0
    """Nothing: the word is hardly anything but a place."""
    CUE = 1
    """A preposition of place, a generic noun, or another place in a row: the word is ordinary too (الباب)."""
    NOUN = 2
    """A generic noun (حي النور) or an established place in a row: the word is mostly ordinary."""
