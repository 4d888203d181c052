"""Reasons as voices: who says, of which actor and place, that this is why, how firmly, in which sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from marsad.case.bulk import bulk
from marsad.case.case import Case
from marsad.case.selection import EVERYTHING, Selection, condition

_ROLES = ("target", "sentence", "evidence", "question", "title")
"""Where the place of a reason stands, the closest first."""


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as answers name it: its key where it has one, else its words."""

    key: str | None
    text: str
    type: str | None


@dataclass(frozen=True, slots=True)
class Site:
    """A place as answers name it: its gazetteer id where it has one, else its words."""

    id: str | None
    text: str
    kind: str | None
    country: str | None
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class Voice:
    """One reason in one document. `origin` is the same number for copies of one text; `source` who says it, None for
    the author; `sentence` holds `text`, the words that state the reason; `item` names it on the command line."""

    item: str
    document: str
    outlet: str | None
    published: str | None
    origin: int
    category: str
    kind: str
    actor: Party | None
    place: Site | None
    behaviour: str | None
    target: str | None
    hedged: bool
    denied: bool
    source: str | None
    state: str
    text: str
    sentence: str

    @property
    def plain(self) -> Mapping[str, Any]:
        """What an answer shows of it, as JSON values; actor, place and category head the group that it stands in."""
        names = ("item", "document", "outlet", "published", "kind", "behaviour", "target", "hedged", "denied",
                 "source", "state", "text", "sentence")  # fmt: skip
        return {name: getattr(self, name) for name in names}


@bulk()
def voices(case: Case, selection: Selection = EVERYTHING) -> list[Voice]:
    """The reasons that a selection holds, by date of publication, then document, then place in the text."""
    where, values = condition(case.database, selection, "reasons")
    rows = case.query(
        "SELECT item.item, item.doc || ':' || item.id, document.id, document.outlet, document.published,"
        " document.origin, item.type, reason.kind, reason.behaviour, reason.target, reason.hedged, reason.denied,"
        " reason.source, item.state, sentence.text,"
        " substr(sentence.text, item.start - sentence.start + 1, item.stop - item.start),"
        " party.key, party.text, party.type"
        " FROM item JOIN document ON document.doc = item.doc JOIN reason ON reason.item = item.item"
        " LEFT JOIN party ON party.item = item.item AND party.role = 'actor'"
        " LEFT JOIN sentence ON sentence.doc = item.doc AND sentence.n = item.sentence"
        f" WHERE {where}"
        " ORDER BY document.since IS NULL, document.since, document.id, item.start, item.identity",
        *values,
    )
    places = _places(case)
    return [
        Voice(
            item=item, document=document, outlet=outlet, published=published, origin=origin, category=category,
            kind=kind, actor=Party(key, name, type_) if name else None, place=places.get(n), behaviour=behaviour,
            target=target, hedged=bool(hedged), denied=bool(denied), source=source, state=state,
            text=text or "", sentence=sentence or "",
        )
        for n, item, document, outlet, published, origin, category, kind, behaviour, target, hedged, denied, source,
        state, sentence, text, key, name, type_ in rows
    ]  # fmt: skip


def _places(case: Case) -> dict[int, Site]:
    """The place that each reason is about."""
    rank = {role: n for n, role in enumerate(_ROLES)}
    best: dict[int, tuple[int, Site]] = {}
    for item, role, *cells in case.query(
        "SELECT location.item, role, gazetteer_id, coalesce(location.name, location.text), location.kind, country,"
        " lat, lon FROM location JOIN reason ON reason.item = location.item WHERE n = 0"
    ):
        if item not in best or rank[role] < best[item][0]:
            best[item] = rank[role], Site(*cells)
    return {item: site for item, (_, site) in best.items()}
