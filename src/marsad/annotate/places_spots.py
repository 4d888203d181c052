"""Where names of the gazetteer stand in a text: the longest at each word, less the generic noun in front."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from marsad.gazetteer.gazetteer import Name
from marsad.gazetteer.lexicon import TOPONYM
from marsad.lexicon.automaton import Match, Matches
from marsad.model.quick import quick
from marsad.text.fold import fold_word
from marsad.text.view import Text

NOUN = "place_noun"


@quick
@dataclass(frozen=True, slots=True)
class Spot:
    """A name at tokens `first` to `last`; `skip` folded letters at its head are prefix.

    `noun` is the match of the generic noun that says its kind (also where the name holds it), `name` is None for
    a name that the gazetteer lacks. `inside` is True where the noun is part of the name as the gazetteer has it."""

    first: int
    last: int
    fstart: int
    fend: int
    skip: int
    preposition: str
    name: Name | None
    noun: Match | None = None
    inside: bool = False
    conjunction: bool = False


def spots(text: Text, matches: Matches) -> Iterator[Spot]:
    """Names in text order that do not overlap, the longest reading of each word."""
    free = 0
    by_first: dict[int, list[Match]] = {}
    for match in matches.of(TOPONYM):
        by_first.setdefault(match.first, []).append(match)
    for first in sorted(by_first):
        if first < free:
            continue
        here = by_first[first]
        best = here[0] if len(here) == 1 else max(here, key=lambda m: (m.last, m.fend - m.fstart))
        if text.tokens[best.last].sentence != text.tokens[first].sentence:
            continue
        free = best.last + 1
        yield _spot(text, matches, best)


def _spot(text: Text, matches: Matches, match: Match) -> Spot:
    tokens = text.tokens
    name: Name = match.entry.value
    prefix = match.prefix
    inner = _inner_noun(matches, match)
    if inner is not None:
        first, last = inner.last + 1, match.last
        if matches.is_in(last, "compass_adjective") and last > first:
            last -= 1
        fstart, fend = tokens[first].fstart, tokens[last].fend
        return Spot(first, last, fstart, fend, 0, "", name, inner, True, prefix.conjunction != "")
    noun = noun_before(text, matches, match.first) if not prefix.preposition and not prefix.conjunction else None
    # للشرطة: the preposition has swallowed a letter of the name, so the whole word is quoted.
    swallowed = match.fend - match.fstart < len(match.entry.form)
    fstart = tokens[match.first].fstart if swallowed else match.fstart
    return Spot(
        match.first,
        match.last,
        fstart,
        match.fend,
        fstart - tokens[match.first].fstart,
        prefix.preposition,
        name,
        noun,
        conjunction=prefix.conjunction != "",
    )


# Kinds whose noun belongs to the name in the mouths of speakers: سهل نينوى، وادي حوران، جبل الزاوية.
_KEPT = frozenset({"natural", "road"})


def _inner_noun(matches: Matches, match: Match) -> Match | None:
    """The generic noun that a gazetteer name begins with, where it is no part of the name proper."""
    if match.last == match.first:
        return None
    for noun in matches.starting(match.first, NOUN):
        if noun.last < match.last and noun.fstart == match.fstart:
            return None if noun.entry.value.split()[0] in _KEPT or _needed(match, noun) else noun
    return None


def _needed(match: Match, noun: Match) -> bool:
    """Whether the gazetteer writes the noun in the name's first spelling: it is never used without (جسر الشغور)."""
    name: Name = match.entry.value
    first = name.written.split("|")[0]
    return noun.entry.form in _JOINABLE and fold_word(first) == name.form


# Nouns that also begin names of towns; the others only say what a place is.
_JOINABLE = frozenset({"جسر", "قلعه", "قصر", "سوق", "بوابه", "سد", "برج", "حاره"})


def noun_before(text: Text, matches: Matches, first: int) -> Match | None:
    """The generic noun that ends right before a token, in its sentence."""
    behind = first - 1
    if behind > 0 and text.tokens[behind].form == "#":
        behind -= 1
    for at in (behind, behind - 1):
        if at < 0 or text.tokens[at].sentence != text.tokens[first].sentence:
            return None
        for noun in matches.starting(at, NOUN):
            if noun.last == behind and not noun.suffix:
                if noun.prefix.article and not noun.entry.form.startswith("ال"):
                    continue
                return noun
    return None


def kinds_of(noun: Match | None) -> tuple[str, ...]:
    """The kinds that a generic noun allows, the likeliest first; none where there is no noun."""
    if noun is None:
        return ()
    return tuple(k for k in noun.entry.value.split() if k not in ("!", "many"))


def is_many(noun: Match) -> bool:
    """Whether the noun holds for a row of names (محافظات)."""
    return "many" in noun.entry.value.split()


def names_anything(noun: Match) -> bool:
    """Whether a word behind the noun is a place's name even where no gazetteer has it."""
    return "!" in noun.entry.value.split()


def token_at(text: Text, start: int) -> int:
    """The token that holds a raw offset."""
    at = bisect_right(text.starts, start) - 1
    return at if at >= 0 and text.tokens[at].end > start else at + 1
