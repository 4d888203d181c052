"""What somebody asks for: filters of types, actors, places, time and outlets, and their SQL."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from unicodedata import normalize

from marsad.case.database import Database
from marsad.case.effective import written_forms
from marsad.text.fold import fold_word


@dataclass(frozen=True, slots=True)
class Selection:
    """Filters; all that are given must hold.

    types         of events, categories of reasons, kinds of statements … (any of them)
    actor         a key (islamic_state) or a name, in any role (or in one of `roles`)
    place         a name in Arabic or English, a gazetteer id, a country (SY) or a province's name
    since, until  ISO days: of the event where it is about events, else of publication. What has no date is left out.
    outlets       any of them
    documents     numbers of documents
    states        of review; without them everything but what was rejected"""

    types: tuple[str, ...] = ()
    actor: str | None = None
    roles: tuple[str, ...] = ()
    place: str | None = None
    since: str | None = None
    until: str | None = None
    outlets: tuple[str, ...] = ()
    documents: tuple[int, ...] = ()
    states: tuple[str, ...] = ()


EVERYTHING = Selection()


def condition(database: Database, selection: Selection, layer: str) -> tuple[str, list[Any]]:
    """The condition on the tables item and document (and event, for events) that a selection makes, and its values."""
    parts, values = ["item.layer = ?"], [layer]

    def add(part: str, more: Iterable[Any]) -> None:
        parts.append(part)
        values.extend(more)

    if selection.states:
        add(f"item.state IN ({_marks(selection.states)})", selection.states)
    else:
        parts.append("item.state <> 'rejected'")
    if selection.types:
        add(f"item.type IN ({_marks(selection.types)})", selection.types)
    if selection.outlets:
        add(f"document.outlet IN ({_marks(selection.outlets)})", selection.outlets)
    if selection.documents:
        add(f"item.doc IN ({_marks(selection.documents)})", selection.documents)
    dated = "event" if layer == "events" else "document"
    if selection.since:
        add(f"{dated}.until >= ?", [selection.since])
    if selection.until:
        add(f"{dated}.since <= ?", [selection.until])
    if selection.actor:
        add(*_of_actor(database, selection.actor, selection.roles))
    if selection.place:
        add(*_of_place(database, selection.place))
    return " AND ".join(parts), values


def actor_keys(database: Database, name: str) -> list[str]:
    """The keys of the actors that a key or a name means in this case."""
    forms = sorted(written_forms(fold_word(name)))
    rows = database.rows(
        f"SELECT DISTINCT key FROM party WHERE key = ? OR (key IS NOT NULL AND folded IN ({_marks(forms)})) ORDER BY 1",
        name, *forms,
    )  # fmt: skip
    return [key for (key,) in rows]


def gazetteer_ids(database: Database, name: str) -> list[str]:
    """The gazetteer's ids of the places that a name, an id, a country or a province means in this case.

    Latin letters count without case, marks and apostrophes (marib, Ma'rib), and of a name in brackets each half does
    (Kobani for Kobani (Ayn al-Arab))."""
    forms = _place_forms(name)
    written = database.rows(
        f"SELECT DISTINCT gazetteer_id FROM location WHERE gazetteer_id IS NOT NULL AND folded IN ({_marks(forms)})",
        *forms,
    )
    asked, code = _letters(name), name.upper()
    known = database.rows("SELECT DISTINCT gazetteer_id, name, country, admin1 FROM place_in")
    named = (
        id
        for id, called, country, admin1 in known
        if id == name
        or country == code
        or any(_letters(half) == asked for half in [called, *called.split("("), admin1 or ""])
    )
    return sorted({id for (id,) in written}.union(named))


def _letters(name: str) -> str:
    """Letters and digits alone, without marks and case."""
    return "".join(letter for letter in normalize("NFKD", name) if letter.isalnum()).casefold()


def _of_actor(database: Database, name: str, roles: tuple[str, ...]) -> tuple[str, list[Any]]:
    keys, forms = actor_keys(database, name), sorted(written_forms(fold_word(name)))
    role = f" AND role IN ({_marks(roles)})" if roles else ""
    return (
        f"item.item IN (SELECT item FROM party WHERE (key IN ({_marks(keys)}) OR folded IN ({_marks(forms)})){role})",
        [*keys, *forms, *roles],
    )


def _of_place(database: Database, name: str) -> tuple[str, list[Any]]:
    where, values = place_condition(database, name)
    return f"item.item IN (SELECT item FROM location WHERE {where})", values


def place_condition(database: Database, name: str) -> tuple[str, list[Any]]:
    """The condition on the table location that a place makes, and its values."""
    if len(name) == 2 and name.isascii():
        return "location.country = ?", [name.upper()]
    ids, forms = gazetteer_ids(database, name), _place_forms(name)
    return (
        f"(location.gazetteer_id IN ({_marks(ids)}) OR location.folded IN ({_marks(forms)}))",
        [*ids, *forms],
    )


def _place_forms(name: str) -> list[str]:
    """The folded name, with and without its article."""
    folded = fold_word(name)
    return [folded, folded.removeprefix("ال") if folded.startswith("ال") else "ال" + folded]


def _marks(values: Iterable[Any]) -> str:
    return ", ".join("?" for _ in values)
