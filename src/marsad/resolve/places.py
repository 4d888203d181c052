"""Which place a mention means: one sense a document, near its neighbours, in the country that the text is about."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any, ClassVar

from marsad.actors.nations import ADJECTIVE, NATION
from marsad.analysis import Analysis, numbered
from marsad.annotate.places_spots import NOUN, is_many, kinds_of, names_anything, noun_before, token_at
from marsad.cues import PLACE_CUES, cue
from marsad.gazetteer.gazetteer import Found
from marsad.gazetteer.lexicon import gazetteer
from marsad.gazetteer.schema import Caution
from marsad.lexicon.automaton import Match, Matches
from marsad.model import Actor, Place
from marsad.model.mentions import PlaceAlternative
from marsad.model.quick import changed
from marsad.resolve.places_candidates import candidates_of
from marsad.resolve.places_distance import derived
from marsad.resolve.places_scores import Case, choose, plainly
from marsad.resources import Resources
from marsad.text.view import Text

_NAMED = ("armed_group", "state_force", "political", "international", "media", "organisation", "government")
_MOST_ALTERNATIVES = 4
GOVERNORATE = "governorate"
RURAL = "place_rural"
"""Nouns of small places; the value "of" says that a genitive behind holds them (قرى درعا)."""
# Words from an unknown place to the one behind that tells where it lies.
_NEXT = 3
_SEAT = cue("seat", PLACE_CUES)
_BELONGING = cue("belonging", PLACE_CUES)
# Words from such a noun to the preposition of what holds it.
_RURAL_REACH = 3


class ResolvePlaces:
    """The step that gives mentions of places their place, and drops those that only name an actor."""

    name: ClassVar[str] = "resolve.places"
    requires: ClassVar[tuple[str, ...]] = ("text", "matches", "places", "quantities", "actors")
    assigns: ClassVar[tuple[str, ...]] = ("places",)

    def __init__(self, resources: Resources) -> None:
        self._gazetteer = resources.of(gazetteer)

    def __call__(self, analysis: Analysis) -> Mapping[str, Any]:
        places = [p for p in analysis.places if not in_name(p, analysis.actors)]
        cases: list[Case] = []
        for place in places:
            cases.append(self._case(analysis, place, cases[-1] if cases else None))
        chosen = choose(analysis.text, cases, _nations(analysis.matches))
        resolved = [
            _resolved(case, found) if found or case.candidates else _within(analysis.text, case, after, there)
            for (case, found), (after, there) in zip_longest(
                zip(cases, chosen, strict=True), zip(cases[1:], chosen[1:], strict=True), fillvalue=(None, None)
            )
            if case is not None and (found or case.kinds or not case.candidates)
        ]
        return {"places": numbered("p", derived(analysis, self._gazetteer, resolved))}

    def _case(self, analysis: Analysis, place: Place, before: Case | None) -> Case:
        """A mention with its candidates; `before` is the mention before it."""
        text = analysis.text
        first = token_at(text, place.start)
        noun = _kind_noun(text, noun_before(text, analysis.matches, first)) or _one_of(analysis, place)
        kinds = kinds_of(noun) or ((place.kind,) if place.rule != "table:gazetteer" else ())
        form = text.folded.text[_folded(text, first, place) : _folded_end(text, place)]
        found = candidates_of(self._gazetteer, form, _wholes(text, noun, form, place), kinds)
        rural = _rural(text, analysis.matches, first, noun) or (before is not None and _joined(text, before, first))
        if rural:
            around = candidates_of(self._gazetteer, form, (), (GOVERNORATE,))
            if rural := bool(around) and around[0].kind == GOVERNORATE:
                found, kinds = around, (GOVERNORATE,)
        found = _of_nation(text, analysis.matches, first + 1 + form.count(" "), found)
        fixed = noun is not None and names_anything(noun) and not is_many(noun)
        name = self._gazetteer.name(form)
        plain = name is None or name.caution == Caution.NONE
        sentence = text.tokens[first].sentence
        return Case(place, first, sentence, form, tuple(found), kinds, fixed, plain, plainly(found), rural)


def _nations(matches: Matches) -> Counter[str]:
    """How often a text names each nation or uses its adjective, by country code."""
    counted = Counter(match.entry.value.iso2 for match in matches.of(NATION))
    counted.update(match.entry.value.nation.iso2 for match in matches.of(ADJECTIVE))
    return counted


def _kind_noun(text: Text, noun: Match | None) -> Match | None:
    """The noun before a name, unless it only says of what the place is the seat: مركز المحافظة كذا."""
    seat = noun is not None and noun.first > 0 and text.tokens[noun.first - 1].form in _SEAT
    return None if seat and noun is not None and noun.entry.form.startswith("ال") else noun


def _of_nation(text: Text, matches: Matches, at: int, found: list[Found]) -> list[Found]:
    """The places of a name in the country whose adjective stands right behind it (الجولان السورية); else all."""
    if at >= len(text.tokens):
        return found
    told = {m.entry.value.nation.iso2 for m in matches.starting(at, ADJECTIVE) if m.entry.value.definite}
    return [c for c in found if c.country in told] or found


def _rural(text: Text, matches: Matches, first: int, noun: Match | None) -> bool:
    """Whether what is told lies around a town and not in it, so that its governorate is meant by its name: the name is
    the genitive of many small places (قرى كذا), or one of them is told to lie in it (بلدة س في كذا, التابعة لكذا)."""
    begin = text.sentence_tokens[text.tokens[first].sentence][0]
    if noun is not None:
        return any(m.last == noun.last and m.entry.value == "of" for m in matches.starting(noun.first, RURAL))
    before = text.tokens[first - 1].form if first > begin else ""
    if before in _BELONGING and text.tokens[first].form.startswith("ل"):
        return True
    past = first - 1 if before == "في" else first
    if before != "في" and not text.tokens[first].form.startswith("ب"):
        return False
    for k in range(past - 1, max(begin, past - _RURAL_REACH) - 1, -1):
        if not text.tokens[k].word:
            return False
        if matches.is_in(k, RURAL):
            return True
    return False


def _joined(text: Text, before: Case, first: int) -> bool:
    """Whether a mention goes on a row of governorates that are told by their small places (قرى كذا وكذا)."""
    return before.rural and first == before.past and text.tokens[first].form.startswith("و")


def _one_of(analysis: Analysis, place: Place) -> Match | None:
    """The plural noun of an apposition that tells what the place is (دهوك، إحدى محافظات الإقليم)."""
    text = analysis.text
    at = token_at(text, place.end - 1) + 1
    past = text.sentence_tokens[text.tokens[at - 1].sentence][1]
    if at < past and text.tokens[at].form == "،":
        at += 1
    if at + 1 >= past or text.tokens[at].form not in ("احدي", "احد", "وهي", "كبري"):
        return None
    return next((m for m in analysis.matches.starting(at + 1, NOUN) if is_many(m)), None)


def _wholes(text: Text, noun: Match | None, form: str, place: Place) -> list[str]:
    """Longer names that the gazetteer may have: with the noun before (سد الموصل) and the compass behind."""
    if noun is None:
        return []
    whole = f"{noun.entry.form} {form}"
    at = token_at(text, place.end - 1) + 1
    return [f"{whole} {text.tokens[at].form}", whole] if at < len(text.tokens) else [whole]


def _folded(text: Text, first: int, place: Place) -> int:
    token = text.tokens[first]
    index = token.fstart
    if token.start == place.start:
        return index
    while index < token.fend and text.folded.raw_at(index) < place.start:
        index += 1
    return index


def _folded_end(text: Text, place: Place) -> int:
    at = token_at(text, place.end - 1)
    return text.tokens[at].fend


def in_name(place: Place, actors: Sequence[Actor]) -> bool:
    """Whether the place is a part of an actor's fixed name (كتائب مصراتة), or of a person's. Actors in text order."""
    at = bisect_right(actors, place.start, key=_start) - 1
    if at < 0 or place.end > actors[at].end:
        return False
    actor = actors[at]
    if actor.type == "person":
        if place.rule == "code:places.noun" and actor.start == place.start:
            return False
        return actor.rule != "code:actors.office" and actor.name is not None
    if actor.end - actor.start > place.end - place.start:
        return actor.type in _NAMED and actor.rule.startswith("table:")
    return actor.type in ("media", "organisation") or (actor.type == "government" and place.kind == "country")


def _start(actor: Actor) -> int:
    return actor.start


def _within(text: Text, case: Case, after: Case | None, there: Found | None) -> Place:
    """A place that the gazetteer lacks: in the country of the one that the next words put it at (قرية س شمال كذا)."""
    if after is not None and there is not None and after.first - case.past <= _NEXT:
        between = text.tokens[case.past : after.first + 1]
        if all(t.word and t.sentence == case.sentence and not t.form.startswith("و") for t in between):
            return changed(case.place, country=there.country or None)
    return _resolved(case, None)


def _resolved(case: Case, found: Found | None) -> Place:
    place = case.place
    if found is None:
        kind = next((c.kind for c in case.candidates if c.kind in case.kinds), place.kind)
        return changed(place, country=None, kind=kind)
    kind = case.kinds[0] if case.fixed and found.kind not in case.kinds and found.kind != "country" else found.kind
    if case.kinds == ("governorate",) and found.kind == "region":
        kind = "governorate"
    others = [c for c in case.candidates if c.n != found.n and c.id != found.id][:_MOST_ALTERNATIVES]
    located = kind != "country"
    return changed(
        place,
        kind=kind,
        country=found.country or None,
        admin1=found.admin1 or None,
        lat=found.lat if located else None,
        lon=found.lon if located else None,
        uncertainty_km=found.radius_km if located else None,
        name=found.english,
        gazetteer_id=found.id,
        confidence=case.confidence(found),
        alternatives=tuple(
            PlaceAlternative(c.english, c.id, c.country or None, c.lat or None, c.lon or None) for c in others
        ),
    )
