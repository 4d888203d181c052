"""Entries of one word: a word of the text is taken apart, and each way of doing so looked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from marsad.lexicon.entry import NAME, NOUN, PREFIXES, SUFFIXES, VERB, Entry
from marsad.text import affixes
from marsad.text.affixes import Prefix

# start, end (of the entry in the word), prefix, suffix, entry
WordHit = tuple[int, int, Prefix, str, Entry]

_ALL_PREFIXES = frozenset().union(*PREFIXES.values(), affixes.SWALLOWED_PREFIXES)
_ALL_SUFFIXES = frozenset[str]().union(*SUFFIXES.values())
_LONGEST_PREFIX = max(map(len, _ALL_PREFIXES))
_LONGEST_SUFFIX = max(map(len, _ALL_SUFFIXES))
# The last letters of the prefixes.
MAY_PRECEDE = frozenset(prefix[-1] for prefix in _ALL_PREFIXES if prefix)


class WordTable:
    """Entries by their form."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries: dict[str, list[Entry]] = {}
        for entry in entries:
            self._entries.setdefault(entry.form, []).append(entry)

    def hits(self, word: str) -> list[WordHit]:
        """The entries that a folded word is, with or without affixes, longest first. See lexicon.entry.variants."""
        found: list[WordHit] = []
        for start in range(min(_LONGEST_PREFIX, len(word) - 1) + 1):
            prefix = word[:start]
            if prefix not in _ALL_PREFIXES:
                continue
            for end in range(len(word), max(len(word) - _LONGEST_SUFFIX, start + 1) - 1, -1):
                suffix = word[end:]
                if suffix in _ALL_SUFFIXES and not (suffix == "ي" and affixes.is_whole(word[start:])):
                    found.extend(
                        (start, end, taken, suffix, e) for taken, e in self._whole(prefix, word[start:end], suffix)
                    )
        found.sort(key=lambda hit: (-hit[1], hit[0]))
        return found

    def _whole(self, prefix: str, stem: str, suffix: str) -> Iterator[tuple[Prefix, Entry]]:
        for entry in self._entries.get(stem, ()):
            taken = PREFIXES[entry.part].get(prefix)
            if taken is not None and suffix in SUFFIXES[entry.part]:
                yield taken, entry
        swallowed = affixes.SWALLOWED_PREFIXES.get(prefix)
        if swallowed is not None and len(stem) > 2:
            for entry in self._entries.get("ال" + stem, ()):
                if entry.part in (NAME, NOUN) and suffix in SUFFIXES[entry.part]:
                    yield swallowed, entry
        if suffix in affixes.PRONOUN_SUFFIXES:
            if stem.endswith("ت"):
                yield from self._changed(prefix, stem[:-1] + "ه", NOUN)
            elif stem.endswith("و"):
                yield from self._changed(prefix, stem + "ا", VERB)

    def _changed(self, prefix: str, form: str, part: str) -> Iterator[tuple[Prefix, Entry]]:
        """Entries whose last letter a pronoun changes: ة to ت, وا to و."""
        taken = PREFIXES[part].get(prefix)
        if taken is not None:
            for entry in self._entries.get(form, ()):
                if entry.part == part and len(form) > 2:
                    yield taken, entry
