"""The map of the workbench: borders of first-level units as one SVG path, src/marsad/serve/static/map.svg.

    python tools/build_map.py

Drawn from tools/gazetteer/outlines.json.gz (Natural Earth, public domain), x = longitude * cos(28°), y = -latitude,
in twentieths of a degree and thinned: it is a backdrop, and the places on it have their own coordinates."""

from __future__ import annotations

import gzip
import json
import math
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
OUTLINES = ROOT / "tools/gazetteer/outlines.json.gz"
MAP = ROOT / "src/marsad/serve/static/map.svg"
STRETCH = math.cos(math.radians(28))
"""src/marsad/serve/routes/map.py draws with the same."""

APART = 0.15
"""Degrees between the points of a line."""


def main() -> None:
    """Write the file."""
    features = json.loads(gzip.decompress(OUTLINES.read_bytes()))["features"]
    paths = [path for feature in features for ring in _rings(feature["geometry"]) if (path := _path(ring))]
    MAP.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-180 -90 360 180" width="360" height="180">'
        f'<path transform="scale(.05)" d="{"".join(paths)}" fill="#8d8a82" fill-opacity=".22" stroke="#8d8a82"'
        ' stroke-opacity=".7" stroke-width=".6" stroke-linejoin="round"/></svg>\n',
        encoding="utf-8",
    )


def _rings(geometry: dict[str, Any]) -> list[list[list[float]]]:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [polygon[0] for polygon in polygons]


def _path(ring: list[list[float]]) -> str:
    """The ring with only such points as lie apart, as steps from each to the next."""
    points = [(lon * STRETCH, -lat) for lon, lat in ring]
    kept = [points[0]]
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


if __name__ == "__main__":
    main()
