"""UCDP GED's 49 columns: events in which people were killed, told as done, whose year is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from marsad.export.fields import countries, english_names, field_map, filled
from marsad.export.happening import Happening, happenings
from marsad.export.ucdp_deaths import deaths_of
from marsad.model import ActorRef, Record

_HAPPENED = frozenset({"occurred", "ongoing"})
_STATE_BASED, _NON_STATE, _ONE_SIDED = 1, 2, 3


def rows(records: Iterable[Record]) -> Iterator[dict[str, Any]]:
    """A row for each event that can stand in GED."""
    for happening in happenings(records):
        row = _row(happening)
        if row is not None:
            yield row


def _row(h: Happening) -> dict[str, Any] | None:
    event, place, killed = h.event, h.place, h.event.killed
    dates = date_prec(h)
    if killed is None or not (killed.min or killed.max) or event.status not in _HAPPENED or dates is None:
        return None
    where = where_prec(h)
    country = countries().get((place.country if place else None) or "")
    low = killed.min or 0
    high = killed.max if killed.max is not None else low
    violence = _violence(h)
    deaths = deaths_of(h, low)
    side_a, side_b = _name(event.perpetrators), "Civilians" if violence == _ONE_SIDED else _name(event.targets)
    point = place if place and place.lat is not None and place.lon is not None else None
    record = h.record
    return filled(
        "ucdp",
        {
            "id": h.id,
            "year": int((h.first or "")[:4]),
            "code_status": "Unreviewed",
            "violence": violence,
            "dyad": f"{side_a} - {side_b}" if side_a and side_b else None,
            "side_a": side_a,
            "side_b": side_b,
            "sources": 1,
            "article": record.source.url or record.id,
            "office": record.source.outlet,
            "published": record.source.published,
            "headline": record.title,
            "source": event.source,
            "where_prec": where,
            "where": ((h.mention.name if h.mention else None) or place.text) if place else None,
            "where_description": ", ".join(p.text for p in event.place),
            "admin1": h.mention.admin1 if h.mention else None,
            "lat": point.lat if point else None,
            "lon": point.lon if point else None,
            "wkt": f"POINT ({point.lon} {point.lat})" if point else None,
            "country": country.english if country else place.country if place else None,
            "gw": int(country.gw) if country and country.gw else None,
            "region": country.ucdp if country else None,
            "clarity": 1 if event.count in (None, 1) else 2,
            "date_prec": dates,
            "first": h.first,
            "last": h.last,
            "deaths_a": deaths.a,
            "deaths_b": deaths.b,
            "deaths_civilians": deaths.civilians,
            "deaths_unknown": deaths.unknown,
            "best": low,
            "high": high,
            "low": low,
            "gwnoa": _gw(event.perpetrators),
            "gwnob": _gw(event.targets),
        },
    )


def where_prec(h: Happening) -> int | None:
    """1 to 7, None where no place is told."""
    if h.place is None:
        return None
    held = field_map("ucdp")
    if h.place.kind == "natural" and h.place.country is None:
        return int(held["seas"])
    code = held["where_prec"].get(h.place.kind)
    rough = h.mention is not None and (h.mention.uncertainty_km or 0) >= 8
    return int(held["coarsened"]) if code == 1 and rough else code


def date_prec(h: Happening) -> int | None:
    """1 to 5, None where the year is not known or the span is longer than one."""
    if h.first is None or h.last is None:
        return None
    span = (date.fromisoformat(h.last) - date.fromisoformat(h.first)).days + 1
    return next((code for limit, code in field_map("ucdp")["date_prec"] if span <= limit), None)


def _violence(h: Happening) -> int | None:
    held = field_map("ucdp")
    one, two = {a.type for a in h.event.perpetrators}, {a.type for a in h.event.targets}
    states, groups = set(held["states"]), set(held["groups"])
    if not one or not one <= states | groups or not two:
        return None
    if two == {"civilians"}:
        return _ONE_SIDED
    if not two <= states | groups:
        return None
    return _STATE_BASED if (one | two) & states else _NON_STATE


def _name(side: tuple[ActorRef, ...]) -> str:
    return ", ".join(known[0] if (known := english_names().get(a.key or "")) else a.text for a in side)


def _gw(side: tuple[ActorRef, ...]) -> int | None:
    """The number of the state that a side is."""
    for actor in side:
        known = english_names().get(actor.key or "")
        country = countries().get(known[1]) if known and actor.type in field_map("ucdp")["states"] else None
        if country and country.gw:
            return int(country.gw)
    return None
