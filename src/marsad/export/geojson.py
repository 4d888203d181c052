"""GeoJSON (RFC 7946): a point for each event whose place has one, with the columns of the table of events."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from marsad.export.flat import events
from marsad.export.options import Options
from marsad.model import Record


def write(path: Path, records: Sequence[Record], options: Options) -> int:
    """The feature collection; the number of features. Events without a point have a null geometry."""
    del options
    features = []
    for row in events(records):
        lat, lon = row.pop("lat"), row.pop("lon")
        point = {"type": "Point", "coordinates": [lon, lat]} if lat is not None and lon is not None else None
        features.append({"type": "Feature", "id": row["id"], "geometry": point, "properties": row})
    collection = {"type": "FeatureCollection", "features": features}
    path.write_text(json.dumps(collection, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", errors="replace")
    return len(features)
