"""A country or capital that acts, speaks or is acted on is an actor; where things happen it is a place.

Both layers ask here, so that they never disagree: annotate.actors makes the actor, annotate.places leaves the place
out (READING is "both" only where the same words are the scene of an event as well)."""

from __future__ import annotations

from typing import Literal

from marsad.actors.nations import CAPITAL, NATION, Nation
from marsad.lexicon.automaton import Match, Matches
from marsad.text.view import Text, Token

Reading = Literal["actor", "place", "both"]

_LISTING = frozenset({"،", ",", "و", "او"})
_LONGEST_LIST = 12
_AMONG = frozenset({"منها", "بينها", "ابرزها"})
_REACH = 8
_SEAT = 3
_LONGEST_CUE = 4
_ASKED = 4


def read(text: Text, matches: Matches, found: Match) -> Reading:
    """How a nation's or capital's name is meant. `found` is a match of the class nation or capital."""
    tokens = text.tokens
    first, past = text.sentence_tokens[tokens[found.first].sentence]
    if _side(text, matches, found, first):
        return "actor"
    found = _head_of_list(text, matches, found, first)
    at = found.first
    by_prefix = _prefix(text, matches, found, first)
    if by_prefix is not None:
        return by_prefix
    # An earthquake strikes lands, and no government.
    struck = _near(matches, at - 1, first, "nature")
    if at > first:
        told = _before(text, matches, at, first)
        if told is not None and not (struck and tokens[at - 1].form in _AMONG):
            return told
    if _acts(tokens, matches, found.last + 1, past):
        return "actor"
    if struck:
        return "place"
    nation: Nation = found.entry.value
    return "actor" if nation.power else "place"


def acts(text: Text, matches: Matches, found: Match) -> bool:
    """Whether the words around a name say that it acts or is acted on; False where they say nothing."""
    tokens = text.tokens
    first, past = text.sentence_tokens[tokens[found.first].sentence]
    if found.prefix.preposition:
        return False
    told = _before(text, matches, found.first, first) if found.first > first else None
    return told == "actor" or (told is None and _acts(tokens, matches, found.last + 1, past))


def _prefix(text: Text, matches: Matches, found: Match, first: int) -> Reading | None:
    """What a preposition written in one with the name says."""
    preposition = found.prefix.preposition
    before = found.first - 1
    if preposition == "ب":
        if before >= first and (matches.is_in(before, "between") or matches.is_in(before, "acts_noun")):
            return "actor"
        return "place"
    if preposition == "ل":
        if before >= first and any(matches.is_in(before, c) for c in ("loyal", "acts_noun", "between")):
            return "actor"
        return "place" if before >= first and matches.is_in(before, "locates") else None
    return None


def _before(text: Text, matches: Matches, at: int, first: int) -> Reading | None:
    """What the words before a name say, None where they say nothing."""
    tokens = text.tokens
    last = tokens[at - 1].form
    if _ends(matches, at - 1, first, "against"):
        return "actor"
    if last in ("من",) and at - 2 >= first and matches.is_in(at - 2, "loyal"):
        return "actor"
    if last == "من" and _deals(matches, at - 2, first):
        return "actor"
    if last == "بين" or last == "مع":
        return "actor" if _near(matches, at - 2, first, "between") else "place"
    if last == "علي":
        weighs = _near(matches, at - 2, first, "acts_noun", 2) or _near(matches, at - 2, first, "between", 2)
        return "actor" if weighs else "place"
    if matches.is_in(at - 1, "moves"):
        return "place"
    if matches.is_in(at - 1, "speaks"):
        return "actor"
    if last in _THAT:
        return None
    if last.endswith("ا") and tokens[at].form.endswith("يا") and not matches.is_in(at - 1, "speaks"):
        return "place"  # an adjective in the accusative (موقفا تركيا), no state
    if matches.is_in(at - 1, "facility") or (at - 2 >= first and tokens[at - 2].form == "العاصمه"):
        return "place"
    if _ends(matches, at - 1, first, "locates"):
        return "place"
    if matches.is_in(at - 1, "acts_noun"):
        return "actor"
    return None


# A new clause begins behind these: what follows the name tells how it is meant.
_THAT = frozenset({"ان", "بان", "فان", "لان", "وان", "كان", "كانت", "وكانت"})


def _deals(matches: Matches, at: int, first: int) -> bool:
    """Whether the words up to a token ask something of what follows "from", or tell a state that gets it there."""
    for k in range(max(first, at - _ASKED + 1), at + 1):
        if matches.is_in(k, "asks"):
            return True
        if matches.is_in(k, "takes") and (matches.is_in(k + 1, NATION) or matches.is_in(k + 1, CAPITAL)):
            return True
    return False


def _ends(matches: Matches, at: int, first: int, cls: str) -> bool:
    """Whether a word or phrase of a class ends at a token."""
    return any(m.first >= max(first, at - _LONGEST_CUE + 1) for m in matches.ending(at, cls))


def _near(matches: Matches, at: int, first: int, cls: str, reach: int = _REACH) -> bool:
    """Whether a word of a class stands within a few tokens before."""
    return not matches.holding[cls].isdisjoint(range(max(first, at - reach + 1), at + 1))


def _acts(tokens: tuple[Token, ...], matches: Matches, at: int, past: int) -> bool:
    """Whether the name is followed by what it does."""
    if at >= past:
        return False
    if tokens[at].form in ("لم", "لن", "لا", "قد", "سوف") and at + 1 < past:
        at += 1
    form = tokens[at].form
    if tokens[at - 1].form == "لن":
        return True  # whoever will not do something has a will
    return (matches.is_in(at, "speaks") and form[0] in "تيس") or (len(form) > 4 and form.startswith("ست"))


def _side(text: Text, matches: Matches, found: Match, first: int) -> bool:
    """Whether a name is the second side of dealings between two ("a dispute between the government and …")."""
    if found.prefix.conjunction != "و" or found.prefix.preposition:
        return False
    inside = None
    for k in range(found.first - 1, max(first, found.first - _REACH) - 1, -1):
        if text.tokens[k].form == "في":
            inside = k
        if text.tokens[k].form == "بين":
            # "Between the government in Baghdad and …" is one side told by its seat; further off a new phrase began.
            return (inside is None or inside - k <= _SEAT) and _near(matches, k - 1, first, "between")
    return False


def _head_of_list(text: Text, matches: Matches, found: Match, first: int) -> Match:
    """The first of the names that are joined by "and" or commas up to this one: all are meant as it is."""
    for _ in range(_LONGEST_LIST):
        at = found.first - 1
        if at < first:
            break
        if text.tokens[at].form in _LISTING and at - 1 >= first:
            at -= 1
        elif found.prefix.conjunction != "و" or found.prefix.preposition:
            break
        if not matches.ending(at, NATION) and not matches.ending(at, CAPITAL):
            break
        before = next(
            (
                m
                for k in range(max(first, at - 3), at + 1)
                for m in matches.at[k]
                if m.last == at and m.entry.cls in (NATION, CAPITAL)
            ),
            None,
        )
        if before is None:
            break
        found = before
    return found
