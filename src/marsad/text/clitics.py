"""Clitics: what is written in one with a word, taken off it, with offsets.

A word is split where the rest is a word that the form list knows and the whole is none, or where the rest belongs
to the closed classes (و+في). Function words and known whole words stay whole: وزير، بلد، والي. Names that no
dictionary knows are handed in by the gazetteer and the actors' dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from marsad.text.affixes import NOUN_PREFIXES, VERB_PREFIXES, Prefix
from marsad.text.fold import fold_word
from marsad.text.forms import Forms, listed

_PRONOUNS = ("هما", "هم", "ها", "هن", "نا", "كم", "ه")
_VERB_PRONOUNS = ("هما", "هم", "ها", "هن", "نا", "ني", "ه")


class Segmentation(NamedTuple):
    """A folded word in parts: its prefix (as written and taken apart), stem and attached pronoun."""

    prefix: str
    stem: str
    suffix: str
    parts: Prefix


class Segmenter:
    """Splits words. Answers are remembered: news repeats its words.

    `names` are folded names that stay whole even where they look like a proclitic with a word."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._function = frozenset(listed("function.txt"))
        self._names = frozenset(names)
        self._known = Forms(listed("more.txt"))
        self._memory: dict[str, Segmentation] = {}

    def split(self, written: str) -> Segmentation:
        """The parts of a word as it is written, folded. Their lengths add up to the folded word's.

        The spelling is looked at where folding would hide what it tells: ة from the pronoun ه, وإلى from والي."""
        known = self._memory.get(written)
        if known is None:
            if len(self._memory) > 200_000:  # bounded, whatever is read
                self._memory.clear()
            known = self._memory[written] = self._split(written)
        return known

    def _split(self, written: str) -> Segmentation:
        word = fold_word(written)
        # A final ه is no ة: the form list keeps the two apart.
        exact = word[:-1] + "ة" if written.endswith("ة") else word
        ways = _ways(word)
        best: _Way = ("", word, "", _NO_PREFIX)
        # The whole word wins ties, and is not even looked up where there is no other way.
        highest = self._whole_score(word, exact) if ways else 0.0
        for way in ways:
            score = self._score(way, exact, written)
            if score > highest:
                best, highest = way, score
        return Segmentation(*best)

    def _score(self, way: _Way, exact: str, written: str) -> float:
        """How likely a way to take a word apart is: higher is better."""
        prefix, stem, suffix, parts = way
        if prefix and stem in self._function and not parts.preposition and not parts.article and not suffix:
            # و+إلى, but والي: where the stem has its hamza, it begins a word.
            hamza = written[len(prefix) : len(prefix) + 1] in "أإآ"
            return 9.0 if hamza or not stem.startswith("ا") else 4.0
        # Each piece that is cut off must pay for itself.
        cost = 0.4 * (bool(parts.conjunction) + bool(parts.preposition)) + 0.1 * parts.article + 0.5 * bool(suffix)
        return self._stem_score(stem, parts, suffix, exact) - cost

    def _whole_score(self, word: str, exact: str) -> float:
        if word in self._function or word in self._names:
            return 10.0
        return 5.0 if exact in self._known else 1.0

    def _is_word(self, stem: str, suffix: str, exact: str) -> bool:
        if suffix:
            return stem in self._known or (stem.endswith("ت") and stem[:-1] + "ة" in self._known)
        return stem[:-1] + exact[-1] in self._known

    def _stem_score(self, stem: str, parts: Prefix, suffix: str, exact: str) -> float:
        if len(stem) < 2 or (len(stem) == 2 and stem not in self._function):
            return -5.0
        verbal = parts.preposition == "س"
        if verbal:
            future = stem[0] in "يتنا" and len(stem) > 3 and not parts.article and exact[-1] != "ة"
            return 4.5 + self._is_word(stem, suffix, exact) if future else -5.0
        if parts.article:
            # The article is the best witness that a noun follows.
            return 6.0 + self._is_word(stem, suffix, exact) if not suffix and len(stem) > 2 else -5.0
        if stem in self._names:
            return 5.2 if not suffix else -5.0
        if self._is_word(stem, suffix, exact):
            return 4.6 if len(stem) > 3 else 4.2
        if stem.startswith("ال") and len(stem) > 4:
            return 5.5
        return 1.2 if suffix and len(stem) > 4 else 0.0


_Way = tuple[str, str, str, Prefix]
"""The fields of a Segmentation: of the many that are tried one becomes it."""


def _ways(word: str) -> list[_Way]:
    """Every way to take something off a folded word."""
    ways: list[_Way] = []
    length, last = len(word), word[-1:]
    for prefix, parts in _PREFIXES_BY_LETTER.get(word[:1], _WITHOUT_PREFIX):
        if not word.startswith(prefix) or length - len(prefix) < 2:
            continue
        rest = word[len(prefix) :]
        if prefix:
            ways.append((prefix, rest, "", parts))
        if parts.article or rest.startswith("ال"):
            continue
        pronouns = _VERB_PRONOUNS_BY_LETTER if parts.preposition == "س" else _PRONOUNS_BY_LETTER
        ways += [
            (prefix, rest[: -len(suffix)], suffix, parts)
            for suffix in pronouns.get(last, ())
            if rest.endswith(suffix) and len(rest) - len(suffix) >= 2
        ]
    return ways


def _by_last_letter(suffixes: Sequence[str]) -> dict[str, list[str]]:
    return {letter: [s for s in suffixes if s[-1] == letter] for letter in {s[-1] for s in suffixes}}


_ALL_PREFIXES = {**NOUN_PREFIXES, **VERB_PREFIXES}
_NO_PREFIX = _ALL_PREFIXES[""]
_WITHOUT_PREFIX = [("", _NO_PREFIX)]
# Of some thirty prefixes a word begins with few or none: they are asked by its first letter, in their order.
_PREFIXES_BY_LETTER = {
    letter: [(prefix, parts) for prefix, parts in _ALL_PREFIXES.items() if prefix[:1] in ("", letter)]
    for letter in {prefix[0] for prefix in _ALL_PREFIXES if prefix}
}
_PRONOUNS_BY_LETTER = _by_last_letter(_PRONOUNS)
_VERB_PRONOUNS_BY_LETTER = _by_last_letter(_VERB_PRONOUNS)
