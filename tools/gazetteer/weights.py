"""How likely a place is meant by its name, and how ordinary the name is."""

from __future__ import annotations

import gzip
import math
from pathlib import Path

from gazetteer.geonames import REGION
from marsad.gazetteer.schema import Caution
from marsad.gazetteer.tables import GazetteerRow

# Reports name towns and governorates far more often than the quarters, camps and rivers called after them:
# those are nearly always told by their generic noun.
_KIND = {"country": 7.0, "city": 4.0, "governorate": 3.6, "region": 3.4, "district": 2.6, "natural": 2.4,
         "facility": 1.8, "village": 1.8, "neighbourhood": 1.4, "road": 1.2}  # fmt: skip
# Countries whose wars fill Arabic conflict reporting.
_COVERED = {"SY": 0.8, "IQ": 0.8, "YE": 0.7, "LY": 0.7, "PS": 0.7, "SD": 0.5, "LB": 0.5, "EG": 0.4, "SA": 0.3}
_OWN_TABLE = 1.2
_CAPITAL = 1.5


def weight(row: GazetteerRow, capitals: frozenset[tuple[str, str]]) -> float:
    """Higher is likelier. Orders the candidates of one name where the text tells nothing."""
    own = 0.0 if row.id.startswith("gn-") else _OWN_TABLE
    people = 0.35 * math.log10(max(row.population, 1_000))
    capital = _CAPITAL if row.kind == "city" and (row.country, row.english) in capitals else 0.0
    return round(_KIND[row.kind] + own + people + capital + _COVERED.get(row.country, 0.0), 3)


class Cautions:
    """What each name needs beside it, from a table of ordinary words and a dictionary's forms."""

    def __init__(self, dictionary: Path, levels: dict[str, int], barred: dict[str, str]) -> None:
        with gzip.open(dictionary, "rt", encoding="utf-8") as file:
            self._words = frozenset(line.strip() for line in file)
        self._levels = levels
        self._barred = barred

    def of(self, form: str, rows: list[GazetteerRow]) -> int:
        """The caution of a folded name that may mean any of the rows; -1 where it is better no name at all."""
        if form in self._levels:
            return self._levels[form]
        if " " in form:
            return Caution.NONE
        bare = form.removeprefix("ال")
        common = form in self._words or bare in self._words
        own = [r for r in rows if not r.id.startswith(("gn-", "ne-"))]
        if any(_is_town(r) for r in own):
            return Caution.CUE if len(bare) < 3 else Caution.NONE
        if own:
            return Caution.NOUN if common or len(bare) < 3 else Caution.NONE
        if not any(r.country in REGION for r in rows):
            return -1 if common or len(bare) < 4 else Caution.CUE
        large = any(r.population >= 100_000 for r in rows)
        if common or len(bare) < 4:
            return Caution.CUE if large and len(bare) > 3 else Caution.NOUN
        return Caution.NONE if large else Caution.CUE

    def barred(self, form: str, rows: list[GazetteerRow]) -> str:
        """The proclitics that make another word of the name (و before حدة): read as that word, not as the name.

        Towns of the hand tables are read all the same (بعدن)."""
        if form in self._barred:
            return self._barred[form]
        if any(_is_town(r) for r in rows):
            return ""
        return "".join(p for p in "وفبلك" if p + form in self._words)


def _is_town(row: GazetteerRow) -> bool:
    """Whether a row of the hand tables is something that reports name bare."""
    return not row.id.startswith(("gn-", "ne-")) and row.kind in ("country", "city", "governorate", "region")
