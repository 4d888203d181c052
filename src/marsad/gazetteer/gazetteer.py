"""Look up places by name or by point. The file is read once and whole; afterwards there is no I/O."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from marsad.gazetteer.schema import Caution, read_lines
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

    def __init__(self, rows: dict[int, str], names: dict[str, str]) -> None:
        # Places and names stay lines until they are asked for: few of them ever are.
        self._rows = rows
        self._names = names
        self._made: dict[int, Found] = {}
        self._read: dict[str, Name] = {}

    @classmethod
    def open(cls, path: Path) -> Gazetteer:
        """Read a gazetteer file. Raises ResourceError where there is none or it is none."""
        places, names = read_lines(path)
        return cls(dict(enumerate(places, 1)), {line.partition("\t")[0]: line for line in names})

    def extended(self, rows: Iterable[GazetteerRow]) -> Gazetteer:
        """A gazetteer with more places. A row whose id or source is here already replaces that place's row.

        A name that is new needs a cue beside it, as marsad cannot tell how ordinary it is; a known one keeps its
        caution."""
        places, names = dict(self._rows), dict(self._names)
        known: dict[str, int] = {}
        for n in places:
            place = self._place(n)
            known[place.id] = n
            if place.source.startswith("geonames:"):
                known[place.source] = n
        weights: dict[int, float] = {}
        following = max(places, default=0) + 1
        for row in rows:
            n = known.get(row.id) or known.get(row.source) or following
            following = max(following, n + 1)
            known[row.id] = n
            weights[n] = _KIND_WEIGHT.get(row.kind, 1.0) + 0.35 * math.log10(max(row.population, 1_000))
            places[n] = place_line(row, weights[n])
            for written in row.names:
                form = fold_word(written)
                old = _name(names[form]) if form in names else Name(form, Caution.CUE, "", "", "")
                numbers = [int(i) for i in old.places.split()]
                if n not in numbers:
                    numbers = sorted([*numbers, n], key=lambda i: -(weights.get(i) or self._place(i).weight))
                    spelt = "|".join(filter(None, [old.written, written]))
                    cells = (form, old.caution, " ".join(map(str, numbers)), spelt, old.barred)
                    names[form] = "\t".join(map(str, cells))
        return Gazetteer(places, names)

    def _place(self, n: int) -> Found:
        found = self._made.get(n)
        if found is None:
            found = self._made[n] = _found(n, self._rows[n])
        return found

    def names(self) -> Iterator[Name]:
        """All names."""
        return map(_name, self._names.values())

    def name(self, form: str) -> Name | None:
        """A name by its folded form."""
        name = self._read.get(form)
        if name is None and form in self._names:
            name = self._read[form] = _name(self._names[form])
        return name

    def candidates(self, name: Name) -> list[Found]:
        """The places of a name, the most likely first."""
        return [self._place(int(n)) for n in name.places.split()]

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
        close = (p for n in self._rows if abs((p := self._place(n)).lat - lat) <= band and p.kind != "country")
        found = ((distance_km(lat, lon, p.lat, p.lon), p) for p in close)
        return sorted((pair for pair in found if pair[0] <= km), key=lambda pair: pair[0])


def place_line(row: GazetteerRow, weight: float) -> str:
    """A place as a line of the gazetteer's file."""
    cells = (row.id, row.name, row.english, row.kind, row.country, row.admin1, row.admin2,
             row.lat, row.lon, row.radius_km, row.source, weight)  # fmt: skip
    return "\t".join(" ".join(str(cell).split()) for cell in cells)


def _found(n: int, line: str) -> Found:
    id_, name, english, kind, country, admin1, admin2, lat, lon, radius, source, weight = line.split("\t")
    return Found(n, id_, name, english, kind, country, admin1, admin2,
                 float(lat), float(lon), float(radius), source, float(weight))  # fmt: skip


def _name(line: str) -> Name:
    form, caution, places, written, barred = line.split("\t")
    return Name(form, int(caution), places, written, barred)


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres."""
    a1, a2 = math.radians(lat1), math.radians(lat2)
    h = math.sin((a2 - a1) / 2) ** 2 + math.cos(a1) * math.cos(a2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))
