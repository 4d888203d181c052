"""Names that no gazetteer has, found by the generic noun before them: "the village of X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from marsad.actors.nations import ADJECTIVE, BODY, CAPITAL, NATION
from marsad.annotate.places_cues import FRAME, SIDE
from marsad.annotate.places_spots import NOUN, Spot, is_many, names_anything
from marsad.cues import PLACE_CUES, cue
from marsad.lexicon.automaton import Match, Matches
from marsad.text.view import Text, Token

OPENER = "place_opener"
"""Words that begin a name and are never a whole one (أبو، دير، كفر)."""
# Classes of the lexicons whose words follow a generic noun without being its name.
_NO_NAMES = frozenset({NATION, CAPITAL, ADJECTIVE, BODY, NOUN, FRAME, SIDE, "compass"})

# Nouns whose adjectives are of the feminine, and others: what ends as they never do is no adjective of them.
_FEMININE = cue("feminine", PLACE_CUES)
_MASCULINE = cue("masculine", PLACE_CUES)
_SITUATED = cue("lies_at", PLACE_CUES)
# A word behind a feminine noun with such letters may be its verb (قرية شهدت في ..., بلدة يسكنها).
_VERBAL, _PAST = ("ت", "ي", "ن"), "ت"
# Words of such a name.
_LONGEST = 2


def unknown(text: Text, matches: Matches, found: Sequence[Spot]) -> Iterator[Spot]:
    """Spots with no gazetteer name behind generic nouns that stand before nothing else than a name."""
    taken = {n for spot in found for n in range(spot.first, spot.last + 1)}
    known = {spot.first for spot in found}
    for noun in matches.of(NOUN):
        first = noun.last + 1
        if (
            not names_anything(noun)
            or is_many(noun)
            or noun.prefix.article
            or noun.suffix
            or noun.entry.form.startswith("ال")
            or text.raw[text.tokens[noun.last].end - 1] == "ه"  # بلده الأصلي
        ):
            continue
        if first >= len(text.tokens) or first in taken:
            continue
        last = first
        if not _may_name(text, matches, noun, first):
            last = _foreign(text, matches, noun, first, known)
            if last < first:
                continue
        elif matches.is_in(first, OPENER):
            last += 1
            if last >= len(text.tokens) or last in taken or not _is_word(text, noun, last):
                continue
        head, tail = text.tokens[first], text.tokens[last]
        taken.update(range(first, last + 1))
        yield Spot(first, last, head.fstart, tail.fend, 0, "", None, noun)


def _foreign(text: Text, matches: Matches, noun: Match, first: int, known: set[int]) -> int:
    """Last token of a name without an article behind the noun of a village, where the next words tell near which place
    of the gazetteer it lies (قرية كذا شمال أربيل); before `first` where there is none."""
    feminine = noun.entry.form in _FEMININE
    if not feminine and noun.entry.form not in _MASCULINE:
        return first - 1
    for last in range(first, first + _LONGEST):
        form = text.tokens[last].form if _is_word(text, noun, last) else ""
        # An adjective of the noun ends like it; words that mean something are no name.
        if not form or form.endswith("ه") == feminine or form.startswith("ال") or _means(matches, last):
            break
        if form.endswith(_PAST) or form.startswith(_VERBAL):
            break
        if _lies(text, matches, last + 1, known):
            return last
    return first - 1


def _means(matches: Matches, at: int) -> bool:
    """Whether a lexicon has the word at a token as anything but a name."""
    return any(m.entry.part != "name" or m.entry.cls in _NO_NAMES for m in matches.at[at])


def _lies(text: Text, matches: Matches, at: int, known: set[int]) -> bool:
    """Whether the next words tell where a place lies: شمال كذا, في كذا, بمحافظة كذا."""
    past = len(text.tokens)
    if at < past and text.tokens[at].form == "(":
        at += 1
    if at >= past:
        return False
    if text.tokens[at].form in _SITUATED or text.tokens[at].form == "في":
        return _leads(matches, at + 1, past, known)
    if text.tokens[at].form.startswith("ب"):
        return at in known or _leads(matches, at, past, known)
    return any(not side.suffix and _leads(matches, side.last + 1, past, known) for side in matches.starting(at, SIDE))


def _leads(matches: Matches, at: int, past: int, known: set[int]) -> bool:
    """Whether a known place stands at a token, its generic noun and a word of the compass aside."""
    for cls in (SIDE, NOUN):
        if at < past:
            at = next((m.last + 1 for m in matches.starting(at, cls) if not m.suffix), at)
    return at in known


def _is_word(text: Text, noun: Match, at: int) -> bool:
    token = text.tokens[at]
    return token.word and token.sentence == text.tokens[noun.first].sentence and len(token.form) > 2


def _may_name(text: Text, matches: Matches, noun: Match, at: int) -> bool:
    """Whether a token can be the name of what the noun speaks of: definite, and no word of another trade."""
    if not _is_word(text, noun, at):
        return False
    token: Token = text.tokens[at]
    if matches.is_in(at, OPENER):
        return True
    if not token.form.startswith("ال") or len(token.form) < 5:
        return False
    if token.form.endswith(("ات", "ين", "ون")):
        return False
    return not any(m.entry.cls in _NO_NAMES or m.entry.part == "noun" for m in matches.at[at])
