"""Borders of first-level units (Natural Earth), to name the unit of a point and to check rows of the tables."""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

Ring = list[tuple[float, float]]
KM_PER_DEGREE = 111.2
"""Length of a degree of latitude, in kilometres."""


@dataclass(frozen=True)
class Unit:
    """A first-level unit: its ISO country, names, and rings (longitude, latitude), holes among them."""

    country: str
    english: str
    arabic: str
    lat: float
    lon: float
    rings: tuple[Ring, ...]
    box: tuple[float, float, float, float]

    def holds(self, lat: float, lon: float) -> bool:
        """Whether the point lies inside (even-odd rule over all rings)."""
        west, south, east, north = self.box
        if not (west <= lon <= east and south <= lat <= north):
            return False
        inside = False
        for ring in self.rings:
            for (x1, y1), (x2, y2) in pairwise(ring):
                if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
                    inside = not inside
        return inside

    def distance_km(self, lat: float, lon: float) -> float:
        """Distance from the point to the border, in kilometres; 0 inside."""
        if self.holds(lat, lon):
            return 0.0
        scale = math.cos(math.radians(lat))
        lines = (line for ring in self.rings for line in pairwise(ring))
        return (
            min(
                _from_origin((x1 - lon) * scale, y1 - lat, (x2 - lon) * scale, y2 - lat) for (x1, y1), (x2, y2) in lines
            )
            * KM_PER_DEGREE
        )


class Borders:
    """All units of a Natural Earth admin-1 file (GeoJSON with iso_a2, name_en, name_ar), or of outlines.json.gz."""

    def __init__(self, path: Path) -> None:
        content = path.read_bytes()
        data = json.loads(gzip.decompress(content) if path.suffix == ".gz" else content)
        self.units = [unit for feature in data["features"] if (unit := _unit(feature))]

    def unit_at(self, lat: float, lon: float) -> Unit | None:
        """The unit that holds a point, None at sea."""
        return next((u for u in self.units if u.holds(lat, lon)), None)

    def unit_distance_km(self, country: str, english: str, lat: float, lon: float) -> float | None:
        """How far a point lies outside a first-level unit; None where the file has no such unit."""
        units = [u for u in self.units if u.country == country and u.english == english]
        return min((u.distance_km(lat, lon) for u in units), default=None)

    def country_distance_km(self, country: str, lat: float, lon: float) -> float | None:
        """How far a point lies outside a country; None where the file has no such country."""
        units = [u for u in self.units if u.country == country]
        if any(u.holds(lat, lon) for u in units):
            return 0.0
        return min((u.distance_km(lat, lon) for u in units), default=None)


def _from_origin(x1: float, y1: float, x2: float, y2: float) -> float:
    """Distance of a line between two points from the origin."""
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    along = -(x1 * (x2 - x1) + y1 * (y2 - y1)) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    return math.hypot(x1 + along * (x2 - x1), y1 + along * (y2 - y1))


def _unit(feature: dict[str, object]) -> Unit | None:
    properties = feature["properties"]
    geometry = feature["geometry"]
    assert isinstance(properties, dict)
    assert isinstance(geometry, dict)
    rings = tuple(_rings(geometry))
    if not rings:
        return None
    xs = [x for ring in rings for x, _ in ring]
    ys = [y for ring in rings for _, y in ring]
    return Unit(
        country=str(properties.get("iso_a2") or ""),
        english=str(properties.get("name_en") or properties.get("name") or ""),
        arabic=str(properties.get("name_ar") or ""),
        lat=float(properties.get("latitude") or 0.0),
        lon=float(properties.get("longitude") or 0.0),
        rings=rings,
        box=(min(xs), min(ys), max(xs), max(ys)),
    )


def _rings(geometry: dict[str, object]) -> Iterator[Ring]:
    coordinates = geometry["coordinates"]
    polygons = [coordinates] if geometry["type"] == "Polygon" else coordinates
    assert isinstance(polygons, list)
    for polygon in polygons:
        for ring in polygon:
            yield [(float(p[0]), float(p[1])) for p in ring]
