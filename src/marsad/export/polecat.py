"""POLECAT's 40 columns: events that PLOVER has a type for, whose day is known as far as the text tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from marsad.export.fields import countries, english_names, field_map, filled
from marsad.export.happening import Happening, happenings
from marsad.model import ActorRef, Record
from marsad.model.record import SCHEMA

_GEONAMES = "geonames:"


def rows(records: Iterable[Record]) -> Iterator[dict[str, Any]]:
    """A row for each event of a PLOVER type."""
    for happening in happenings(records):
        if happening.event.plover is not None:
            yield _row(happening, happening.event.plover.type)


def _row(h: Happening, plover: str) -> dict[str, Any]:
    record, event, place, mention, held = h.record, h.event, h.place, h.mention, field_map("polecat")
    country = countries().get((place.country if place else None) or "")
    gazetteer = (mention.gazetteer_id if mention else None) or ""
    kind = place.kind if place else None
    name = (mention.name or mention.text) if mention else place.text if place else None
    values = {
        "id": h.id,
        "day": h.first if h.first == h.last else None,
        "type": plover,
        "mode": held["modes"].get(event.type),
        "quad": held["quad"].get(plover),
        "contexts": held["contexts"],
        "place": name,
        "city": name if kind in ("city", "village") else None,
        "district": name if kind == "district" else None,
        "admin1": mention.admin1 if mention else None,
        "iso3": country.iso3 if country else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "geonames": gazetteer.removeprefix(_GEONAMES) if gazetteer.startswith(_GEONAMES) else None,
        "raw_place": place.text if place else None,
        "feature": kind,
        "outlet": record.source.outlet,
        "published": record.source.published,
        "people": _names(record, {"person"}),
        "organisations": _names(record, {"state_force", "armed_group", "government", "political", "international",
                                         "organisation", "media"}),
        "locations": "; ".join(dict.fromkeys(p.text for p in record.places)),
        "language": record.source.language or "ar",
        "version": SCHEMA,
    }  # fmt: skip
    return filled("polecat", values | _side("actor", event.perpetrators, h) | _side("recipient", event.targets, h))


def _side(name: str, side: tuple[ActorRef, ...], h: Happening) -> dict[str, Any]:
    """The columns of one side; several actors are parted by "; "."""
    known = [english_names().get(a.key or "") for a in side]
    states = [countries().get(k[1]) if k else None for k in known]
    sectors = [field_map("polecat")["sectors"].get(a.type, "") for a in side]
    roles = {a.key: a.role for a in h.record.actors if a.role and a.key}
    return {
        f"{name}.name": "; ".join(k[0] if k else a.text for a, k in zip(side, known, strict=True)),
        f"{name}.country": "; ".join(dict.fromkeys(s.iso3 for s in states if s)),
        f"{name}.cow": "; ".join(dict.fromkeys(s.cow for s in states if s and s.cow)),
        f"{name}.sector": "; ".join(dict.fromkeys(filter(None, sectors))),
        f"{name}.title": "; ".join(roles[a.key] or "" for a in side if a.key in roles),
        f"{name}.raw": "; ".join(a.text for a in side),
    }


def _names(record: Record, types: set[str]) -> str:
    return "; ".join(dict.fromkeys(a.text for a in record.actors if a.type in types))
