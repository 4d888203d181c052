"""Places from GeoNames' own files: XX.txt (a country's dump) and alternateNamesV2.txt.

Both are tab-separated with no head; the columns are those of GeoNames' readme. GeoNames is CC BY 4.0."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from marsad.errors import ResourceError
from marsad.gazetteer.tables import GazetteerRow

_COLUMNS = 19
_ARABIC = re.compile("[\u0621-\u064a][\u0621-\u0652 \u0640-]+")
_RADIUS_KM = 5.0
# Feature codes of GeoNames that say more than their class.
_CODES = {"ADM1": "governorate", "ADM2": "district", "ADM3": "district", "PPLX": "neighbourhood", "PCLI": "country"}
_CLASSES = {"P": "village", "S": "facility", "T": "natural", "H": "natural", "L": "region", "R": "road", "V": "natural"}
_TOWN = 5_000


def geonames_rows(dump: Path, names: Path | None = None) -> Iterator[GazetteerRow]:
    """Rows for the places of a dump that have a name in Arabic letters.

    Raises ResourceError with file and line where a line is not GeoNames'."""
    more = _arabic_names(names) if names is not None else {}
    with dump.open(encoding="utf-8") as file:
        for n, line in enumerate(file, 1):
            cells = line.rstrip("\n").split("\t")
            if len(cells) != _COLUMNS:
                raise ResourceError(f"{dump}:{n}: {len(cells)} columns; a GeoNames dump has {_COLUMNS}")
            row = _row(dump, n, cells, more)
            if row is not None:
                yield row


def _row(dump: Path, n: int, cells: list[str], more: dict[str, list[str]]) -> GazetteerRow | None:
    kind = _CODES.get(cells[7]) or _CLASSES.get(cells[6])
    listed = [name for name in cells[3].split(",") if _ARABIC.fullmatch(name)]
    arabic = list(dict.fromkeys([*more.get(cells[0], []), *listed]))
    if kind is None or not arabic:
        return None
    try:
        lat, lon, people = float(cells[4]), float(cells[5]), int(cells[14] or 0)
    except ValueError as error:
        raise ResourceError(f"{dump}:{n}: latitude, longitude or population is no number: {error}") from error
    return GazetteerRow(
        id=f"gn-{cells[0]}",
        name=arabic[0],
        aliases=tuple(arabic[1:]),
        english=cells[1],
        kind="city" if kind == "village" and people >= _TOWN else kind,
        country=cells[8],
        admin1="",
        admin2="",
        lat=lat,
        lon=lon,
        radius_km=_RADIUS_KM,
        source=f"geonames:{cells[0]}",
        population=people,
    )


def _arabic_names(path: Path) -> dict[str, list[str]]:
    """GeoNames number → Arabic names of alternateNamesV2, those that are preferred first."""
    found: dict[str, list[str]] = defaultdict(list)
    with path.open(encoding="utf-8") as file:
        for n, line in enumerate(file, 1):
            cells = line.rstrip("\n").split("\t")
            if len(cells) < 5:
                raise ResourceError(f"{path}:{n}: {len(cells)} columns; alternateNamesV2 has at least 5")
            if cells[2] == "ar" and _ARABIC.fullmatch(cells[3]):
                found[cells[1]].insert(0 if cells[4] == "1" else len(found[cells[1]]), cells[3])
    return found
