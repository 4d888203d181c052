"""Who holds the office that stands for its holder: told in the text, else by data/actors/offices.tsv."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from marsad.actors.dictionary import Dictionary
from marsad.actors.nations import Nations
from marsad.model import Actor
from marsad.resources import Resources
from marsad.text.fold import fold_word

RULE = "table:offices"
_OF_THE_COUNTRY = frozenset({"crown_prince", "deputy_crown_prince", "public_prosecutor"})


class Offices:
    """Puts the holder's key in the place of the office's."""

    def __init__(self, resources: Resources) -> None:
        self._dictionary = resources.of(Dictionary)
        self._prefixes = countries = {n.iso2: n.prefix for n in resources.of(Nations).all if n.key != "krg"}
        self._terms: dict[str, list[tuple[str, str, str]]] = {}
        for row in resources.rows("actors/offices.tsv"):
            key = f"{countries[row['country']]}_{row['office']}"
            self._terms.setdefault(key, []).append((row["since"], row["until"], row["holder"]))

    def resolved(self, actors: Iterable[Actor], published: str | None, country: str | None) -> list[Actor]:
        """The mentions, offices with their holder's key where the text or the table tells it.

        `published` is EDTF; without it only the text tells. `country` (ISO 3166-1 alpha-2) is the one that the text
        is about: whose crown prince is meant where none is told."""
        told: dict[str, Actor] = {}
        found = []
        for actor in actors:
            if actor.role and actor.key:
                told[fold_word(actor.role)] = actor
            if actor.rule == RULE and actor.key is not None:
                found.append(self._held(actor, self._of_country(actor.key, country), told, published))
            else:
                found.append(actor)
        return found

    def _held(self, actor: Actor, office: str, told: dict[str, Actor], published: str | None) -> Actor:
        holder = told.get(fold_word(actor.text))
        if holder is not None:
            return replace(actor, key=holder.key, name=holder.name, role=actor.text)
        known = self._dictionary.get(self._holder(office, published))
        if known is not None:
            return replace(actor, key=known.key, name=known.english, role=actor.text)
        return replace(actor, key=office)

    def _of_country(self, office: str, country: str | None) -> str:
        prefix = self._prefixes.get(country or "")
        return f"{prefix}_{office}" if office in _OF_THE_COUNTRY and prefix else office

    def _holder(self, office: str, published: str | None) -> str | None:
        month = (published or "")[:7]
        if len(month) < 7 or "X" in month:
            return None
        for since, until, holder in self._terms.get(office, ()):
            if since <= month and (not until or month < until):
                return holder
        return None
