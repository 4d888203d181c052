"""The words of all lexicons found in a text: phrases by one automaton, single words by what it said of them before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from daachorse import CharwiseDoubleArrayAhoCorasick

from marsad.lexicon.entry import Entry, Variant, variants
from marsad.lexicon.matches import Known, Match, Matches
from marsad.lexicon.wordtable import MAY_PRECEDE, WordHit, WordTable
from marsad.text.view import Text

__all__ = ["Automaton", "Known", "Match", "Matches"]

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
        words: dict[str, Known] = {}
        for form in text.forms:
            known = memory.get(form, _UNSEEN)
            if known is _UNSEEN:
                known = memory[form] = _known(self._words.hits(form)) if form[0].isalpha() else None
            if known is not None:
                words[form] = known
        return Matches(text, words, self._find_phrases(text))

    def _find_phrases(self, text: Text) -> dict[int, list[Match]]:
        folded, tokens, starts = text.folded.text, text.tokens, text.fstarts
        found: dict[int, list[Match]] = {}
        for start, end, options in self._phrases.hits(folded):
            first = bisect_right(starts, start) - 1
            last = bisect_right(starts, end - 1, first) - 1
            # A pattern may begin or end with a sign, which takes no affix.
            before, after = folded[starts[first] : start], folded[end : tokens[last].fend]
            for variant in options:
                prefix = variant.prefixes.get(before)
                if prefix is not None and after in variant.suffixes:
                    match = Match(first, last, start, end, prefix, after, variant.entry)
                    found.setdefault(first, []).append(match)
        return found


def _known(hits: Sequence[WordHit]) -> Known | None:
    if not hits:
        return None
    classes: dict[str, tuple[WordHit, ...]] = {}
    for hit in hits:
        classes[hit[4].cls] = (*classes.get(hit[4].cls, ()), hit)
    return Known(tuple(hits), classes)
