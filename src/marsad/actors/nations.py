"""Nations and the bodies of a state (data/actors/nations.tsv, bodies.tsv), and their words for the automaton."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from marsad.lexicon.entry import NAME, NOUN, Entry
from marsad.resources import Resources
from marsad.text.fold import fold_word

NATION, CAPITAL, ADJECTIVE, DEMONYM = "nation", "capital", "nation_adjective", "demonym"
BODY, CONSTRUCT = "state_body", "state_body_of"


class Nation(NamedTuple):
    """A state as an actor: `key` of its government, `prefix` of its bodies' keys, and those keys that differ."""

    iso2: str
    prefix: str
    key: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]
    army: str
    forces: str
    air: str
    people: str

    @property
    def power(self) -> bool:
        """Whether the news names it as a party rather than as a scene, where nothing else tells."""
        return self.people == "government"


class Adjective(NamedTuple):
    """A form of a nation's adjective: gender m, f or p (plural), and whether it has the article."""

    nation: Nation
    gender: str
    definite: bool


class Body(NamedTuple):
    """A body that every state has, as its head noun names it."""

    key: str
    type: str
    gender: str
    bare: bool
    english: str

    def key_of(self, nation: Nation) -> str:
        """The key of this body of a nation."""
        return self.key.format(
            prefix=nation.prefix,
            army=nation.army or f"{nation.prefix}_army",
            forces=nation.forces or f"{nation.prefix}_armed_forces",
            air=nation.air or f"{nation.prefix}_air_force",
            government=nation.key,
            country=nation.prefix,
        )


class Nations:
    """All nations, by country code and by key. Made once from the resources."""

    def __init__(self, resources: Resources) -> None:
        rows = resources.rows("actors/nations.tsv")
        self.all = [
            Nation(
                r["iso2"], r["prefix"], r["government"], _split(r["names"]), _split(r["adjectives"]),
                _split(r["capitals"]), r["army"], r["forces"], r["air"], r["people"],
            )
            for r in rows
        ]  # fmt: skip
        self.by_country = {n.iso2: n for n in reversed(self.all)}
        self.by_key = {n.key: n for n in self.all}
        self._by_prefix = {n.prefix: n for n in reversed(self.all) if n.prefix}

    def of_key(self, key: str) -> Nation | None:
        """The nation whose body a key names (yemeni_navy → Yemen), None for other keys."""
        if key in self.by_key:
            return self.by_key[key]
        # Longest first: of yemeni and yemeni_…, the key's own prefix is the longest that fits.
        end = key.rfind("_")
        while end > 0 and key[:end] not in self._by_prefix:
            end = key.rfind("_", 0, end)
        return self._by_prefix[key[:end]] if end > 0 else None


def entries(resources: Resources) -> Iterator[Entry]:
    """The words of nations and bodies, for the automaton."""
    for nation in resources.of(Nations).all:
        for name in nation.names:
            yield Entry(fold_word(name), NATION, NAME, nation)
        for name in nation.capitals:
            yield Entry(fold_word(name), CAPITAL, NAME, nation)
        for adjective in nation.adjectives:
            yield from _adjective(fold_word(adjective), nation)
    for row in resources.rows("actors/bodies.tsv"):
        body = Body(row["key"], row["type"], row["gender"], row["bare"] == "yes", row["english"])
        for head in _split(row["heads"]):
            yield Entry(fold_word(head), BODY, NAME, body)
        for head in _split(row["construct"]):
            yield Entry(fold_word(head), CONSTRUCT, NOUN, body)


def _adjective(form: str, nation: Nation) -> Iterator[Entry]:
    """سوري, سورية, السوري, السورية, السوريون, السوريين and so on; two-word adjectives (كوري شمالي) take it twice."""
    words = form.split()
    for gender, ending in (("m", ""), ("f", "ه"), ("p", "ون"), ("p", "ين")):
        bare = " ".join(w + ending for w in words)
        definite = " ".join("ال" + w + ending for w in words)
        yield Entry(definite, ADJECTIVE, NAME, Adjective(nation, gender, True))
        if bare not in nation_forms(nation):
            yield Entry(bare, ADJECTIVE, NAME, Adjective(nation, gender, False))


def nation_forms(nation: Nation) -> frozenset[str]:
    """The folded names of a nation."""
    return frozenset(fold_word(n) for n in nation.names)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())
