"""Places that are only namesakes of what a text means: the gazetteer lacks the place, or the word is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from marsad.cues import PLACE_CUES, cue
from marsad.gazetteer.gazetteer import Found, distance_km
from marsad.text.view import Text

if TYPE_CHECKING:
    from marsad.resolve.places_scores import Case

LOCAL = frozenset({"natural", "neighbourhood", "village", "facility", "road", "city"})
WELL_KNOWN = 7.5
"""From this weight on a place is known beyond its country: a facility of its name is its own."""
WORLD_KNOWN = 8.5
"""From this weight on even one of a kind that news names only where it reports from (منطقة كذا) is meant abroad."""
METROPOLIS = 9.0
"""From this weight on nobody takes the name for a small place at home (القاهرة)."""
SPOKEN_OF = 3
"""So many mentions that leave no doubt tell what countries a document is about."""
HOME = 10
"""So often a document speaks of the country that it is all about."""
LONE = 2
"""So few small places of a country of which nothing else is told are namesakes."""
_OWN_NAME = frozenset({"natural", "neighbourhood", "village", "city"})
"""What has a name of its own, however well known its namesake of another kind."""
_SMALL = frozenset({"village", "neighbourhood", "natural", "district"})
"""Kinds that news from elsewhere hardly names."""
_NEARBY = frozenset({"village", "neighbourhood"})
"""Kinds that are told of among what lies around them."""
FAR_KM = 90.0
"""Farther than this from where the text puts it, a village or quarter is a namesake that the gazetteer lacks."""
NEIGHBOUR_KM = 60.0
"""Farther than this from the middle of a governorate that is told to hold it, what lies in another is a namesake."""
SMALL = 6.0
"""Under this weight a place is hardly named but by those who tell of what is around it."""
FAR_FROM, NAMESAKE_KM = 2, 200.0
"""So many places around a small one, all so far from it, tell that the word is a namesake or no place (رماة)."""
_WITHIN_ONE = LOCAL | {"district"}
"""What lies in one governorate."""
_INSIDE = cue("inside", PLACE_CUES)
_WINDS = ("شمال", "جنوب", "شرق", "غرب", "وسط")
_ONE_LAND = (("PS", "IL"),)
"""Countries that are told of under each other's name."""
CITY_KM = 30.0
"""Farther than this from a city no quarter of it lies."""
DIVISIONS = frozenset({"governorate", "district"})
REACH = 6
WITHIN = 3
"""Words from a place to the region that it lies in (بمدينة كذا جنوب قطاع كذا)."""


class Namesakes:
    """Tells which of the places chosen for the mentions of a document are namesakes of what is meant.

    `best` is the place chosen for each case; `nations` counts by country the names and adjectives of nations in the
    text, `sure` the mentions that leave no doubt of their country."""

    def __init__(
        self, text: Text, cases: Sequence[Case], best: Sequence[Found | None], nations: Counter[str], sure: int
    ) -> None:
        self._text, self._cases, self._best, self._sure = text, cases, best, sure
        chosen = [(case, found) for case, found in zip(cases, best, strict=True) if found]
        self._told = Counter((case.form, found.country) for case, found in chosen)
        self._spoken = spoken_of(self._told, nations)
        large = Counter((case.form, found.country) for case, found in chosen if not _small(found))
        self._known = spoken_of(large, nations)
        self._far = {
            (case.form, found.n)
            for i, (case, found) in enumerate(zip(cases, best, strict=True))
            if found and found.kind in _NEARBY and _astray(cases, i, found)
        }

    def holds(self, i: int) -> bool:
        """Whether the place chosen for a mention is only a namesake."""
        case, found = self._cases[i], self._best[i]
        if found is None:
            return False
        others = self._spoken[found.country] - self._told[case.form, found.country]
        return (
            (case.form, found.n) in self._far
            or _astray(self._cases, i, found)
            or (self._sure >= SPOKEN_OF and _stray(case, found, others))
            or self._lone(case, found)
            or _at_home(case, found, others, self._spoken)
            or _misplaced(self._text, self._cases, i, found)
            or _namesake(self._text, self._cases, i, found, others)
        )

    def _lone(self, case: Case, found: Found) -> bool:
        """Whether a small place of one word lies in a country of which the document names nothing but a small place or
        two, while it is plainly about others."""
        if " " in case.form or found.kind in case.kinds[:1] or not _small(found) or not found.country:
            return False
        if self._known[found.country] or self._spoken[found.country] > LONE:
            return False
        return sum(self._known.values()) >= SPOKEN_OF


def spoken_of(told: Counter[tuple[str, str]], nations: Counter[str]) -> Counter[str]:
    """How often a document speaks of each country: by places in it, and by its nation."""
    spoken = Counter(nations)
    for (_, country), times in told.items():
        spoken[country] += times
    for one, other in _ONE_LAND:
        spoken[one] = spoken[other] = spoken[one] + spoken[other]
    return spoken


def _small(found: Found) -> bool:
    return found.kind in LOCAL and found.weight < SMALL


def _at_home(case: Case, found: Found, others: int, spoken: Counter[str]) -> bool:
    """Whether a namesake in the country that the document is all about may be meant, and nothing else speaks for the
    one abroad (الرباط in news of Aden)."""
    if others or found.kind == "country" or found.weight >= METROPOLIS:
        return False
    home = max(spoken, key=lambda country: spoken[country])
    rest = sum(spoken.values()) - spoken[home]
    all_about = spoken[home] >= HOME and rest * 2 <= spoken[home]
    return all_about and found.country != home and any(c.country == home for c in case.candidates)


def _stray(case: Case, found: Found, others: int) -> bool:
    """Whether only the name agrees: the place lies in a country of which the document says nothing else. What the
    world knows may be meant all the same, but not by a hill or a quarter of its name."""
    if others or found.kind == "country" or (found.kind == "region" and case.plain):
        return False
    if case.kinds and found.kind not in case.kinds and case.kinds[0] in _OWN_NAME:
        return True
    if case.kinds and case.kinds[0] in _SMALL and found.kind != "natural" and found.weight < WORLD_KNOWN:
        return True
    return found.weight < WELL_KNOWN and found.kind != "natural" and (bool(case.kinds) or not case.plain)


def _namesake(text: Text, cases: Sequence[Case], i: int, found: Found, others: int) -> bool:
    """Whether a place lies far from where the text says it is: the next words put it in another city, governorate or
    country (حي الخالدية بمدينة حلب), or only a place of another kind has its name, far from all others of the sentence;
    or a division of another country is named beside it in a text with nothing else (`others`) of its own country."""
    case = cases[i]
    if found.kind not in LOCAL or found.weight >= WELL_KNOWN:
        return False
    near = _around(cases, i)
    away = {j for j, top in near if off(top, found)}
    if near and len(away) == len(near):
        if case.fixed and found.kind not in case.kinds:
            return True
        divisions = [top for _, top in near if top.kind in DIVISIONS]
        if found.country and not others and any(top.country != found.country for top in divisions):
            return True
    behind = next((top for j, top in near if j == i + 1), None)
    if behind is None:
        return False
    quarter = found.kind == "neighbourhood" and behind.kind == "city"
    if not _holds(text, case, cases[i + 1], quarter=quarter):
        return False
    return _abroad(behind, found) or off(behind, found, CITY_KM if quarter else FAR_KM)


def _misplaced(text: Text, cases: Sequence[Case], i: int, found: Found) -> bool:
    """Whether the next words put a place in another country or governorate than it lies in: ولاية كذا بشمال كذا,
    منطقة كذا بمحافظة كذا."""
    other = cases[i + 1] if i + 1 < len(cases) and cases[i + 1].sentence == cases[i].sentence else None
    if other is None or other.top is None or found.kind == "country":
        return False
    if other.top.kind == "country":
        return _abroad(other.top, found) and _of_land(text, cases[i], other)
    small = found.kind in LOCAL and found.weight < WELL_KNOWN and other.top.kind != "governorate"
    if (small or _abroad(other.top, found)) and _beside_wind(text, cases[i], other):
        return off(other.top, found, NAMESAKE_KM)
    if other.top.kind != "governorate" or other.top.country != found.country or found.kind not in _WITHIN_ONE:
        return False
    apart = distance_km(other.top.lat, other.top.lon, found.lat, found.lon) > NEIGHBOUR_KM
    return apart and found.admin1 not in ("", other.top.admin1) and _holds(text, cases[i], other, quarter=False)


def _beside_wind(text: Text, case: Case, other: Case) -> bool:
    """Whether words of the compass lead from a place to the next: الرباط شمال كذا, كذا وسط قضاء كذا."""
    between = text.tokens[case.past : other.first]
    wind = between[0].form if between else ""
    joined = text.tokens[other.first].form != other.form.split()[0] and text.tokens[other.first].form.startswith("و")
    return len(between) <= WITHIN and wind.startswith(_WINDS) and all(t.word for t in between) and not joined


def _of_land(text: Text, case: Case, other: Case) -> bool:
    """Whether a country is named right behind a place as its own: كردستان تركيا, البنجاب بشمال الهند."""
    between = [t.form for t in text.tokens[case.past : other.first + 1]]
    if between == [other.form]:
        return True
    *words, last = between or [""]
    if not words:
        return last == "ب" + other.form
    wind = words[-1] if words[:-1] == ["في"] else words[0].removeprefix("ب") if len(words) == 1 else ""
    return wind != words[0] and wind.startswith(_WINDS)


def _abroad(top: Found, found: Found) -> bool:
    return bool(top.country and found.country) and top.country != found.country


def _astray(cases: Sequence[Case], i: int, found: Found) -> bool:
    """Whether a small place lies far from all that its sentence and the one before name: for a bare word very far, for
    a village or a quarter farther than a neighbouring province, for one that is called by a name of its own abroad."""
    case = cases[i]
    if found.kind not in LOCAL or found.weight >= SMALL:
        return False
    near = [top for _, top in _around(cases, i)]
    around = near + before(cases, i)
    if not near or len(around) < FAR_FROM or not all(off(top, found) for top in around):
        return False
    if case.kinds:
        return found.kind in _NEARBY or case.kinds[0] in _NEARBY
    if " " not in case.form:
        return all(off(top, found, NAMESAKE_KM) for top in around)
    return found.kind in _NEARBY and all(_abroad(top, found) for top in around)


def _around(cases: Sequence[Case], i: int) -> list[tuple[int, Found]]:
    """What the mentions beside one plainly mean in its sentence, countries aside, each with its place among all."""
    return [
        (j, top)
        for j in range(max(0, i - 3), min(len(cases), i + 4))
        if j != i and cases[j].sentence == cases[i].sentence
        if (top := cases[j].top) is not None and top.kind != "country"
    ]


def before(cases: Sequence[Case], i: int) -> list[Found]:
    """What the mentions of the sentence before a mention's own plainly mean, countries aside."""
    sentence = cases[i].sentence
    found: list[Found] = []
    for j in range(i - 1, -1, -1):
        told = cases[j].sentence
        if told < sentence - 1:
            break
        top = cases[j].top if told < sentence else None
        if top is not None and top.kind != "country":
            found.append(top)
    return found


def off(top: Found, found: Found, far: float = FAR_KM) -> bool:
    reach = max(far, 2 * top.radius_km) + found.radius_km
    return distance_km(top.lat, top.lon, found.lat, found.lon) > reach


def _holds(text: Text, case: Case, other: Case, *, quarter: bool) -> bool:
    """Whether the words from one place to the next say that it lies in that; a `quarter` also where it lies west of
    the middle of that (غربي المدينة)."""
    between = text.tokens[case.past : other.first + 1]
    if not between or len(between) > REACH or any(not t.word for t in between):
        return False
    first, *rest = (t.form for t in between)
    if quarter and rest and (first, *rest)[-2].startswith(("في", *_WINDS)):
        return True
    inside = first == "ب" + other.form.split()[0] or first.removeprefix("ب") in _INSIDE
    return inside and not any(f.startswith("و") for f in rest)
