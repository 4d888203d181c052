"""ACLED's 31 columns. Events that ACLED does not code, or whose month or place is not known, are left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from marsad.export.acled_actors import kind_of
from marsad.export.fields import countries, english_names, field_map, filled
from marsad.export.happening import Happening, happenings
from marsad.model import ActorRef, Record
from marsad.text.fold import fold

_HAPPENED = frozenset({"occurred", "ongoing"})
_DAY, _WEEK, _MONTH = 1, 7, 31


def rows(records: Iterable[Record]) -> Iterator[dict[str, Any]]:
    """A row for each event that ACLED codes."""
    for happening in happenings(records):
        row = _row(happening)
        if row is not None:
            yield row


def _row(h: Happening) -> dict[str, Any] | None:
    event, place, coded = h.event, h.place, h.event.acled
    time = time_precision(h)
    held = field_map("acled")
    geo = held["geo_precision"].get(place.kind) if place and place.lat is not None else None
    if coded is None or event.status not in _HAPPENED or time is None or geo is None or place is None:
        return None
    country = countries().get(place.country or "")
    one, two = event.perpetrators, event.targets
    crowd = held["crowds"].get(coded.event_type)
    inter1 = crowd or (kind_of(one[0], place.country) if one else "")
    inter2 = kind_of(two[0], place.country) if two else ""
    civilian = bool(two) and all(kind_of(a, place.country) == "Civilians" for a in two)
    return filled(
        "acled",
        {
            "id": h.id,
            "day": h.first,
            "year": int((h.first or "")[:4]),
            "time_precision": time,
            "disorder": held["disorder"].get(coded.event_type),
            "event_type": coded.event_type,
            "sub_event_type": coded.sub_event_type,
            "actor1": crowd or (_name(one[0]) if one else ""),
            "assoc1": "; ".join(map(_name, one if crowd else one[1:])),
            "inter1": inter1,
            "actor2": _name(two[0]) if two else "",
            "assoc2": "; ".join(map(_name, two[1:])),
            "inter2": inter2,
            "interaction": "-".join(filter(None, (inter1, inter2))),
            "civilian_targeting": "Civilian targeting" if civilian else "",
            "iso": int(country.number) if country else None,
            "region": country.acled if country else None,
            "country": country.english if country else place.country,
            "admin1": h.mention.admin1 if h.mention else None,
            "location": (h.mention.name if h.mention else None) or place.text,
            "lat": place.lat,
            "lon": place.lon,
            "geo_precision": geo if geo != 1 or not _is_rough(h) else 2,
            "source": h.record.source.outlet,
            "notes": h.sentence,
            "fatalities": fatalities(h),
            "tags": f"status={event.status}",
        },
    )


def time_precision(h: Happening) -> int | None:
    """1 a day, 2 within a week, 3 within a month; None where less is known."""
    if h.first is None or h.last is None:
        return None
    span = (date.fromisoformat(h.last) - date.fromisoformat(h.first)).days + 1
    return next((code for limit, code in ((_DAY, 1), (_WEEK, 2), (_MONTH, 3)) if span <= limit), None)


def fatalities(h: Happening) -> int:
    """Deaths by ACLED's rules: the number told; of a range the lower bound; of "tens" and the like a fixed number."""
    killed = h.event.killed
    if killed is None:
        return 0
    if killed.max is None:
        for rule in field_map("acled")["words"]:
            if killed.min == rule["least"] and _told(h, fold(rule["words"]).text):
                return int(rule["fatalities"])
    return killed.min if killed.min is not None else 0


def _told(h: Happening, word: str) -> bool:
    return word in fold(h.sentence).text


def _is_rough(h: Happening) -> bool:
    return bool(h.mention and (h.mention.uncertainty_km or 0) >= 8)


def _name(actor: ActorRef) -> str:
    known = english_names().get(actor.key or "")
    return known[0] if known else actor.text
