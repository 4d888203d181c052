"""Look up places by name or by point. The file is read once and whole; afterwards there is no I/O."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from marsad.errors import ResourceError
from marsad.gazetteer.schema import Caution
from marsad.gazetteer.tables import GazetteerRow
from marsad.text.fold import fold_word

EARTH_KM = 6371.0
# Weights of a user's rows by kind: towns before what lies in them, as in tools/gazetteer/weights.py.
_KIND_WEIGHT = {"country": 7.0, "city": 4.5, "governorate": 4.0, "region": 3.5, "district": 3.0, "village": 2.5}


class Found(NamedTuple):
    """A place of the gazetteer. Degrees WGS 84; `weight` says how likely it is meant where nothing tells."""

    n: int
    id: str
    name: str
    english: str
    kind: str
    country: str
    admin1: str
    admin2: str
    lat: float
    lon: float
    radius_km: float
    source: str
    weight: float


class Name(NamedTuple):
    """A folded name; see the table name in marsad.gazetteer.schema."""

    form: str
    caution: int
    places: str
    written: str
    barred: str


class Gazetteer:
    """All places and names of a gazetteer file."""

    def __init__(self, rows: dict[int, tuple[Any, ...]], names: dict[str, tuple[str, int, str, str, str]]) -> None:
        # Rows stay as SQLite gives them until they are asked for: few of them ever are.
        self._rows = rows
        self._names = names

    @classmethod
    def open(cls, path: Path) -> Gazetteer:
        """Read a gazetteer file. Raises ResourceError where there is none or it is none."""
        if not path.is_file():
            raise ResourceError(f"no gazetteer at {path}: run make gazetteer")
        try:
            with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as db:
                rows = {row[0]: row for row in db.execute("SELECT * FROM place")}
                names = {row[0]: row for row in db.execute("SELECT * FROM name")}
        except sqlite3.DatabaseError as error:
            raise ResourceError(f"{path} is no gazetteer: {error}") from error
        return cls(rows, names)

    def extended(self, rows: Iterable[GazetteerRow]) -> Gazetteer:
        """A gazetteer with more places. A row whose id or source is here already replaces that place's row.

        A name that is new needs a cue beside it, as marsad cannot tell how ordinary it is; a known one keeps its
        caution."""
        places, names = dict(self._rows), dict(self._names)
        known = {row[1]: n for n, row in places.items()}
        known |= {row[11]: n for n, row in places.items() if row[11].startswith("geonames:")}
        for row in rows:
            n = known.get(row.id) or known.get(row.source) or max(places, default=0) + 1
            known[row.id] = n
            weight = _KIND_WEIGHT.get(row.kind, 1.0) + 0.35 * math.log10(max(row.population, 1_000))
            places[n] = (n, row.id, row.name, row.english, row.kind, row.country, row.admin1, row.admin2,
                         row.lat, row.lon, row.radius_km, row.source, weight)  # fmt: skip
            for written in row.names:
                form = fold_word(written)
                old = names.get(form, (form, Caution.CUE, "", "", ""))
                if str(n) not in old[2].split():
                    numbers = sorted([*map(int, old[2].split()), n], key=lambda i: -float(places[i][12]))
                    spelt = "|".join(filter(None, [old[3], written]))
                    names[form] = (form, old[1], " ".join(map(str, numbers)), spelt, old[4])
        return Gazetteer(places, names)

    def names(self) -> Iterator[Name]:
        """All names."""
        return (Name(*row) for row in self._names.values())

    def name(self, form: str) -> Name | None:
        """A name by its folded form."""
        row = self._names.get(form)
        return None if row is None else Name(*row)

    def candidates(self, name: Name) -> list[Found]:
        """The places of a name, the most likely first."""
        return [Found(*self._rows[int(n)]) for n in name.places.split()]

    def find(self, text: str) -> list[Found]:
        """The places of a name in any spelling, with or without the article; the most likely first."""
        form = fold_word(text)
        for tried in (form, "ال" + form, form.removeprefix("ال")):
            if (name := self.name(tried)) is not None:
                return self.candidates(name)
        return []

    def near(self, lat: float, lon: float, km: float = 25.0) -> list[tuple[float, Found]]:
        """Places within `km` kilometres of a point, nearest first, with the distance."""
        band = km / 111.0
        close = (p for row in self._rows.values() if abs((p := Found(*row)).lat - lat) <= band and p.kind != "country")
        found = ((distance_km(lat, lon, p.lat, p.lon), p) for p in close)
        return sorted((pair for pair in found if pair[0] <= km), key=lambda pair: pair[0])


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres."""
    a1, a2 = math.radians(lat1), math.radians(lat2)
    h = math.sin((a2 - a1) / 2) ** 2 + math.cos(a1) * math.cos(a2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))
