"""Which countries a text is about: what an ambiguous name or a bare "the army" is measured against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from marsad.actors.dictionary import NAME_CLASS
from marsad.actors.nations import ADJECTIVE, CAPITAL, NATION
from marsad.lexicon.automaton import Matches
from marsad.model import Place

# A newspaper or an adjective of nationality says less about the scene of a text than a place in it.
_SHARE = 0.3
_PLACE, _NAME, _NATION, _ADJECTIVE = 2.0, 1.0, 1.0, 1.0


class Subjects:
    """Countries of a text by weight, ISO 3166-1 alpha-2."""

    def __init__(self, matches: Matches, places: Iterable[Place] = ()) -> None:
        weights: defaultdict[str, float] = defaultdict(float)
        for cls, weight in ((NATION, _NATION), (CAPITAL, _NATION)):
            for match in matches.of(cls):
                weights[match.entry.value.iso2] += weight
        for match in matches.of(ADJECTIVE):
            weights[match.entry.value.nation.iso2] += _ADJECTIVE
        for match in matches.of(NAME_CLASS):
            name = match.entry.value
            if name.actor.country and not name.need and name.actor.type != "media":
                weights[name.actor.country] += _NAME
        for place in places:
            if place.country and place.kind != "country":
                weights[place.country] += _PLACE
        self._weights = weights

    def holds(self, country: str) -> bool:
        """Whether the text speaks of a country at all."""
        return country in self._weights

    def weight(self, country: str) -> float:
        """How much it does."""
        return self._weights.get(country, 0.0)

    def is_about(self, country: str) -> bool:
        """Whether a country is a subject of the text, not only mentioned in it."""
        return self.weight(country) > 0 and self.weight(country) >= _SHARE * max(self._weights.values())

    def main(self, among: Iterable[str] | None = None) -> str | None:
        """The country that the text is most about [of some], None where it is about none of them."""
        choice = [(w, c) for c, w in self._weights.items() if among is None or c in among]
        return max(choice)[1] if choice else None
