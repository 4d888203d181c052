"""Words of a closed set that settle who did what (data/vocab/role_cues.tsv), by the name of their part."""

from __future__ import annotations

from functools import lru_cache

from marsad.folders import DATA
from marsad.resources import read_rows
from marsad.text.fold import fold_word

TABLE = "vocab/role_cues.tsv"


@lru_cache(maxsize=64)
def cue(name: str) -> frozenset[str]:
    """The folded forms of a cue. Raises KeyError where the table has no such cue."""
    return _table()[name]


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    rows = read_rows(DATA / TABLE)
    return {row["cue"]: frozenset(fold_word(form) for form in row["forms"].split("|")) for row in rows}
