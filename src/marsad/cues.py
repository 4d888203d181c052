"""Words of closed sets, by the name of their part: what settles who did what (data/vocab/role_cues.tsv), where
(place_cues.tsv), or whose toll a figure is (toll_links.tsv)."""

from __future__ import annotations

from functools import lru_cache

from marsad.folders import DATA
from marsad.resources import read_rows
from marsad.text.fold import fold_word

TABLE = "vocab/role_cues.tsv"
PLACE_CUES = "vocab/place_cues.tsv"
TOLL_LINKS = "vocab/toll_links.tsv"


@lru_cache(maxsize=64)
def cue(name: str, table: str = TABLE) -> frozenset[str]:
    """The folded forms of a cue. Raises KeyError where the table has no such cue."""
    return _table(table)[name]


@lru_cache(maxsize=4)
def _table(table: str) -> dict[str, frozenset[str]]:
    rows = read_rows(DATA / table)
    return {row["cue"]: frozenset(fold_word(form) for form in row["forms"].split("|")) for row in rows}
