"""The words of all lexicons found in a text: phrases by one automaton, single words by what it said of them before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from typing import NamedTuple, TypeVar

from daachorse import CharwiseDoubleArrayAhoCorasick

from marsad.lexicon.entry import Entry, Variant, variants
from marsad.lexicon.wordtable import MAY_PRECEDE, WordHit, WordTable
from marsad.text.affixes import Prefix
from marsad.text.view import Text, Token

T = TypeVar("T")


class Match(NamedTuple):
    """An entry found in the text: tokens `first` to `last` (inclusive).

    `fstart` and `fend` bound the entry alone in the folded text, without prefix and suffix."""

    first: int
    last: int
    fstart: int
    fend: int
    prefix: Prefix
    suffix: str
    entry: Entry


class Known(NamedTuple):
    """What a word alone matches, wherever it stands: all, longest first, and the same by class."""

    hits: tuple[WordHit, ...]
    classes: dict[str, tuple[WordHit, ...]]


_new = tuple.__new__


def _at(token: Token, hits: Sequence[WordHit]) -> list[Match]:
    """What a word alone matches, where it stands."""
    n, base = token.n, token.fstart
    # Past the constructor of the named tuple: so many are made that its frame would be a third of the time.
    return [_new(Match, (n, n, base + a, base + b, prefix, suffix, entry)) for a, b, prefix, suffix, entry in hits]


class ByToken:
    """The matches that begin at each token, longest first: read like a dict, each list made when it is asked for."""

    def __init__(self, tokens: Sequence[Token], words: Sequence[Known | None], phrases: dict[int, list[Match]]) -> None:
        self._tokens, self._words, self._phrases = tokens, words, phrases
        self._made: dict[int, Sequence[Match]] = {}

    def get(self, token: int, default: Sequence[Match] = ()) -> Sequence[Match]:
        """All matches that begin at a token."""
        made = self._made.get(token)
        if made is None:
            known = self._words[token] if 0 <= token < len(self._words) else None
            made = _at(self._tokens[token], known.hits) if known else ()
            if token in self._phrases:
                made = sorted([*self._phrases[token], *made], key=_longest_first)
            self._made[token] = made
        return made or default

    def __contains__(self, token: int) -> bool:
        return bool(self.get(token))


class Matches:
    """Matches by class and first token; those at one token stand longest first.

    A word matches entries of several classes on average, and few of them are ever looked at: what it matches is
    known by its form, and a match is made when it is asked for. `at` gives those at a token, of all classes.
    `words` are the forms that match something, each with the tokens that have it."""

    def __init__(
        self, text: Text, words: Iterable[tuple[Known, Sequence[int]]], phrases: dict[int, list[Match]]
    ) -> None:
        self.text = text
        self._forms, self._phrases = tuple(words), phrases
        self._words: list[Known | None] = [None] * len(text.tokens)
        for known, at in self._forms:
            for token in at:
                self._words[token] = known
        self.at = ByToken(text.tokens, self._words, phrases)
        self._starting: dict[str, dict[int, Sequence[Match]]] = {}
        self._of: dict[str, list[Match]] = {}
        self._holding: dict[str, frozenset[int]] = {}
        self._holders: dict[str, list[int]] | None = None
        self._derived: dict[Callable[[Matches], object], object] = {}

    def of(self, cls: str) -> list[Match]:
        """All matches of a class, in the order in which they begin."""
        made = self._of.get(cls)
        if made is None:
            made = self._of[cls] = []
            tokens, words, phrases = self.text.tokens, self._words, self._phrases
            for token in sorted(self.holding(cls)):
                known = words[token]
                if known is None or token in phrases:
                    made += self.starting(token, cls)
                else:
                    made += _at(tokens[token], known.classes[cls])
        return made

    def within(self, cls: str, first: int, past: int) -> list[Match]:
        """The matches of a class that begin at the tokens `first` to `past`, in order."""
        made = self.of(cls)
        start = bisect_left(made, first, key=_first)
        return made[start : bisect_left(made, past, start, key=_first)]

    def starting(self, token: int, cls: str) -> Sequence[Match]:
        """Matches of a class whose first token is `token`, longest first."""
        if token not in self.holding(cls):
            return ()
        table = self._starting.setdefault(cls, {})
        here = table.get(token)
        if here is None:
            known = self._words[token]
            here = _at(self.text.tokens[token], known.classes.get(cls, ())) if known else []
            if token in self._phrases:
                phrases = [m for m in self._phrases[token] if m.entry.cls == cls]
                here = sorted([*phrases, *here], key=_longest_first)
            table[token] = here
        return here

    def is_in(self, token: int, cls: str) -> bool:
        """Whether a match of a class begins at a token."""
        return token in self.holding(cls)

    def holding(self, cls: str) -> frozenset[int]:
        """The tokens at which matches of a class begin."""
        held = self._holding.get(cls)
        if held is None:
            held = self._holding[cls] = frozenset(self._by_class().get(cls, ()))
        return held

    def derived(self, make: Callable[[Matches], T]) -> T:
        """What a function makes of these matches, made once.

        It may keep the matches that it is given: they are these without what was derived of them. Where the two held
        each other nothing of a document would be freed before the garbage collector walked all that was ever read."""
        if make not in self._derived:
            bare = copy(self)
            bare._derived = {}
            self._derived[make] = make(bare)
        return self._derived[make]  # type: ignore[return-value]

    def _by_class(self) -> dict[str, list[int]]:
        holders = self._holders
        if holders is None:
            holders = self._holders = {}
            for known, at in self._forms:
                for cls in known.classes:
                    if cls in holders:
                        holders[cls] += at
                    else:
                        holders[cls] = [*at]
            for token, phrases in self._phrases.items():
                for match in phrases:
                    holders.setdefault(match.entry.cls, []).append(token)
        return holders


_REMEMBERED = 200_000
_UNSEEN = Known((), {})


class _Phrases:
    """The automaton over the patterns of more than one word: each hit with the entries that it may be one of."""

    def __init__(self, table: dict[str, list[Variant]]) -> None:
        self._variants = list(table.values())
        self._pma = CharwiseDoubleArrayAhoCorasick(list(table)) if table else None

    def __getstate__(self) -> tuple[list[list[Variant]], bytes | None]:
        return self._variants, None if self._pma is None else self._pma.serialize()

    def __setstate__(self, state: tuple[list[list[Variant]], bytes | None]) -> None:
        self._variants, compiled = state
        self._pma = None if compiled is None else CharwiseDoubleArrayAhoCorasick.deserialize(compiled)

    def hits(self, folded: str) -> list[tuple[int, int, list[Variant]]]:
        """Patterns that stand where a word can begin: start, end, variants."""
        if self._pma is None:
            return []
        return [
            (start, end, self._variants[pattern])
            for start, end, pattern in self._pma.find_overlapping(folded)
            if not (before := folded[start - 1 : start]).isalnum() or before in MAY_PRECEDE
        ]


class Automaton:
    """All lexicons compiled together. Building takes time linear in the number of letters.

    Phrases are found by one pass over the text. What a word alone matches depends on nothing else: it is taken
    apart and looked up once, and remembered."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        phrases: dict[str, list[Variant]] = {}
        words: list[Entry] = []
        for entry in entries:
            if entry.form.isalpha():
                words.append(entry)
            else:
                for variant in variants(entry):
                    phrases.setdefault(variant.pattern, []).append(variant)
        self._words, self._phrases = WordTable(words), _Phrases(phrases)
        self._memory: dict[str, Known | None] = {}

    def __getstate__(self) -> tuple[WordTable, _Phrases]:
        return self._words, self._phrases

    def __setstate__(self, state: tuple[WordTable, _Phrases]) -> None:
        self._words, self._phrases = state
        self._memory = {}

    def find(self, text: Text) -> Matches:
        """Every entry that stands in the text as a word of its own, or with affixes that its part takes."""
        if len(self._memory) > _REMEMBERED:  # bounded, whatever is read
            self._memory.clear()
        memory = self._memory
        words: list[tuple[Known, Sequence[int]]] = []
        for form, at in text.forms.items():
            known = memory.get(form, _UNSEEN)
            if known is _UNSEEN:
                known = memory[form] = _known(self._words.hits(form)) if form[0].isalpha() else None
            if known is not None:
                words.append((known, at))
        return Matches(text, words, self._find_phrases(text))

    def _find_phrases(self, text: Text) -> dict[int, list[Match]]:
        folded, tokens = text.folded.text, text.tokens
        found: dict[int, list[Match]] = {}
        for start, end, options in self._phrases.hits(folded):
            first = text.token_at(start)
            last = text.token_at(end - 1)
            # A pattern may begin or end with a sign, which takes no affix.
            before = folded[tokens[first].fstart : start]
            after = folded[end : tokens[last].fend]
            here = [
                Match(first, last, start, end, prefix, after, variant.entry)
                for variant in options
                if after in variant.suffixes and (prefix := variant.prefixes.get(before)) is not None
            ]
            if here:
                found.setdefault(first, []).extend(here)
        return found


def _known(hits: Sequence[WordHit]) -> Known | None:
    if not hits:
        return None
    classes: dict[str, tuple[WordHit, ...]] = {}
    for hit in hits:
        classes[hit[4].cls] = (*classes.get(hit[4].cls, ()), hit)
    return Known(tuple(hits), classes)


def _longest_first(match: Match) -> int:
    return -match.fend


def _first(match: Match) -> int:
    return match.first
