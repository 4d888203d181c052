"""Places from OCHA's tables of administrative units (COD-AB), in CSV, whichever of their column schemes they follow:

ADM2_EN, ADM2_AR, ADM2_PCODE
admin2Name_en, admin2Name_ar, admin2Pcode
adm2_name, adm2_name1, adm2_pcode, with center_lat and center_lon

A row is read at its deepest level. A table without coordinates says where nothing lies and is refused."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from marsad.errors import ResourceError
from marsad.gazetteer.tables import GazetteerRow

_ARABIC = re.compile("[\u0621-\u064a][\u0621-\u0652 \u0640()/-]+")
_SPACE = re.compile(r"\s+")
# Level of the unit: its kind, and the radius in km that surely holds its centre where the table tells no area.
_KINDS = {0: ("country", 800.0), 1: ("governorate", 100.0), 2: ("district", 40.0), 3: ("district", 20.0),
          4: ("village", 8.0)}  # fmt: skip
_LATITUDES = ("center_lat", "centre_lat", "lat", "latitude", "y_coord", "point_y", "y")
_LONGITUDES = ("center_lon", "centre_lon", "lon", "longitude", "long", "x_coord", "point_x", "x")


class _Level(NamedTuple):
    """The columns of one level."""

    number: int
    english: str
    arabic: str
    code: str


def is_ocha(path: Path) -> bool:
    """Whether the first line of a file names columns as COD-AB tables do."""
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        return bool(_levels(next(csv.reader(file), [])))


def ocha_rows(path: Path) -> Iterator[GazetteerRow]:
    """Rows for the units of a table, each once. Raises ResourceError with file and line where it is malformed."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        try:
            columns = list(reader.fieldnames or ())
        except UnicodeDecodeError as error:
            raise ResourceError(f"{path} is not in UTF-8: save it as CSV UTF-8 ({error})") from error
        levels = _levels(columns)
        lat, lon = _column(columns, _LATITUDES), _column(columns, _LONGITUDES)
        if not levels:
            raise ResourceError(f"{path}: no columns of a COD-AB table (ADM1_AR, admin1Name_ar or adm1_name1)")
        if lat is None or lon is None:
            raise ResourceError(f"{path}: no columns of coordinates: {', '.join(_LATITUDES[:3])} and their like")
        seen: set[str] = set()
        try:
            for cells in reader:
                row = _row(path, reader.line_num, cells, levels, (lat, lon))
                if row is not None and row.id not in seen:
                    seen.add(row.id)
                    yield row
        except (UnicodeDecodeError, csv.Error) as error:
            raise ResourceError(f"{path}:{reader.line_num}: {error}") from error


def _levels(columns: Sequence[str]) -> list[_Level]:
    """The levels that have a column of Arabic names, the deepest first."""
    by_name = {c.strip().lower(): c for c in columns}
    found: list[_Level] = []
    for n in reversed(range(5)):
        schemes = (
            (f"adm{n}_en", f"adm{n}_ar", f"adm{n}_pcode"),
            (f"admin{n}name_en", f"admin{n}name_ar", f"admin{n}pcode"),
            (f"adm{n}_name", f"adm{n}_name1", f"adm{n}_pcode"),
        )
        for scheme in schemes:
            if all(name in by_name for name in scheme):
                found.append(_Level(n, *(by_name[name] for name in scheme)))
                break
    return found


def _column(columns: Sequence[str], wanted: Sequence[str]) -> str | None:
    by_name = {c.strip().lower(): c for c in columns}
    return next((by_name[name] for name in wanted if name in by_name), None)


def _row(
    path: Path, line: int, cells: Mapping[str, str | None], levels: Sequence[_Level], point: tuple[str, str]
) -> GazetteerRow | None:
    level = next((one for one in levels if _cell(cells, one.code)), None)
    if level is None:
        return None
    # Some tables write the Arabic name first and the English one second.
    written = [_cell(cells, level.arabic), _cell(cells, level.english)]
    arabic = next((name for name in written if _ARABIC.fullmatch(name)), None)
    if arabic is None:
        return None
    english = next((name for name in reversed(written) if name != arabic), "")
    try:
        lat, lon = float(_cell(cells, point[0])), float(_cell(cells, point[1]))
    except ValueError as error:
        raise ResourceError(f"{path}:{line}: latitude or longitude is no number: {error}") from error
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ResourceError(f"{path}:{line}: {lat}, {lon} lies nowhere on earth")
    code = _cell(cells, level.code)
    kind, radius = _KINDS[level.number]
    above = {one.number: _cell(cells, one.english) for one in levels if one.number < level.number}
    return GazetteerRow(
        id=f"ocha-{code.lower()}",
        name=arabic,
        aliases=(),
        english=english,
        kind=kind,
        country=code[:2].upper(),
        admin1=english if level.number == 1 else above.get(1, ""),
        admin2=english if level.number == 2 else above.get(2, ""),
        lat=lat,
        lon=lon,
        radius_km=radius,
        source=f"ocha:{code}",
    )


def _cell(cells: Mapping[str, str | None], column: str) -> str:
    return _SPACE.sub(" ", cells.get(column) or "").strip()
