"""The place that a definite noun of a clause stands for: the nearest of its kind that was named before (المدينة)."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from marsad.annotate.places_spots import token_at
from marsad.extract.events.words import specs
from marsad.model import PlaceRef
from marsad.text.fold import fold_word

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.sentence import Sentence
    from marsad.lexicon import Match
    from marsad.model import Place

# Words between a trigger and a noun that is told with it, and behind the noun in which its own name stands.
OWN_AFTER, NAMED = 10, 3
# Characters back to the place that a noun stands for.
_FAR = 1500
# Kinds of place that have many nouns, and characters before a name that hold its own.
_MANY_NOUNS, _CALLED = frozenset({"facility", "natural"}), 12
# Words from a preposition to the name (في العاصمة كذا), and from one that makes a place a landmark, or from between.
HOLDS, BESIDE = 3, 5
_ON = "علي"
# Characters before a place that say how it is told, nouns before a name, and words that a distance is measured by.
_TOLD, _NOUNS = 45, frozenset({"مدينه", "العاصمه", "محافظه", "بلده", "قاعده", "مركز", "قريه"})
_OFF, _WINDS = frozenset({"من", "عن"}), ("شمال", "جنوب", "شرق", "غرب", "كلم", "كيلومتر", "كم")
# Types of flight, and words from one to the place that it leads to.
_FLEEING, _FLIGHT = frozenset({"withdrawal", "displacement", "flight"}), 30


def beside_act(analysis: Analysis, draft: Draft, right: int) -> range:
    """The token right behind a trigger, or behind the preposition of what is taken: تحرير المدينة, السيطرة على
    المدينة."""
    past = draft.last + 2
    if draft.type == "territory_gain" and past < right and analysis.text.tokens[draft.last + 1].form == _ON:
        past += 1
    return range(draft.last + 1, min(past, right))


def named_before(
    analysis: Analysis, sentence: Sentence, draft: Draft, clause: range, aside: list[int]
) -> PlaceRef | None:
    """The place that a definite noun of the clause stands for: the nearest of its kind named before (في المدينة), but
    for those that start at `aside`, which no act of the sentence is at."""
    names = {p.first for p in sentence.places}
    held = [
        m
        for m in sentence.of("spot")
        if m.first in clause
        and abs(m.first - draft.first) <= OWN_AFTER
        and names.isdisjoint(range(m.last + 1, m.last + NAMED))  # القرية الحدودية كذا
    ]
    landmarks = {m.last + 1 for m in sentence.of("beside") if m.entry.value == "beside"}
    held = [
        m
        for m in held
        if m.first not in landmarks
        and (not m.suffix or m.last > m.first)
        and not any(draft.last < b < m.first for b in sentence.breaks)
    ]
    if not held:
        return None
    kinds = held[0].entry.value.split()
    at = analysis.text.tokens[held[0].first].start
    here, beside = analysis.text.tokens[held[0].first].sentence, False
    fit: list[Place] = []
    for k in range(bisect_left(analysis.places, at, key=lambda p: p.start) - 1, -1, -1):
        place = analysis.places[k]
        told = analysis.text.sentence_of(place.start)
        if at - place.start > _FAR or (fit and told != analysis.text.sentence_of(fit[0].start)):
            break
        if beside and told != here:
            return None  # مطار كذا ... المدينة: not one of an earlier sentence
        if place.start in aside or (told != here and k and _measured(analysis, analysis.places[k - 1], place)):
            beside = beside or (told == here and place.kind in kinds and _by_compass(analysis, place))
            continue
        if told != here and (_fled_to(analysis, place) or _beside_only(analysis, place)):
            continue
        if place.kind in kinds and fold_word(place.text) != held[0].entry.form and _called(analysis, place, held[0]):
            fit.append(place)
        elif told == here and place.kind == "facility":
            beside = True
        elif told == here and kinds[0] == "city" and place.kind == "governorate" and not fit:
            fit.append(place)  # في كذا ... غرب المدينة: its capital's name is its own
    noun = held[0].entry.form.removeprefix("ال")
    if not fit:
        return None
    place = min(
        fit,
        key=lambda p: (
            not _introduced(analysis, p, noun),
            p.kind not in kinds,
            kinds.index(p.kind) if p.kind in kinds else 0,
        ),
    )
    return PlaceRef(place.text, place.start, place.end, place.lat, place.lon, place.country, place.kind)


def _by_compass(analysis: Analysis, place: Place) -> bool:
    """Whether a place only says where another lies: كذا شرقي كذا ... المدينة."""
    before = analysis.text.tokens[max(0, token_at(analysis.text, place.start) - 1)].form
    return before.removeprefix("ال").startswith(_WINDS[:4])


def _fled_to(analysis: Analysis, place: Place) -> bool:
    """Whether a place is where somebody only fled to: what is told next is mostly of the place that he left."""
    at = token_at(analysis.text, place.start)
    first = max(0, at - _FLIGHT)
    if not any(analysis.matches.is_in(k, "towards") for k in range(max(0, at - HOLDS), at)):
        return False
    acts = (m for cls in ("trigger", "trigger_verb") for m in analysis.matches.within(cls, first, at))
    return any(specs(m.entry.value)[0].type in _FLEEING for m in acts)


def _beside_only(analysis: Analysis, place: Place) -> bool:
    """Whether a place of an earlier sentence only said where something lies (القريبة من كذا) or a way ends (بين المدينة
    وكذا)."""
    at = token_at(analysis.text, place.start)
    near = range(max(0, at - BESIDE), at)
    if any(analysis.text.tokens[k].form == "بين" for k in near):
        return True
    words = analysis.matches.within("beside", near.start, at)
    return any(m.entry.value == "beside" for m in words)


def _measured(analysis: Analysis, before: Place, place: Place) -> bool:
    """Whether a place of an earlier sentence only said where the one before it lies: كذا جنوب كذا, كذا التي تبعد 750
    كيلومترا عن كذا."""
    words = fold_word(analysis.document.text[max(0, place.start - _TOLD) : place.start]).split()
    while words and words[-1] in _NOUNS:
        words.pop()
    if words[-1:] and words[-1] in _OFF:
        return any(w.removeprefix("ال").startswith(_WINDS) for w in words[-4:-1])
    return bool(words) and words[-1].startswith(_WINDS[:4]) and place.start - before.end <= _TOLD


def _introduced(analysis: Analysis, place: Place, noun: str) -> bool:
    """Whether the same noun stood right before a place when it was named (مدينة كذا ... المدينة)."""
    return fold_word(analysis.document.text[max(0, place.start - _CALLED) : place.start]).strip().endswith(noun)


def _called(analysis: Analysis, place: Place, noun: Match) -> bool:
    """Whether a place is called by a noun where its kind has many nouns: the airport is no base named before."""
    if not _MANY_NOUNS & set(noun.entry.value.split()[:1]):
        return True
    before = fold_word(analysis.document.text[max(0, place.start - _CALLED) : place.end])
    return noun.entry.form.split()[0].removeprefix("ال") in before
