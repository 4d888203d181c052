"""Whether two values agree: places, dates, counts."""

from __future__ import annotations

import math
import re
from typing import Any

from marsad.evaluate.pairing import Item

EARTH_RADIUS_KM = 6371.0
# How far, in km, a resolved point may lie from the gold's, by kind of place: the extent of such a place.
NEAR_KM = {"region": 150.0, "governorate": 100.0, "natural": 80.0, "district": 50.0}
NEAR_KM_OTHERWISE = 30.0

_QUALIFIERS = re.compile("[~?%]")


def distance_km(a: Item, b: Item) -> float:
    """Great-circle distance between two points with `lat` and `lon` in degrees."""
    lat_a, lon_a, lat_b, lon_b = (math.radians(float(x)) for x in (a["lat"], a["lon"], b["lat"], b["lon"]))
    h = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(h)))


def same_place(gold: Item, system: Item) -> bool:
    """No contradicting country, and near enough for the kind that the gold gives.

    A country needs a country only; where the gold has no point, the system has none either, or a country."""
    if gold.get("country") and system.get("country") and gold["country"] != system["country"]:
        return False
    if gold.get("kind") == "country":
        return bool(system.get("country"))
    if gold.get("lat") is None:
        return bool(system.get("country")) or system.get("lat") is None
    if system.get("lat") is None:
        return False
    return distance_km(gold, system) <= NEAR_KM.get(gold.get("kind") or "", NEAR_KM_OTHERWISE)


def edtf_key(value: object) -> tuple[str, ...] | None:
    """A comparable form of an EDTF value: qualifiers dropped, open ends kept, `x/x` the same as `x`."""
    if not value:
        return None
    ends = _QUALIFIERS.sub("", str(value).strip()).replace("..", "").split("/")
    if len(ends) == 2 and ends[0] == ends[1]:
        ends = ends[:1]
    return tuple(ends)


def same_time(gold: Any, system: Any) -> bool:
    """One value of either side is one of the other's: a side may list several that are equally good."""
    given = system if isinstance(system, list) else [system]
    accepted = gold if isinstance(gold, list) else [gold]
    return bool({edtf_key(v) for v in given} & {edtf_key(v) for v in accepted})


def same_count(gold: Item, system: Item) -> bool:
    """Equal at both ends."""
    return (gold.get("min"), gold.get("max")) == (system.get("min"), system.get("max"))


def stated(count: Item | None) -> bool:
    """A count that says something: there, and not null at both ends."""
    return count is not None and (count.get("min"), count.get("max")) != (None, None)
