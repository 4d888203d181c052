"""Places that no gazetteer has, told by how far from a known one they lie (قرية س على بعد 20 كم جنوب غرب ص)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from marsad.analysis import Analysis
from marsad.annotate.places_spots import NOUN, token_at
from marsad.gazetteer.gazetteer import EARTH_KM, Gazetteer
from marsad.lexicon.automaton import Matches
from marsad.model import Place, Quantity
from marsad.text.view import Text

RULE = "code:places.distance"
WIND = "place_wind"
"""Words of the compass; the value is the bearing in degrees and, after a blank, how far off it may be."""
LEAD = "place_lead"
"""Words between an unknown name and its distance (تقع على بعد)."""
_KM = {"km": 1.0, "m": 0.001}
_MOST_KM = 300.0
_NEAR_KM = 40.0
_LONGEST_LEAD = 5
_TO = frozenset({"الي", "من", "عن", "في", "باتجاه"})
_CONFIDENCE = 0.5


def derived(analysis: Analysis, gazetteer: Gazetteer, places: Sequence[Place]) -> list[Place]:
    """The places, where those without a point get one from the distance that the text tells."""
    result = list(places)
    if all(place.lat is not None or place.kind == "country" for place in places):
        return result
    text, matches = analysis.text, analysis.matches
    lengths = {token_at(text, q.end - 1): q for q in analysis.quantities if q.unit in _KM and q.min is not None}
    if not lengths:
        return result
    ends = {token_at(text, p.end - 1): i for i, p in enumerate(places) if p.lat is None and p.kind != "country"}
    for known in places:
        if known.lat is None or known.lon is None:
            continue
        told = _told(text, matches, lengths, token_at(text, known.start))
        if told is None:
            continue
        quantity, first, wind = told
        at = _named_before(text, matches, ends, token_at(text, quantity.start) - 1, first)
        if at is not None:
            result[at] = _placed(gazetteer, result[at], known, _km(quantity), wind)
    return result


def _told(text: Text, matches: Matches, lengths: Mapping[int, Quantity], at: int) -> tuple[Quantity, int, str] | None:
    """The distance and bearing before the token `at` of a known name, with the sentence's first token."""
    first = text.sentence_tokens[text.tokens[at].sentence][0]
    back = at - 1
    for noun in matches.at[back] if back >= first else ():
        if noun.entry.cls == NOUN and noun.last == back:
            back = noun.first - 1
            break
    if back >= first and text.tokens[back].form in _TO:
        back -= 1
    winds = (m for k in (back - 1, back) if k >= first for m in matches.at[k] if m.last == back)
    wind = next((m for m in winds if m.entry.cls == WIND), None)
    if wind is not None:
        back = wind.first - 1
        if back >= first and text.tokens[back].form in _TO:
            back -= 1
    # The unit's own word stands between the figure and the wind.
    for end in (back, back - 1):
        if end >= first and end in lengths:
            return lengths[end], first, "" if wind is None else str(wind.entry.value)
    return None


def _named_before(text: Text, matches: Matches, ends: Mapping[int, int], at: int, first: int) -> int | None:
    """The place without a point that ends at a token, leading words aside."""
    for back in range(at, max(first, at - _LONGEST_LEAD) - 1, -1):
        if back in ends:
            return ends[back]
        if text.tokens[back].word and not matches.is_in(back, LEAD):
            return None
    return None


def _km(quantity: Quantity) -> float:
    assert quantity.min is not None
    high = quantity.min if quantity.max is None else quantity.max
    return (quantity.min + high) / 2 * _KM[quantity.unit or "km"]


def _placed(gazetteer: Gazetteer, place: Place, known: Place, km: float, wind: str) -> Place:
    """The place at a distance from a known one; without a wind it lies on the circle around it."""
    assert known.lat is not None
    assert known.lon is not None
    if km > _MOST_KM:
        return place
    own = (known.uncertainty_km or 0.0) + 0.1 * km
    lat, lon, off = known.lat, known.lon, km
    if wind:
        bearing, spread = map(float, wind.split())
        lat, lon = _moved(known.lat, known.lon, km, bearing)
        off = 2 * km * math.sin(math.radians(spread) / 2)
    # A border may lie between the two: the country stays open where the neighbours are of several.
    countries = {found.country for _, found in gazetteer.near(lat, lon, _NEAR_KM) if found.country}
    return replace(
        place,
        lat=round(lat, 3),
        lon=round(lon, 3),
        uncertainty_km=round(own + off, 1),
        country=known.country if countries <= {known.country} else None,
        rule=RULE,
        confidence=_CONFIDENCE,
    )


def _moved(lat: float, lon: float, km: float, bearing: float) -> tuple[float, float]:
    """The point at a distance in a direction (degrees from north, clockwise)."""
    north = km * math.cos(math.radians(bearing)) / EARTH_KM
    east = km * math.sin(math.radians(bearing)) / (EARTH_KM * math.cos(math.radians(lat)))
    return lat + math.degrees(north), lon + math.degrees(east)
