"""What a grammar is matched against: a text's tokens, its lexicon matches and its mentions by token."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, Protocol

from marsad.lexicon.automaton import Match, Matches
from marsad.text.view import Text, Token


class Spanned(Protocol):
    """Anything with offsets into the text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Capture(NamedTuple):
    """A named part of a match: its tokens, and the lexicon match or mention that filled it (else None)."""

    first: int
    last: int
    match: Match | None
    mention: Any


class Placed(NamedTuple):
    """A mention by its tokens, with the letters that stand before it in its first token."""

    first: int
    last: int
    prefix: str
    mention: Any


_new = tuple.__new__  # past the constructor of the named tuple: every layer places the mentions of the ones before


class Scene:
    """Tokens, matches and mentions of one text. `layers` names each layer's mentions ("place": places …)."""

    def __init__(self, text: Text, matches: Matches, layers: Mapping[str, Iterable[Spanned]] | None = None) -> None:
        self.text, self.matches = text, matches
        self.tokens: tuple[Token, ...] = text.tokens
        self.mentions: dict[str, dict[int, list[Placed]]] = {}
        for name, mentions in (layers or {}).items():
            self.mentions[name] = self.place(mentions)

    def place(self, mentions: Iterable[Spanned]) -> dict[int, list[Placed]]:
        """Mentions by their first token, longest first."""
        table: dict[int, list[Placed]] = {}
        for mention in mentions:
            placed = self.tokens_of(mention)
            if placed is not None:
                table.setdefault(placed.first, []).append(placed)
        for here in table.values():
            here.sort(key=lambda p: -p.last)
        return table

    def tokens_of(self, item: Spanned) -> Placed | None:
        """The tokens that an item covers, None where it covers none."""
        covered = self.text.covered(item.start, item.end)
        return None if covered is None else _new(Placed, (*covered, item))
