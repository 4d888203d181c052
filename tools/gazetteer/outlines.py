"""The borders made small enough to stand beside the tables: tools/gazetteer/outlines.json.gz, which the tests read.

Lines are thinned (Douglas-Peucker) to what lies within TOLERANCE degrees, so that an outline is some 3 km exact."""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Iterable
from pathlib import Path

from gazetteer.borders import Borders, Ring, Unit

PATH = Path(__file__).parent / "outlines.json.gz"
TOLERANCE = 0.03
_SMALLEST = 4
_NOTE = "First-level units of Natural Earth 5 (public domain), simplified by tools/build_gazetteer.py --borders."


def write_outlines(borders: Borders, countries: Iterable[str], path: Path = PATH) -> None:
    """Keep the units of some countries as GeoJSON. The same input gives the same bytes."""
    wanted = frozenset(countries)
    units = sorted((u for u in borders.units if u.country in wanted), key=lambda u: (u.country, u.english, u.box))
    data = {"note": _NOTE, "features": [_feature(unit) for unit in units]}
    content = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    path.write_bytes(gzip.compress(content, 9, mtime=0))


def _feature(unit: Unit) -> dict[str, object]:
    rings = [ring for ring in map(thinned, unit.rings) if len(ring) >= _SMALLEST] or [thinned(unit.rings[0], 0.0)]
    return {
        "properties": {"iso_a2": unit.country, "name_en": unit.english},
        "geometry": {"type": "Polygon", "coordinates": [[[round(x, 2), round(y, 2)] for x, y in r] for r in rings]},
    }


def thinned(ring: Ring, tolerance: float = TOLERANCE) -> Ring:
    """The corners of a closed line without those that lie near the line between their neighbours."""
    if len(ring) < _SMALLEST:
        return ring
    far = max(range(len(ring)), key=lambda i: math.dist(ring[0], ring[i]))
    kept, spans = {0, far, len(ring) - 1}, [(0, far), (far, len(ring) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        at = max(range(first + 1, last), key=lambda i: _off(ring[i], ring[first], ring[last]))
        if _off(ring[at], ring[first], ring[last]) > tolerance:
            kept.add(at)
            spans += [(first, at), (at, last)]
    return [ring[i] for i in sorted(kept)]


def _off(point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    """Distance of a point from the line between two others, in degrees."""
    along = math.dist(start, end)
    if along == 0:
        return math.dist(point, start)
    (x, y), (x1, y1), (x2, y2) = point, start, end
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / along
