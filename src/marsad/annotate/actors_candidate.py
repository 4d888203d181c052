"""Possible mentions of actors, and the choice between those that overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from marsad.analysis import Analysis
from marsad.grammar.scene import Scene
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
    before = text.raw[max(0, span.start - 2) : span.start].rstrip()[-1:]
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
    return _once(sorted(kept))


def _once(kept: list[Candidate]) -> list[Candidate]:
    """Without a nickname or title that stands for a person whose name follows at once (المخلوع، علي عبدالله صالح)."""
    out: list[Candidate] = []
    for c in kept:
        before = out[-1] if out else None
        if before and before.type == c.type == "person" and before.key == c.key and c.first - before.last <= 2:
            out[-1] = c
        else:
            out.append(c)
    return out


def placed_tokens(analysis: Analysis) -> Iterator[range]:
    """The tokens of each place."""
    scene = Scene(analysis.text, analysis.matches)
    for place in analysis.places:
        placed = scene.tokens_of(place)
        if placed is not None:
            yield range(placed.first, placed.last + 1)


def to_actor(text: Text, candidate: Candidate) -> Actor:
    """The mention of a candidate, without an id."""
    span = text.span(candidate.first, candidate.last, candidate.skip)
    return Actor(
        "", span.start, span.end, text.words(span), candidate.type, candidate.rule,
        key=candidate.key, name=candidate.name, role=candidate.role,
    )  # fmt: skip
