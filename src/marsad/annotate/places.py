"""Mentions of places: names of the gazetteer where they mean a place, and names that their noun tells to be one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from marsad.actors.personal import PersonalNames
from marsad.analysis import Analysis, numbered
from marsad.annotate.places_cues import accepted, possible, weak
from marsad.annotate.places_rows import joined, settled, shared_nouns
from marsad.annotate.places_spots import Spot, kinds_of, spots
from marsad.annotate.places_unknown import unknown
from marsad.gazetteer.gazetteer import Found, Gazetteer
from marsad.gazetteer.lexicon import gazetteer
from marsad.lexicon.automaton import Matches
from marsad.model import Place
from marsad.resolve.places_candidates import fitting
from marsad.resources import Resources
from marsad.text.view import Text


class Places:
    """The step that finds mentions of places. Which of several places of a name is meant is settled in resolve."""

    name: ClassVar[str] = "annotate.places"
    requires: ClassVar[tuple[str, ...]] = ("text", "matches")
    assigns: ClassVar[tuple[str, ...]] = ("places",)

    def __init__(self, resources: Resources) -> None:
        self._gazetteer = resources.of(gazetteer)
        self._names = resources.of(PersonalNames)

    def __call__(self, analysis: Analysis) -> Mapping[str, Any]:
        text = analysis.text
        found = mentions(analysis, self._names)
        return {"places": numbered("p", (_place(text, self._gazetteer, spot) for spot in found))}


def mentions(analysis: Analysis, names: PersonalNames) -> list[Spot]:
    """The spots of a text that are places."""
    text, matches = analysis.text, analysis.matches
    known = shared_nouns(text, list(spots(text, matches)))
    can = [possible(text, matches, spot) and not _borne(text, names, spot) for spot in known]
    alone = [able and accepted(text, matches, spot) for able, spot in zip(can, known, strict=True)]
    alone = _backed(text, matches, known, alone)
    good = settled(known, joined(text, known, alone, can), can)
    kept = [spot for spot, is_good in zip(known, good, strict=True) if is_good]
    return sorted([*kept, *unknown(text, matches, known)], key=_start)


def _backed(text: Text, matches: Matches, known: list[Spot], alone: list[bool]) -> list[bool]:
    """Which spots stay places by themselves: a weak one needs a sure one in its sentence."""
    feeble = [good and weak(text, matches, spot) for good, spot in zip(alone, known, strict=True)]
    if not any(feeble):
        return alone
    sure = {
        text.tokens[s.first].sentence
        for s, good, is_feeble in zip(known, alone, feeble, strict=True)
        if good and not is_feeble
    }
    return [
        good and (not is_feeble or text.tokens[spot.first].sentence in sure)
        for good, is_feeble, spot in zip(alone, feeble, known, strict=True)
    ]


def _borne(text: Text, names: PersonalNames, spot: Spot) -> bool:
    """Whether the word goes on a person's name that the word before begins (محمد عمران)."""
    if spot.noun is not None or spot.skip or spot.first == 0:
        return False
    if spot.first != spot.last:
        return _begins_name(text, names, spot)
    before, word = text.tokens[spot.first - 1], text.tokens[spot.first]
    return before.sentence == word.sentence and names.opens(before.form) and names.is_unit(word.form)


def _begins_name(text: Text, names: PersonalNames, spot: Spot) -> bool:
    """Whether a name of two words is a person's, whose next name follows (صلاح الدين عبد الكريم)."""
    at = spot.last + 1
    if at >= len(text.tokens) or text.tokens[at].sentence != text.tokens[spot.first].sentence:
        return False
    if not names.is_unit(text.tokens[spot.first].form):
        return False
    return text.tokens[at].form == "عبد" or names.opens(text.tokens[at].form)


def _start(spot: Spot) -> int:
    return spot.fstart


def _place(text: Text, gazetteer: Gazetteer, spot: Spot) -> Place:
    span = text.slice(spot.fstart, spot.fend)
    kinds = kinds_of(spot.noun)
    if spot.name is None:
        return Place("", span.start, span.end, text.words(span), kinds[0], "code:places.unknown", confidence=0.5)
    candidates: list[Found] = fitting(gazetteer.candidates(spot.name), kinds)
    best = candidates[0]
    rule = "code:places.noun" if kinds else "table:gazetteer"
    # The likeliest country is a first guess for the actors; resolve.places settles it.
    country = best.country or None
    return Place("", span.start, span.end, text.words(span), kinds[0] if kinds else best.kind, rule, country)
