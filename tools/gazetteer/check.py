"""Whether the rows of the hand tables lie in the countries that they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gazetteer.borders import Borders
from marsad.gazetteer.tables import GazetteerRow

TOLERANCE_KM = 10.0


def outside(borders: Borders, rows: Iterable[GazetteerRow]) -> Iterator[tuple[GazetteerRow, float]]:
    """Rows farther than the tolerance from their country's land, with the distance in kilometres."""
    for row in rows:
        if not row.country or row.kind == "country":
            continue
        km = borders.country_distance_km(row.country, row.lat, row.lon)
        if km is not None and km > TOLERANCE_KM:
            yield row, km
