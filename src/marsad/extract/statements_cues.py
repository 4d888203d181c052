"""The words that attribute: what the table says of each, and where a sentence has them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from marsad.errors import ResourceError
from marsad.lexicon.automaton import Match, Matches

VERB, PARTICIPLE, PHRASE, NOUN, NOBODY = "say", "say_part", "say_phrase", "say_noun", "say_nobody"
CLASSES = (VERB, PARTICIPLE, PHRASE, NOUN, NOBODY)
KINDS = {"report": "report", "denial": "denial", "estimate": "estimate", "claim": "claim_of_responsibility"}
# What brings in speech behind a verb.
THAT = frozenset({
    "ان", "انه", "انها", "انهم", "انهما", "انني", "اني", "اننا", "انا", "بان", "بانه", "بانها", "بانهم", "بانهما",
    "بانني", "باننا", "فان", "فانه",
})  # fmt: skip
STRENGTHS = frozenset({"neutral", "firm", "doubtful", "likely"})
NEEDS = frozenset({
    "any", "that", "object", "named", "continues", "noun", "direct", "claimed", "relative", "whom",
    "close", "news", "pair", "origin", "كيف", "مسووليه",
    "ب", "ل", "الي", "علي", "عن", "من",
})  # fmt: skip


class Force(NamedTuple):
    """What a cue does: the kind of statement, how firmly it puts it, what must follow it."""

    kind: str
    strength: str
    needs: frozenset[str]


class Cue(NamedTuple):
    """A cue in the text."""

    match: Match
    force: Force

    @property
    def token(self) -> int:
        return self.match.first


@cache
def force(value: str, cls: str) -> Force:
    """A cue's force from its lexicon value. Raises ResourceError where the value can't be read."""
    kind, strength, *needs = value.split()
    unknown = set(needs) - NEEDS
    if kind not in KINDS or strength not in STRENGTHS or unknown:
        raise ResourceError(
            f"words of class {cls}: {value!r} is not KIND ({', '.join(KINDS)}) STRENGTH "
            f"({', '.join(sorted(STRENGTHS))}) NEED... ({', '.join(sorted(NEEDS))})"
        )
    return Force(KINDS[kind], strength, frozenset(needs))


def cues(matches: Matches) -> list[Cue]:
    """All words that may attribute, in text order; of those at one token the longest."""
    found: dict[int, Cue] = {}
    for cls in CLASSES:
        for match in matches.of(cls):
            if match.prefix.preposition and not (cls == NOUN and match.prefix.preposition == "ب"):
                continue
            known = found.get(match.first)
            if known is None or match.fend > known.match.fend:
                found[match.first] = Cue(match, force(match.entry.value, cls))
    covered = -1
    ordered = []
    for token in sorted(found):
        if token > covered:
            ordered.append(found[token])
            covered = found[token].match.last
    return ordered
