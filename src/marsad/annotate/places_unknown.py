"""Names that no gazetteer has, found by the generic noun before them: "the village of X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from marsad.actors.nations import ADJECTIVE, BODY, CAPITAL, NATION
from marsad.annotate.places_cues import FRAME, SIDE
from marsad.annotate.places_spots import NOUN, Spot, is_many, names_anything
from marsad.lexicon.automaton import Match, Matches
from marsad.text.view import Text, Token

OPENER = "place_opener"
"""Words that begin a name and are never a whole one (أبو، دير، كفر)."""
# Classes of the lexicons whose words follow a generic noun without being its name.
_NO_NAMES = frozenset({NATION, CAPITAL, ADJECTIVE, BODY, NOUN, FRAME, SIDE, "compass"})


def unknown(text: Text, matches: Matches, found: Sequence[Spot]) -> Iterator[Spot]:
    """Spots with no gazetteer name behind generic nouns that stand before nothing else than a name."""
    taken = {n for spot in found for n in range(spot.first, spot.last + 1)}
    for noun in matches.of(NOUN):
        first = noun.last + 1
        if (
            not names_anything(noun)
            or is_many(noun)
            or noun.prefix.article
            or noun.suffix
            or noun.entry.form.startswith("ال")
        ):
            continue
        if first >= len(text.tokens) or first in taken or not _may_name(text, matches, noun, first):
            continue
        last = first
        if matches.is_in(first, OPENER):
            last += 1
            if last >= len(text.tokens) or last in taken or not _is_word(text, noun, last):
                continue
        head, tail = text.tokens[first], text.tokens[last]
        taken.update(range(first, last + 1))
        yield Spot(first, last, head.fstart, tail.fend, 0, "", None, noun)


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
