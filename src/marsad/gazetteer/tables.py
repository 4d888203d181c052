"""Tables of places: data/gazetteer/places/*.tsv, one file a region, one row a place.

id         unique: country-kind-name in lower case
name       the usual Arabic name, without its generic noun unless it is never used without (باب الهوى)
aliases    other names, parted by |; an alias that begins with a generic noun (سد الموصل) fixes what is meant
english    the usual English name, with what tells it from its namesakes in brackets
kind       country, region, governorate, district, city, village, neighbourhood, facility, natural, road
country    ISO 3166-1 alpha-2, empty for what several countries share
admin1     governorate (Natural Earth's English name), admin2 district; empty where not stated
lat, lon   WGS 84 degrees of the centre; radius_km: the circle that surely holds it
source     geonames:ID (point taken from there), natural-earth, cldr, or "general knowledge, unchecked"
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from marsad.errors import ResourceError
from marsad.resources import read_rows, write_rows

KINDS = (
    "country",
    "region",
    "governorate",
    "district",
    "city",
    "village",
    "neighbourhood",
    "facility",
    "natural",
    "road",
)


@dataclass(frozen=True, slots=True)
class GazetteerRow:
    """A place of a table. Degrees are WGS 84, `radius_km` kilometres, `population` 0 where not known."""

    id: str
    name: str
    aliases: tuple[str, ...]
    english: str
    kind: str
    country: str
    admin1: str
    admin2: str
    lat: float
    lon: float
    radius_km: float
    source: str
    population: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        """All Arabic names, the usual one first."""
        return (self.name, *self.aliases)


def read_table(path: Path) -> Iterator[GazetteerRow]:
    """Rows of one table. Raises ResourceError with file and id where a row is malformed."""
    for row in read_rows(path):
        yield _row(path, row)


COLUMNS = (
    "id",
    "name",
    "aliases",
    "english",
    "kind",
    "country",
    "admin1",
    "admin2",
    "lat",
    "lon",
    "radius_km",
    "source",
)


def write_table(path: Path, rows: Iterable[GazetteerRow], comment: str) -> int:
    """Write rows as a table with a comment at its head; how many. Names lose the signs that part cells."""
    cells = [{**{c: _clean(str(getattr(row, c))) for c in COLUMNS}, "aliases": _aliases(row)} for row in rows]
    path.parent.mkdir(parents=True, exist_ok=True)
    write_rows(path, list(COLUMNS), cells, comment)
    return len(cells)


def _aliases(row: GazetteerRow) -> str:
    return "|".join(_clean(alias).replace("|", " ") for alias in row.aliases)


def _clean(cell: str) -> str:
    return " ".join(cell.split())


def _row(path: Path, row: Mapping[str, str]) -> GazetteerRow:
    try:
        lat, lon, radius = float(row["lat"]), float(row["lon"]), float(row["radius_km"])
    except (KeyError, ValueError) as error:
        raise ResourceError(f"{path}: {row.get('id')}: lat, lon, radius_km must be numbers: {error}") from error
    if row["kind"] not in KINDS:
        raise ResourceError(f"{path}: {row['id']}: kind {row['kind']!r} is none of {', '.join(KINDS)}")
    if not (-90 <= lat <= 90 and -180 <= lon <= 180 and radius >= 0):
        raise ResourceError(f"{path}: {row['id']}: {lat}, {lon}, {radius} km lies nowhere on earth")
    return GazetteerRow(
        id=row["id"],
        name=row["name"],
        aliases=tuple(a for a in row["aliases"].split("|") if a),
        english=row["english"],
        kind=row["kind"],
        country=row["country"],
        admin1=row["admin1"],
        admin2=row["admin2"],
        lat=lat,
        lon=lon,
        radius_km=radius,
        source=row["source"],
    )
