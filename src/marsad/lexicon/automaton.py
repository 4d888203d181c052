"""One automaton over the folded text finds every word of every lexicon."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from daachorse import CharwiseDoubleArrayAhoCorasick

from marsad.lexicon.entry import Entry, Variant, variants
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

    def __init__(self, found: Iterable[Match]) -> None:
        self.at: dict[int, list[Match]] = {}
        self._of: dict[str, list[Match]] = {}
        for match in found:
            self.at.setdefault(match.first, []).append(match)
            self._of.setdefault(match.entry.cls, []).append(match)
        for here in self.at.values():
            if len(here) > 1:
                here.sort(key=_longest_first)

    def of(self, cls: str) -> list[Match]:
        """All matches of a class, in the order in which they end."""
        return self._of.get(cls, [])

    def starting(self, token: int, cls: str) -> list[Match]:
        """Matches of a class whose first token is `token`, longest first."""
        return [m for m in self.at.get(token, ()) if m.entry.cls == cls]

    def is_in(self, token: int, cls: str) -> bool:
        """Whether a match of a class begins at a token."""
        return any(m.entry.cls == cls for m in self.at.get(token, ()))


def _longest_first(match: Match) -> int:
    return -match.fend


class Automaton:
    """All lexicons compiled together. Building takes time linear in the number of letters."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        table: dict[str, list[Variant]] = {}
        for entry in entries:
            for variant in variants(entry):
                table.setdefault(variant.pattern, []).append(variant)
        self._variants = list(table.values())
        self._pma = CharwiseDoubleArrayAhoCorasick(list(table)) if table else None

    def find(self, text: Text) -> Matches:
        """Every entry that stands in the text as a word of its own, or with affixes that its part takes."""
        if self._pma is None:
            return Matches(())
        folded, tokens, token_at = text.folded.text, text.tokens, text.token_at
        found: list[Match] = []
        for fstart, fend, pattern in self._pma.find_overlapping(folded):
            before = folded[fstart - 1 : fstart]
            after = folded[fend : fend + 1]
            bare = not before.isalnum()
            if not bare and not _may_follow(before):
                continue
            first = token_at(fstart)
            head = tokens[first]
            prefix = "" if bare else folded[head.fstart : fstart]
            last = first if fend <= head.fend else token_at(fend - 1)
            suffix = folded[fend : tokens[last].fend] if after.isalnum() else ""
            found.extend(
                Match(first, last, fstart, fend, taken, suffix, variant.entry)
                for variant in self._variants[pattern]
                if suffix in variant.suffixes and (taken := variant.prefixes.get(prefix)) is not None
            )
        return Matches(found)


def _may_follow(letter: str) -> bool:
    """Whether a word can begin right after this letter of the same token."""
    return letter in "وفبلكس"
