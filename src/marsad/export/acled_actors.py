"""Which of ACLED's kinds of actor somebody is: state forces, rebels, militias, civilians, forces from elsewhere.

ACLED sorts actors by what they are where they act: an army is State forces at home and External/Other forces abroad; a
group that serves the government of its own country is a political militia; who fights it is a rebel group."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from marsad.actors.nations import Nations
from marsad.export.fields import field_map
from marsad.export.people import class_of
from marsad.model import ActorRef
from marsad.resources import Resources
from marsad.tables.lookup import all_actors
from marsad.text.fold import fold_word


def kind_of(actor: ActorRef, country: str | None) -> str:
    """The kind of an actor in a country (ISO 3166-1 alpha-2), "" where its type is open."""
    held = field_map("acled_actors")
    if actor.type in held["states"]:
        home = _home(actor.key or "")
        return str(held["abroad"] if home and country and home != country else held["types"][actor.type])
    if actor.type is None:
        return str(held["people"].get(class_of(actor.text), ""))
    if actor.type != "armed_group":
        return str(held["types"].get(actor.type, ""))
    return _of_table(actor.key or "") or _by_words(actor.text)


def _by_words(text: str) -> str:
    held = field_map("acled_actors")
    words = {fold_word(word) for word in text.split()}
    found = (kind for kind, marks in held["words"].items() if not words.isdisjoint(map(fold_word, marks)))
    return str(next(found, held["types"]["armed_group"]))


@cache
def _named() -> Mapping[str, str]:
    return {key: kind for kind, keys in field_map("acled_actors")["named"].items() for key in keys}


@cache
def _of_table(key: str) -> str | None:
    """The kind of an armed group of the table of actors: its own or its parent's, or whom its backers make it serve."""
    held, actors = field_map("acled_actors"), _actors()
    row = actors.get(key)
    if row is None:
        return None
    home, seen = row["country"], set[str]()
    while row is not None and row["key"] not in seen:
        seen.add(row["key"])
        if row["key"] in _named():
            return _named()[row["key"]]
        for backer in filter(None, (*row["backers"].split("|"), row["parent"])):
            if actors.get(backer, {}).get("type") in held["states"] and _home(backer) == home:
                return str(held["serving"])
        row = actors.get(row["parent"])
    return str(held["known"])


@cache
def _home(key: str) -> str | None:
    """The country of a state's body: that of its key's nation, else of its line in the table of actors."""
    nation = _nations().of_key(key)
    return nation.iso2 if nation else _actors().get(key, {}).get("country") or None


@cache
def _actors() -> Mapping[str, Mapping[str, str]]:
    return {key: {**found.row.cells, "key": key} for key, found in all_actors(Resources()).items()}


@cache
def _nations() -> Nations:
    return Resources().of(Nations)
