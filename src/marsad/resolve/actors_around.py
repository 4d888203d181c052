"""Which countries are spoken of near a bare "the security forces": far from any word on its state it is another's."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from marsad.actors.nations import ADJECTIVE, CAPITAL, NATION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from marsad.actors.subjects import Subjects
    from marsad.analysis import Analysis

# Sentences before that belong to what a sentence speaks of.
_BEFORE = 2
# Forces are still those of the country that a text is about where a place of another stands near: so much more must it
# speak of the first.
_OUTWEIGHED = 2


class Around:
    """Countries of each sentence of a text, by its places, by words for nations, and by bodies of states that it names
    (`bodies`: start and country of each)."""

    def __init__(self, analysis: Analysis, subjects: Subjects, bodies: Iterable[tuple[int, str]] = ()) -> None:
        self._subjects, self._text = subjects, analysis.text
        self._countries: defaultdict[int, set[str]] = defaultdict(set)
        tokens = analysis.text.tokens
        for cls in (NATION, CAPITAL):
            for match in analysis.matches.of(cls):
                self._countries[tokens[match.first].sentence].add(match.entry.value.iso2)
        for match in analysis.matches.of(ADJECTIVE):
            self._countries[tokens[match.first].sentence].add(match.entry.value.nation.iso2)
        for start, country in bodies:
            self._countries[analysis.text.sentence_of(start)].add(country)
        for place in analysis.places:
            if place.country:
                self._countries[analysis.text.sentence_of(place.start)].add(place.country)

    def held(self, token: int, country: str) -> bool:
        """Whether a bare force at a token can be one of a country: that is spoken of near it, or far more than those
        that are."""
        here = self._text.tokens[token].sentence
        near: set[str] = set().union(*(self._countries.get(k, ()) for k in range(here - _BEFORE, here + 1)))
        if country in near or not near:
            return True
        return self._subjects.weight(country) >= _OUTWEIGHED * max(self._subjects.weight(c) for c in near)
