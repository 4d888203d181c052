"""Choosing among the places of a name by the rest of the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from marsad.gazetteer.gazetteer import Found, distance_km
from marsad.model import Place
from marsad.model.quick import quick
from marsad.resolve.places_namesakes import CITY_KM, DIVISIONS, LOCAL, REACH, WITHIN, Namesakes, before, off, spoken_of
from marsad.text.view import Text

# Points beside the gazetteer's weight. Swept on gold/dev of the codebook's own samples: wide plateaus.
COUNTRY = 2.5
"""For lying in the country that all mentions of the document speak of; less in the measure of its share."""
NEAR = 1.5
"""For a namesake within NEAR_KM of a place in the same sentence that has but one meaning."""
NEAR_KM = 80.0
EARLIER = 1.0
"""For a namesake as near to what the sentence before names, where its own names nothing near."""
LATEST = 2.0
"""For a quarter of the town that was named last."""
RANK = 2.0
"""Against a kind that the noun allows, for each likelier kind."""
ALIKE = 1.5
"""For a country beside another country."""
CONTAINED = 3.0
"""For lying in the governorate or district that the next words name (بلدة س في ريف ص)."""
SURE = 2.0
"""So much more weight leaves no doubt which of two namesakes is meant."""


@quick
@dataclass(frozen=True, slots=True)
class Case:
    """A mention to resolve: its token, folded name, candidates, and the kinds that its noun allows.

    `fixed` says that the noun tells the kind even of a place that the gazetteer has as another (مطار تعز), `plain`
    that the name is hardly anything but a place; `top` is what it means by its name alone (see `plainly`), `rural` says
    that it is a governorate told by small places in it."""

    place: Place
    first: int
    sentence: int
    form: str
    candidates: tuple[Found, ...]
    kinds: tuple[str, ...]
    fixed: bool = False
    plain: bool = False
    top: Found | None = None
    rural: bool = False

    @property
    def past(self) -> int:
        """First token behind the name."""
        return self.first + 1 + self.form.count(" ")

    def confidence(self, found: Found) -> float:
        """From 0 to 1: sure where the name has one place only, less with every serious rival."""
        rivals = 0
        for c in self.candidates:
            if c.n != found.n and distance_km(c.lat, c.lon, found.lat, found.lon) > 30:
                rivals += 1
        sure = 0.95 if found.source.startswith("geonames") or found.kind == "country" else 0.85
        return round(max(0.3, sure - 0.1 * rivals), 2)


def choose(text: Text, cases: Sequence[Case], nations: Counter[str]) -> list[Found | None]:
    """The place of each mention, None where the gazetteer has none that can be meant. One sense for all mentions of a
    name and kind. `nations` counts by country the names and adjectives of nations in the text."""
    countries = _countries(cases)
    total = sum(countries.values()) or 1
    sums: dict[tuple[str, tuple[str, ...]], dict[int, float]] = {}
    for i, case in enumerate(cases):
        scores = sums.setdefault((case.form, case.kinds), {})
        beside = _beside(cases, i)
        earlier = [] if len(case.candidates) == 1 else before(cases, i)
        near = _latest(cases, i) if len(case.candidates) > 1 and "neighbourhood" in case.kinds else None
        for found in case.candidates:
            points = found.weight - (RANK * case.kinds.index(found.kind) if found.kind in case.kinds else 0.0)
            points += COUNTRY * countries.get(found.country, 0) / total
            points += _neighbours(beside, found) or _after(earlier, found)
            if near is not None and found.kind == "neighbourhood" and not off(near, found, CITY_KM):
                points += LATEST
            scores[found.n] = scores.get(found.n, 0.0) + points
    best = [_best(case, sums[case.form, case.kinds]) for case in cases]
    told = Counter((case.form, found.country) for case, found in zip(cases, best, strict=True) if found)
    spoken = spoken_of(told, nations)
    best = [_realm(case, found, spoken, told) for case, found in zip(cases, best, strict=True)]
    namesakes = Namesakes(text, cases, best, nations, total)
    return [None if namesakes.holds(i) else found for i, found in enumerate(best)]


def _realm(case: Case, found: Found | None, spoken: Counter[str], told: Counter[tuple[str, str]]) -> Found | None:
    """What a name that only countries bear means: the one that the text is about (المملكة)."""
    if found is None or len(case.candidates) == 1 or any(c.kind != "country" for c in case.candidates):
        return found
    most = max(case.candidates, key=lambda c: spoken[c.country])
    others = spoken[found.country] - told[case.form, found.country]
    return most if spoken[most.country] > 2 * others else found


def _best(case: Case, scores: Mapping[int, float]) -> Found | None:
    return max(case.candidates, key=lambda c: scores[c.n], default=None)


def _latest(cases: Sequence[Case], i: int) -> Found | None:
    """The town or governorate named last before a mention."""
    tops = (cases[j].top for j in range(i - 1, -1, -1))
    return next((top for top in tops if top is not None and top.kind in ("city", "governorate", "district")), None)


def _countries(cases: Sequence[Case]) -> Counter[str]:
    """How often each country is spoken of, by mentions that leave no doubt."""
    counted: Counter[str] = Counter()
    for case in cases:
        countries = {c.country for c in case.candidates}
        if len(countries) == 1:
            counted[next(iter(countries))] += 1
    del counted[""]
    return counted


def plainly(candidates: Sequence[Found]) -> Found | None:
    """What a name means by itself: None where another country has a place of it that is nearly as known."""
    if not candidates:
        return None
    top = candidates[0]
    abroad = max([c.weight for c in candidates if c.country != top.country], default=-SURE)
    return top if top.weight - abroad >= SURE else None


def _beside(cases: Sequence[Case], i: int) -> list[tuple[Found, int]]:
    """What the mentions beside one mean in its sentence, and how many words behind it each stands; 0 where none or
    too many."""
    case = cases[i]
    found: list[tuple[Found, int]] = []
    for j in (i - 2, i - 1, i + 1, i + 2):
        if 0 <= j < len(cases):
            other = cases[j]
            if other.sentence == case.sentence and other.top is not None and other.form != case.form:
                behind = other.first - case.first if j > i else 0
                found.append((other.top, behind if behind <= REACH else 0))
    return found


def _after(earlier: Sequence[Found], found: Found) -> float:
    """Points for a candidate from what the sentence before its own names."""
    near = any(distance_km(top.lat, top.lon, found.lat, found.lon) <= NEAR_KM for top in earlier)
    return EARLIER if near and found.kind in LOCAL else 0.0


def _neighbours(beside: Sequence[tuple[Found, int]], found: Found) -> float:
    """Points for a candidate from the mentions beside its own."""
    points = 0.0
    for top, behind in beside:
        if top.kind == "country":
            inside = CONTAINED if 0 < behind <= WITHIN and found.kind != "country" else NEAR
            points += inside if top.country == found.country else ALIKE if found.kind == "country" else 0.0
            continue
        apart = distance_km(top.lat, top.lon, found.lat, found.lon)
        within = 0 < behind <= WITHIN and top.kind == "region" and top.country == found.country
        if within or (behind and top.kind in DIVISIONS):
            points += CONTAINED if apart <= 2 * max(top.radius_km, 30.0) else 0.0
        elif apart <= NEAR_KM:
            points += NEAR
    return points
