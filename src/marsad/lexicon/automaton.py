"""The words of all lexicons found in a text: phrases by one automaton, single words by what it said of them before."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from daachorse import CharwiseDoubleArrayAhoCorasick

from marsad.lexicon.entry import Entry, Variant, variants
from marsad.lexicon.wordtable import MAY_PRECEDE, WordHit, WordTable
from marsad.text.affixes import Prefix
from marsad.text.view import Text


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


class Matches:
    """Matches by class and first token; those at one token stand longest first."""

    def __init__(self, at: dict[int, list[Match]]) -> None:
        self.at = at
        self._of: dict[str, list[Match]] | None = None

    def of(self, cls: str) -> list[Match]:
        """All matches of a class, in the order in which they begin."""
        if self._of is None:
            self._of = {}
            for here in self.at.values():
                for match in here:
                    self._of.setdefault(match.entry.cls, []).append(match)
        return self._of.get(cls, [])

    def starting(self, token: int, cls: str) -> list[Match]:
        """Matches of a class whose first token is `token`, longest first."""
        return [m for m in self.at.get(token, ()) if m.entry.cls == cls]

    def is_in(self, token: int, cls: str) -> bool:
        """Whether a match of a class begins at a token."""
        return any(m.entry.cls == cls for m in self.at.get(token, ()))


_REMEMBERED = 200_000


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
        self._memory: dict[str, list[WordHit]] = {}

    def find(self, text: Text) -> Matches:
        """Every entry that stands in the text as a word of its own, or with affixes that its part takes."""
        phrases = self._find_phrases(text)
        if len(self._memory) > _REMEMBERED:  # bounded, whatever is read
            self._memory.clear()
        memory = self._memory
        at: dict[int, list[Match]] = {}
        for token in text.tokens:
            n = token.n
            if token.word:
                form, base = token.form, token.fstart
                known = memory.get(form)
                if known is None:
                    known = memory[form] = self._words.hits(form)
                here = [Match(n, n, base + a, base + b, prefix, end, entry) for a, b, prefix, end, entry in known]
            else:
                here = []
            if n in phrases:
                here = sorted(phrases[n] + here, key=_longest_first)
            if here:
                at[n] = here
        return Matches(at)

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


def _longest_first(match: Match) -> int:
    return -match.fend
