"""How alike two passages about an event are: 0 (nothing in common) to about 1 (copies).

    likeness = cosine of the passages' terms, weighted by rarity
             + 0.05  where the events share a day
             + 0.10  where they share a place no larger than a town
             - 0.04  for each day that their dates lie apart, to the sixth
             - 0.03  for each day that they were published apart, from the second on
             - 0.03  where their types are not kin (data/vocab/linking.yml)
             - 0.08  where both are of types that recur day by day between the same parties (demands, fighting at
                     a front), and they were told a day or more apart
             - 0.05  where they happened at places that lie apart
             - 0.15  where they happened on other days and others were killed, as far as their numbers tell
             - 0.15  where one outlet tells both, a day or more apart: it tells a follow-up, or the next event of a kind
             - 0.20  where the publication of one and the day of one are unknown: nothing says that they are of one time

Rarity is the inverse document frequency, as if there were 200 documents more (a small case knows little of what is
rare); terms of more than a quarter of all these carry nothing. The constants
are round figures on a plateau: docs/questions.md tells what moving them does."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from marsad.analyse.days import apart
from marsad.analyse.linking.kin import Kin
from marsad.analyse.linking.passages import Passage
from marsad.analyse.linking.reports import TOWN_KM, Point, Report
from marsad.gazetteer.gazetteer import distance_km

SAME_DAY = 0.05
SAME_PLACE = 0.10
DAY_APART = 0.04
PUBLISHED_APART = 0.03
NOT_KIN = 0.03
RECURRING = 0.08
PLACES_APART = 0.05
TOLLS_APART = 0.15
SAME_OUTLET = 0.15
UNDATED = 0.20
COMMON = 0.25
UNSEEN = 200

Vector = dict[str, float]


class Likeness:
    """Scores pairs of `reports` by their numbers, on the `passages` of the same numbers.

    `vectors[n]` are the weighted terms of passage n, of length 1; reports that share a passage share the vector."""

    def __init__(self, reports: Sequence[Report], passages: Sequence[Passage], kin: Kin) -> None:
        self._reports = reports
        self._kin = kin
        self.vectors = vectors([report.document for report in reports], passages)
        # The same few places are told of again and again: each pair of them is looked at once.
        numbers: dict[tuple[Point, ...], int] = {}
        self._scenes = [numbers.setdefault(report.points, len(numbers)) for report in reports]
        self._scored_places: dict[tuple[int, int], float] = {}
        # Those of one vector with others, for the next report of the same passage.
        self._facing: Vector = {}
        self._cosines: dict[int, float] = {}

    def __call__(self, one: int, other: int) -> float:
        """The likeness of two reports, whichever comes first; quicker where one after the other is asked for `one`."""
        a, b = self._reports[one], self._reports[other]
        score = self._cosine(one, other) + _in_time(a, b) + self._in_place(one, other)
        if not self._kin(a.type, b.type):
            score -= NOT_KIN
        return score - RECURRING if _told_apart(a, b) and self._kin.recur(a.type, b.type) else score

    def agreeing(self, one: int, others: Iterable[int]) -> list[int]:
        """Those of other reports with which nothing stands against being one event: types that are no kin, other days,
        other places."""
        reports, days = self._reports, self._reports[one].days
        kin = self._kin.of(reports[one].type)
        return [
            other
            for other in others
            if reports[other].type in kin
            and (days is None or (theirs := reports[other].days) is None or apart(days, theirs) <= 1)
            and self._in_place(one, other) >= 0
        ]

    def _cosine(self, one: int, other: int) -> float:
        facing, vector = self.vectors[one], self.vectors[other]
        if facing is not self._facing:
            self._facing, self._cosines = facing, {}
        found = self._cosines.get(id(vector))
        if found is None:
            found = self._cosines[id(vector)] = cosine(facing, vector)
        return found

    def _in_place(self, one: int, other: int) -> float:
        pair = self._scenes[one], self._scenes[other]
        found = self._scored_places.get(pair)
        if found is None:
            found = self._scored_places[pair] = _in_place(self._reports[one], self._reports[other])
        return found


def _in_time(a: Report, b: Report) -> float:
    """What their days, and the days on which they were told, add or take."""
    score = 0.0
    if a.days is not None and b.days is not None:
        gap = apart(a.days, b.days)
        score += SAME_DAY if gap == 0 else -DAY_APART * min(gap, 6)
        if gap and a.killed and b.killed and a.killed != b.killed:
            score -= TOLLS_APART
    if a.published is None or b.published is None:
        return score if a.days is not None and b.days is not None else score - UNDATED
    if _told_apart(a, b) and a.outlet is not None and a.outlet == b.outlet:
        score -= SAME_OUTLET
    return score - PUBLISHED_APART * max(abs(a.published - b.published) - 1, 0)


def _told_apart(a: Report, b: Report) -> bool:
    """Whether they were told on different days."""
    return a.published is not None and b.published is not None and a.published != b.published


def _in_place(a: Report, b: Report) -> float:
    """What their places add or take."""
    near = [max(p[2], q[2]) for p in a.points for q in b.points if _near(p, q)]
    if any(radius <= TOWN_KM for radius in near):
        return SAME_PLACE
    return -PLACES_APART if a.points and b.points and not near else 0.0


def vectors(documents: Sequence[str], passages: Sequence[Passage]) -> list[Vector]:
    """The passages as vectors of length 1, their terms weighted by rarity among the documents that they stand in. The
    same object twice gives one vector."""
    holding: dict[str, set[str]] = {}
    for document, passage in {(d, id(p)): (d, p) for d, p in zip(documents, passages, strict=True)}.values():
        holding.setdefault(document, set()).update(passage)
    frequency = Counter(term for terms in holding.values() for term in terms)
    total = len(holding) + UNSEEN
    rarity = {term: math.log(total / (n + 0.5)) for term, n in frequency.items() if n <= COMMON * total}
    made = {id(passage): passage for passage in passages}
    weighted = {key: _vector(passage, rarity) for key, passage in made.items()}
    return [weighted[id(passage)] for passage in passages]


def _vector(passage: Passage, rarity: dict[str, float]) -> Vector:
    weights = {term: (1 + math.log(n)) * rarity[term] for term, n in passage.items() if term in rarity}
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()} if length else {}


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of two vectors of length 1."""
    # An exact sum depends on no order, which sets of words don't have.
    return math.fsum([one[term] * other[term] for term in one.keys() & other.keys()])


def _near(one: Point, other: Point) -> bool:
    return distance_km(one[0], one[1], other[0], other[1]) <= max(one[2], other[2])
