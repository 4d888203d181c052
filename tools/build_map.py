"""The map of the workbench, two files in src/marsad/serve/static: borders of first-level units as one SVG path,
map.svg; the same as areas with identities, and labels in both languages, map.json (GeoJSON).

    python tools/build_map.py

Drawn from tools/gazetteer/outlines.json.gz (Natural Earth, public domain), thinned: it is a backdrop, and the places on
it have their own coordinates. In map.svg x = longitude * cos(28°), y = -latitude, in twentieths of a degree. In
map.json an area's `id` is COUNTRY|PROVINCE, as the gazetteer names both; labels are the gazetteer's."""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
OUTLINES = ROOT / "tools/gazetteer/outlines.json.gz"
GAZETTEER = ROOT / "src/marsad/data/gazetteer/gazetteer.txt"
MAP = ROOT / "src/marsad/serve/static/map.svg"
SHAPES = ROOT / "src/marsad/serve/static/map.json"
STRETCH = math.cos(math.radians(28))
"""src/marsad/serve/routes/map.py draws with the same."""

APART = 0.15
"""Degrees between the points of a line of map.svg."""

GRID, COARSE = 0.03, 0.1
"""Degrees of the grid that the corners of map.json lie on: neighbours keep the corners that they share. Coarse is that
of countries whose provinces the gazetteer does not know."""

Point = tuple[float, float]
Ring = list[Point]


def main() -> None:
    """Write both files."""
    features = json.loads(gzip.decompress(OUTLINES.read_bytes()))["features"]
    paths = [path for feature in features for ring in _rings(feature["geometry"]) if (path := _path(ring))]
    MAP.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-180 -90 360 180" width="360" height="180">'
        f'<path transform="scale(.05)" d="{"".join(paths)}" fill="#8d8a82" fill-opacity=".22" stroke="#8d8a82"'
        ' stroke-opacity=".7" stroke-width=".6" stroke-linejoin="round"/></svg>\n',
        encoding="utf-8",
    )
    shapes = [*_areas(features), *_labels()]
    text = json.dumps({"type": "FeatureCollection", "features": shapes}, ensure_ascii=False, separators=(",", ":"))
    SHAPES.write_text(text + "\n", encoding="utf-8")


def _rings(geometry: dict[str, Any]) -> list[Ring]:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [[(lon, lat) for lon, lat in polygon[0]] for polygon in polygons]


def _path(ring: Ring) -> str:
    """The ring as steps from each point to the next."""
    points = [(lon * STRETCH, -lat) for lon, lat in ring]
    kept = points[:1]
    for point in points[1:-1]:
        if math.dist(point, kept[-1]) >= APART:
            kept.append(point)
    if len(kept) < 4:
        return ""
    steps, last = [], (0, 0)
    for x, y in kept:
        now = round(x * 20), round(y * 20)
        steps.append(f"{now[0] - last[0]} {now[1] - last[1]}")
        last = now
    return f"M{steps[0]}l{' '.join(steps[1:])}z"


def _areas(features: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """First-level units as areas with their identities. Outlying rocks are left out."""
    known = {cells[4] for cells in _gazetteer() if cells[3] == "governorate"}
    for feature in features:
        named = feature["properties"]
        grid = GRID if named["iso_a2"] in known else COARSE
        rings = [[_gridded(ring, grid)] for ring in feature["geometry"]["coordinates"]]
        drawn = [ring for ring in rings if len(ring[0]) > 4]
        if drawn:
            yield _feature("area", "MultiPolygon", drawn, id=f"{named['iso_a2']}|{named['name_en']}")


def _labels() -> Iterator[dict[str, Any]]:
    """Countries and first-level units with their names in both languages."""
    for cells in _gazetteer():
        if cells[3] in ("country", "governorate") and float(cells[7]):
            point = [round(float(cells[8]), 2), round(float(cells[7]), 2)]
            # A governorate's label says its name alone, as maps do.
            arabic, english = cells[1].removeprefix("محافظة "), cells[2].removesuffix(" Governorate")
            yield _feature("label", "Point", point, kind=cells[3], ar=arabic, en=english)


def _gazetteer() -> Iterator[list[str]]:
    """Places of the gazetteer's file: id, name, english, kind, country, admin1, admin2, lat, lon, …"""
    lines = GAZETTEER.read_text(encoding="utf-8").split("\n")
    return (line.split("\t") for line in lines[1 : int(lines[0].split("\t")[1]) + 1])


def _gridded(ring: Ring, grid: float) -> list[list[float]]:
    """The ring on the grid, without corners that fall on the one before."""
    corners: list[list[float]] = []
    for lon, lat in ring:
        corner = [round(round(degrees / grid) * grid, 2) for degrees in (lon, lat)]
        if not corners or corner != corners[-1]:
            corners.append(corner)
    return corners


def _feature(layer: str, shape: str, coordinates: Any, **properties: str) -> dict[str, Any]:
    geometry = {"type": shape, "coordinates": coordinates}
    return {"type": "Feature", "properties": {"layer": layer, **properties}, "geometry": geometry}


if __name__ == "__main__":
    main()
