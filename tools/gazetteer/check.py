"""Whether the rows of the hand tables lie in the countries and first-level units that they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gazetteer.borders import Borders
from marsad.gazetteer.tables import GazetteerRow

TOLERANCE_KM = 10.0


def outside(borders: Borders, rows: Iterable[GazetteerRow]) -> Iterator[tuple[GazetteerRow, str]]:
    """Rows farther than the tolerance from the land of their country or unit, and by how much of what.

    A unit that the border file does not know is told too."""
    for row in rows:
        if not row.country or row.kind == "country":
            continue
        km = borders.country_distance_km(row.country, row.lat, row.lon)
        if km is not None and km > TOLERANCE_KM:
            yield row, f"{km:.0f} km outside {row.country}"
        elif row.admin1:
            km = borders.unit_distance_km(row.country, row.admin1, row.lat, row.lon)
            if km is None:
                yield row, f"no unit {row.admin1!r} in {row.country}"
            elif km > TOLERANCE_KM:
                yield row, f"{km:.0f} km outside {row.admin1}"
