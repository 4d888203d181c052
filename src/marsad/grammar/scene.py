"""What a grammar is matched against: a text's tokens, its lexicon matches and its mentions by token."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
_Table = dict[int, list[Placed]]


class _Placings:
    """The mentions of a text by their first token, longest first: each layer is placed once, whichever steps ask."""

    def __init__(self, matches: Matches) -> None:
        self._text = matches.text
        self._known: dict[int, tuple[Sequence[Spanned], _Table]] = {}

    def of(self, mentions: Sequence[Spanned]) -> _Table:
        known = self._known.get(id(mentions))
        if known is None:  # the layer is kept with its table: no other object can have its id meanwhile
            known = self._known[id(mentions)] = mentions, self._table(mentions)
        return known[1]

    def _table(self, mentions: Sequence[Spanned]) -> _Table:
        table: _Table = {}
        covered = self._text.covered
        for mention in mentions:
            tokens = covered(mention.start, mention.end)
            if tokens is not None:
                table.setdefault(tokens[0], []).append(_new(Placed, (*tokens, mention)))
        for here in table.values():
            if len(here) > 1:
                here.sort(key=lambda p: -p.last)
        return table


class Scene:
    """Tokens, matches and mentions of one text. `layers` names each layer's mentions ("place": places …).

    What `mentions` holds is shared by all scenes of the text and never changed."""

    def __init__(self, text: Text, matches: Matches, layers: Mapping[str, Sequence[Spanned]] | None = None) -> None:
        self.text, self.matches = text, matches
        self.tokens: tuple[Token, ...] = text.tokens
        self.mentions: dict[str, _Table] = {name: self.place(mentions) for name, mentions in (layers or {}).items()}

    def place(self, mentions: Sequence[Spanned]) -> _Table:
        """Mentions by their first token, longest first."""
        return self.matches.derived(_Placings).of(mentions)

    def tokens_of(self, item: Spanned) -> Placed | None:
        """The tokens that an item covers, None where it covers none."""
        covered = self.text.covered(item.start, item.end)
        return None if covered is None else _new(Placed, (*covered, item))
