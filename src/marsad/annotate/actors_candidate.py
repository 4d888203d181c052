"""Possible mentions of actors, and the choice between those that overlap."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from marsad.lexicon.automaton import Match
from marsad.model import Actor
from marsad.text.view import Text


class Candidate(NamedTuple):
    """Tokens `first` to `last` less `skip` folded letters at the head, and the actor that they may name.

    `weight` decides between candidates that cover the same words: higher wins."""

    first: int
    last: int
    skip: int
    type: str
    key: str | None
    rule: str
    name: str | None = None
    role: str | None = None
    weight: int = 0


def skip_of(text: Text, match: Match) -> int:
    """Folded letters before a match in its first token that are no part of the name.

    Where ل has swallowed the article's alif (للشرطة) the whole word is quoted, as the codebook has it."""
    skip = match.fstart - text.tokens[match.first].fstart
    swallowed = match.fend - match.fstart < len(match.entry.form) and match.entry.form.startswith("ال")
    return skip - 2 if swallowed and skip >= 2 else skip


def quoted(text: Text, first: int, last: int, skip: int = 0) -> bool:
    """Whether quotation marks or brackets stand around some tokens."""
    span = text.span(first, last, skip)
    before = text.raw[:span.start].rstrip()[-1:] if span.start < 3 else text.raw[span.start - 2 : span.start].rstrip()[-1:]
    after = text.raw[span.end : span.end + 2].lstrip()[:1]
    return before in _OPEN and after in _CLOSE and bool(before) and bool(after)


_OPEN = frozenset('"«“”„‹([')
_CLOSE = frozenset('"»”“›)]')


def outermost(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Of candidates that overlap the longest, and of those as long the weightiest; in text order."""
    taken: set[int] = set()
    kept = []
    for c in sorted(candidates, key=lambda c: (c.first - c.last, -c.weight, c.first)):
        span = range(c.first, c.last + 1)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(c)
    return sorted(kept)


def to_actor(text: Text, candidate: Candidate) -> Actor:
    """The mention of a candidate, without an id."""
    span = text.span(candidate.first, candidate.last, candidate.skip)
    return Actor(
        "", span.start, span.end, text.words(span), candidate.type, candidate.rule,
        key=candidate.key, name=candidate.name, role=candidate.role,
    )  # fmt: skip
