"""Choosing among the places of a name by the rest of the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from marsad.gazetteer.gazetteer import Found, distance_km
from marsad.model import Place
from marsad.model.quick import quick
from marsad.text.view import Text

# Points beside the gazetteer's weight. Swept on gold/dev of the codebook's own samples: wide plateaus.
COUNTRY = 2.5
"""For lying in the country that all mentions of the document speak of; less in the measure of its share."""
NEAR = 1.5
"""For a namesake within NEAR_KM of a place in the same sentence that has but one meaning."""
NEAR_KM = 80.0
EARLIER = 1.0
"""For a namesake as near to what the sentence before names, where its own names nothing near."""
RANK = 2.0
"""Against a kind that the noun allows, for each likelier kind."""
ALIKE = 1.5
"""For a country beside another country."""
CONTAINED = 3.0
"""For lying in the governorate or district that the next words name (بلدة س في ريف ص)."""
WELL_KNOWN = 7.5
"""From this weight on a place is known beyond its country: a facility of its name is its own."""
WORLD_KNOWN = 8.5
"""From this weight on even one of a kind that news names only where it reports from (منطقة كذا) is meant abroad."""
SPOKEN_OF = 3
"""So many mentions that leave no doubt tell what countries a document is about."""
SURE = 2.0
"""So much more weight leaves no doubt which of two namesakes is meant."""
_LOCAL = frozenset({"natural", "neighbourhood", "village", "facility", "road", "city"})
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
CITY_KM = 30.0
"""Farther than this from a city no quarter of it lies."""
SMALL = 6.0
"""Under this weight a place is hardly named but by those who tell of what is around it."""
FAR_FROM, NAMESAKE_KM = 2, 200.0
"""So many places around a small one, all so far from it, tell that the word is a namesake or no place (رماة)."""
_DIVISIONS = frozenset({"governorate", "district"})
_WITHIN_ONE = _LOCAL | {"district"}
"""What lies in one governorate."""
_INSIDE = frozenset({"في", "مدينه", "محافظه", "ريف", "ولايه", "قضاء", "العاصمه"})
_WINDS = ("شمال", "جنوب", "شرق", "غرب", "وسط")
_ONE_LAND = (("PS", "IL"),)
"""Countries that are told of under each other's name."""
_REACH = 6
_WITHIN = 3
"""Words from a place to the region that it lies in (بمدينة كذا جنوب قطاع كذا)."""


@quick
@dataclass(frozen=True, slots=True)
class Case:
    """A mention to resolve: its token, folded name, candidates, and the kinds that its noun allows.

    `fixed` says that the noun tells the kind even of a place that the gazetteer has as another (مطار تعز), `plain`
    that the name is hardly anything but a place; `top` is what it means by its name alone (see `plainly`)."""

    place: Place
    first: int
    sentence: int
    form: str
    candidates: tuple[Found, ...]
    kinds: tuple[str, ...]
    fixed: bool = False
    plain: bool = False
    top: Found | None = None

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
        earlier = [] if len(case.candidates) == 1 else _before(cases, i)
        for found in case.candidates:
            points = found.weight - (RANK * case.kinds.index(found.kind) if found.kind in case.kinds else 0.0)
            points += COUNTRY * countries.get(found.country, 0) / total
            points += _neighbours(beside, found) or _after(earlier, found)
            scores[found.n] = scores.get(found.n, 0.0) + points
    best = [_best(case, sums[case.form, case.kinds]) for case in cases]
    told = Counter((case.form, found.country) for case, found in zip(cases, best, strict=True) if found)
    spoken = _spoken(told, nations)
    others = [
        spoken[found.country] - told[case.form, found.country] if found else 0
        for case, found in zip(cases, best, strict=True)
    ]
    far = {
        (case.form, found.n)
        for i, (case, found) in enumerate(zip(cases, best, strict=True))
        if found and found.kind in _NEARBY and _astray(cases, i, found)
    }
    return [
        None
        if found
        and (
            (case.form, found.n) in far
            or _astray(cases, i, found)
            or (total >= SPOKEN_OF and _stray(case, found, others[i]))
            or _misplaced(text, cases, i, found)
            or _namesake(text, cases, i, found, others[i])
        )
        else found
        for i, (case, found) in enumerate(zip(cases, best, strict=True))
    ]


def _spoken(told: Counter[tuple[str, str]], nations: Counter[str]) -> Counter[str]:
    """How often a document speaks of each country: by places in it, and by its nation."""
    spoken = Counter(nations)
    for (_, country), times in told.items():
        spoken[country] += times
    for one, other in _ONE_LAND:
        spoken[one] = spoken[other] = spoken[one] + spoken[other]
    return spoken


def _best(case: Case, scores: Mapping[int, float]) -> Found | None:
    return max(case.candidates, key=lambda c: scores[c.n], default=None)


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
    if found.kind not in _LOCAL or found.weight >= WELL_KNOWN:
        return False
    near = _around(cases, i)
    away = {j for j, top in near if _off(top, found)}
    if near and len(away) == len(near):
        if case.fixed and found.kind not in case.kinds:
            return True
        divisions = [top for _, top in near if top.kind in _DIVISIONS]
        if found.country and not others and any(top.country != found.country for top in divisions):
            return True
    behind = next((top for j, top in near if j == i + 1), None)
    if behind is None:
        return False
    quarter = found.kind == "neighbourhood" and behind.kind == "city"
    if not _holds(text, case, cases[i + 1], quarter=quarter):
        return False
    return _abroad(behind, found) or _off(behind, found, CITY_KM if quarter else FAR_KM)


def _misplaced(text: Text, cases: Sequence[Case], i: int, found: Found) -> bool:
    """Whether the next words put a place in another country or governorate than it lies in: ولاية كذا بشمال كذا,
    منطقة كذا بمحافظة كذا."""
    other = cases[i + 1] if i + 1 < len(cases) and cases[i + 1].sentence == cases[i].sentence else None
    if other is None or other.top is None or found.kind == "country":
        return False
    if other.top.kind == "country":
        return _abroad(other.top, found) and _of_land(text, cases[i], other)
    small = found.kind in _LOCAL and found.weight < WELL_KNOWN and other.top.kind != "governorate"
    if (small or _abroad(other.top, found)) and _beside_wind(text, cases[i], other):
        return _off(other.top, found, NAMESAKE_KM)
    if other.top.kind != "governorate" or other.top.country != found.country or found.kind not in _WITHIN_ONE:
        return False
    apart = distance_km(other.top.lat, other.top.lon, found.lat, found.lon) > NEIGHBOUR_KM
    return apart and found.admin1 not in ("", other.top.admin1) and _holds(text, cases[i], other, quarter=False)


def _beside_wind(text: Text, case: Case, other: Case) -> bool:
    """Whether words of the compass lead from a place to the next: الرباط شمال كذا, كذا وسط قضاء كذا."""
    between = text.tokens[case.first + 1 : other.first]
    wind = between[0].form if between else ""
    joined = text.tokens[other.first].form != other.form.split()[0] and text.tokens[other.first].form.startswith("و")
    return len(between) <= _WITHIN and wind.startswith(_WINDS) and all(t.word for t in between) and not joined


def _of_land(text: Text, case: Case, other: Case) -> bool:
    """Whether a country is named right behind a place as its own: كردستان تركيا, البنجاب بشمال الهند."""
    between = [t.form for t in text.tokens[case.first + 1 : other.first + 1]]
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
    if found.kind not in _LOCAL or found.weight >= SMALL:
        return False
    near = [top for _, top in _around(cases, i)]
    around = near + _before(cases, i)
    if not near or len(around) < FAR_FROM or not all(_off(top, found) for top in around):
        return False
    if case.kinds:
        return found.kind in _NEARBY or case.kinds[0] in _NEARBY
    if " " not in case.form:
        return all(_off(top, found, NAMESAKE_KM) for top in around)
    return found.kind in _NEARBY and all(_abroad(top, found) for top in around)


def _around(cases: Sequence[Case], i: int) -> list[tuple[int, Found]]:
    """What the mentions beside one plainly mean in its sentence, countries aside, each with its place among all."""
    return [
        (j, top)
        for j in range(max(0, i - 3), min(len(cases), i + 4))
        if j != i and cases[j].sentence == cases[i].sentence
        if (top := cases[j].top) is not None and top.kind != "country"
    ]


def _before(cases: Sequence[Case], i: int) -> list[Found]:
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


def _off(top: Found, found: Found, far: float = FAR_KM) -> bool:
    reach = max(far, 2 * top.radius_km)
    return distance_km(top.lat, top.lon, found.lat, found.lon) > reach


def _holds(text: Text, case: Case, other: Case, *, quarter: bool) -> bool:
    """Whether the words from one place to the next say that it lies in that; a `quarter` also where it lies west of
    the middle of that (غربي المدينة)."""
    between = text.tokens[case.first + 1 : other.first + 1]
    if not between or len(between) > _REACH or any(not t.word for t in between):
        return False
    first, *rest = (t.form for t in between)
    if quarter and rest and (first, *rest)[-2].startswith(("في", *_WINDS)):
        return True
    inside = first == "ب" + other.form or first.removeprefix("ب") in _INSIDE
    return inside and not any(f.startswith("و") for f in rest)


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
                found.append((other.top, behind if behind <= _REACH else 0))
    return found


def _after(earlier: Sequence[Found], found: Found) -> float:
    """Points for a candidate from what the sentence before its own names."""
    near = any(distance_km(top.lat, top.lon, found.lat, found.lon) <= NEAR_KM for top in earlier)
    return EARLIER if near and found.kind in _LOCAL else 0.0


def _neighbours(beside: Sequence[tuple[Found, int]], found: Found) -> float:
    """Points for a candidate from the mentions beside its own."""
    points = 0.0
    for top, behind in beside:
        if top.kind == "country":
            inside = CONTAINED if 0 < behind <= _WITHIN and found.kind != "country" else NEAR
            points += inside if top.country == found.country else ALIKE if found.kind == "country" else 0.0
            continue
        apart = distance_km(top.lat, top.lon, found.lat, found.lon)
        within = 0 < behind <= _WITHIN and top.kind == "region" and top.country == found.country
        if within or (behind and top.kind in _DIVISIONS):
            points += CONTAINED if apart <= 2 * max(top.radius_km, 30.0) else 0.0
        elif apart <= NEAR_KM:
            points += NEAR
    return points
