"""Names of countries in the reader's language, from the gazetteer."""

from __future__ import annotations

from functools import cache

from marsad.folders import DATA
from marsad.gazetteer.schema import read_lines


@cache
def _names() -> dict[str, tuple[str, str]]:
    """Arabic and English name of each country, by its code (SY)."""
    places, _ = read_lines(DATA / "gazetteer" / "gazetteer.txt")
    rows = [line.split("\t") for line in places if "\tcountry\t" in line]
    return {row[4]: (row[1], row[2]) for row in rows}


def country(code: str, lang: str) -> str:
    """The name of a country; the code where it is not known."""
    arabic, english = _names().get(code, (code, code))
    return (arabic if lang == "ar" else english) or code
