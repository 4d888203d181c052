"""Reasons as voices: who says, of which actor and place, that this is why, how firmly, in which sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import msgspec

from marsad.case.case import Case
from marsad.case.selection import EVERYTHING, Selection, condition, place_condition
from marsad.collecting import collection_paused


class Party(NamedTuple):
    """An actor as answers name it: its key where it has one, else its words."""

    key: str | None
    text: str
    type: str | None


class Site(NamedTuple):
    """A place as answers name it: its gazetteer id where it has one, else its words."""

    id: str | None
    text: str
    kind: str | None
    country: str | None
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class Said:
    """What an answer shows of a voice. `source` is who says it, None for the author; `sentence` holds `text`, the words
    that state the reason; `item` names it on the command line."""

    item: str
    document: str
    outlet: str | None
    published: str | None
    kind: str
    behaviour: str | None
    target: str | None
    hedged: bool
    denied: bool
    source: str | None
    state: str
    text: str
    sentence: str


_decoded = msgspec.json.Decoder(Said).decode


@dataclass(frozen=True)
class Voice:
    """One reason in one document (its number). `origin` is the same number for copies of one text. `json` holds what an
    answer shows of it, of which `said` is made when it is asked for."""

    document: int
    outlet: str | None
    origin: int
    category: str
    hedged: bool
    denied: bool
    actor: Party | None
    place: Site | None
    json: bytes

    @cached_property
    def said(self) -> Said:
        """What is said, and where."""
        return _decoded(self.json)


@collection_paused()
def voices(case: Case, selection: Selection = EVERYTHING) -> list[Voice]:
    """The reasons that a selection holds, by date of publication, then document, then place in the text.

    The place of a voice is the one that the reason is about first; where a place is asked for, the first that is meant
    by it."""
    where, values = condition(case.database, selection, "reasons")
    rows = case.query(
        "SELECT item.item, item.doc, document.outlet, document.origin, item.type, reason.hedged, reason.denied,"
        " actor_key, actor, actor_type, place_id, place, voice.kind, country, lat, lon, json"
        " FROM reason JOIN voice ON voice.item = reason.item JOIN item ON item.item = reason.item"
        f" JOIN document ON document.doc = item.doc WHERE {where}"
        " ORDER BY document.since IS NULL, document.since, document.id, item.start, item.identity",
        *values,
    )
    asked = _asked_places(case, selection.place) if selection.place else {}
    return [
        Voice(
            document, outlet, origin, category, bool(hedged), bool(denied), Party(key, actor, type_) if actor else None,
            asked.get(item) or (Site(id_, place, *site) if place else None), json,
        )
        for item, document, outlet, origin, category, hedged, denied, key, actor, type_, id_, place, *site, json in rows
    ]  # fmt: skip


def _asked_places(case: Case, name: str) -> dict[int, Site]:
    """Of each reason the first place that a name means, in the order in which reasons are about places."""
    where, values = place_condition(case.database, name)
    rows = case.query(
        "SELECT location.item, location.gazetteer_id, coalesce(location.name, location.text), location.kind,"
        " location.country, location.lat, location.lon FROM location JOIN reason ON reason.item = location.item"
        f" WHERE {where}"
        " ORDER BY instr('target sentence evidence question title', location.role) DESC, location.n DESC",
        *values,
    )
    return {item: Site(*site) for item, *site in rows}
