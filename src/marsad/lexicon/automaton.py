"""The words of all lexicons found in a text: phrases by one automaton, single words by what it said of them before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from daachorse import CharwiseDoubleArrayAhoCorasick

from marsad.lexicon.entry import Entry, Variant, variants
from marsad.lexicon.wordtable import MAY_PRECEDE, WordHit, WordTable
from marsad.text.affixes import Prefix
from marsad.text.view import Text, Token


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
            hits, phrases = known.hits if known else (), self._phrases.get(token, ())
            made = self._made[token] = self.merged(token, hits, phrases)
        return made or default

    def __contains__(self, token: int) -> bool:
        return bool(self.get(token))

    def merged(self, token: int, hits: Sequence[WordHit], phrases: Sequence[Match]) -> Sequence[Match]:
        """What a word alone matches, and phrases that begin with it."""
        if not hits:
            return sorted(phrases, key=_longest_first) if phrases else ()
        base = self._tokens[token].fstart
        # Past the constructor of the named tuple: so many are made that its frame would be a third of the time.
        words = [
            _new(Match, (token, token, base + a, base + b, prefix, suffix, entry))
            for a, b, prefix, suffix, entry in hits
        ]
        return sorted([*phrases, *words], key=_longest_first) if phrases else words


_new = tuple.__new__


class Matches:
    """Matches by class and first token; those at one token stand longest first.

    A word matches entries of several classes on average, and few of them are ever looked at: what it matches is
    known by its form, and a match is made when it is asked for. `at` gives those at a token, of all classes."""

    def __init__(self, tokens: Sequence[Token], words: Sequence[Known | None], phrases: dict[int, list[Match]]) -> None:
        self._words, self._phrases = words, phrases
        self.at = ByToken(tokens, words, phrases)
        self._starting: dict[str, dict[int, Sequence[Match]]] = {}
        self._of: dict[str, list[Match]] = {}
        self._holders: dict[str, list[int]] | None = None

    def of(self, cls: str) -> list[Match]:
        """All matches of a class, in the order in which they begin."""
        made = self._of.get(cls)
        if made is None:
            made = self._of[cls] = []
            for token in self.holders(cls):
                made.extend(self.starting(token, cls))
        return made

    def within(self, cls: str, first: int, past: int) -> list[Match]:
        """The matches of a class that begin at the tokens `first` to `past`, in order."""
        made = self.of(cls)
        start = bisect_left(made, first, key=_first)
        return made[start : bisect_left(made, past, start, key=_first)]

    def starting(self, token: int, cls: str) -> Sequence[Match]:
        """Matches of a class whose first token is `token`, longest first."""
        made = self._starting.get(cls)
        if made is None:
            made = self._starting[cls] = {}
        here = made.get(token)
        if here is None:
            known = self._words[token] if 0 <= token < len(self._words) else None
            hits = known.classes.get(cls, ()) if known else ()
            phrases: Sequence[Match] = self._phrases.get(token, ())
            if phrases:
                phrases = [m for m in phrases if m.entry.cls == cls]
            here = made[token] = self.at.merged(token, hits, phrases)
        return here

    def is_in(self, token: int, cls: str) -> bool:
        """Whether a match of a class begins at a token."""
        known = self._words[token] if 0 <= token < len(self._words) else None
        if known is not None and cls in known.classes:
            return True
        phrases = self._phrases.get(token)
        return phrases is not None and any(m.entry.cls == cls for m in phrases)

    def holders(self, cls: str) -> Sequence[int]:
        """The tokens at which matches of a class begin, in order."""
        if self._holders is None:
            self._holders = self._by_class()
        return self._holders.get(cls, ())

    def _by_class(self) -> dict[str, list[int]]:
        holders: dict[str, list[int]] = {}
        for token, known in enumerate(self._words):
            if known is not None:
                for cls in known.classes:
                    if cls in holders:
                        holders[cls].append(token)
                    else:
                        holders[cls] = [token]
        phrased: dict[str, set[int]] = {}
        for token, phrases in self._phrases.items():
            for match in phrases:
                phrased.setdefault(match.entry.cls, set()).add(token)
        for cls, tokens in phrased.items():
            holders[cls] = sorted(tokens.union(holders.get(cls, ())))
        return holders


_REMEMBERED = 200_000
_UNSEEN = Known((), {})


class _Phrases:
    """The automaton over the patterns of more than one word: each hit with the entries that it may be one of."""

    def __init__(self, table: dict[str, list[Variant]]) -> None:
        self._variants = list(table.values())
        self._pma = CharwiseDoubleArrayAhoCorasick(list(table)) if table else None

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

    def find(self, text: Text) -> Matches:
        """Every entry that stands in the text as a word of its own, or with affixes that its part takes."""
        if len(self._memory) > _REMEMBERED:  # bounded, whatever is read
            self._memory.clear()
        memory = self._memory
        words: list[Known | None] = []
        for token in text.tokens:
            known = None
            if token.word:
                known = memory.get(token.form, _UNSEEN)
                if known is _UNSEEN:
                    known = memory[token.form] = _known(self._words.hits(token.form))
            words.append(known)
        return Matches(text.tokens, words, self._find_phrases(text))

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
