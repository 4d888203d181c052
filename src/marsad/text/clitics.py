"""Clitics: what is written in one with a word, taken off it, with offsets.

A word is split where the rest is a word that the form list knows and the whole is none, or where the rest belongs
to the closed classes (و+في). Function words and known whole words stay whole: وزير، بلد، والي. Names that no
dictionary knows are handed in by the gazetteer and the actors' dictionary."""

from __future__ import annotations

from collections.abc import Iterable
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
        return max(_options(word), key=lambda option: self._score(option, exact, written))

    def _score(self, option: Segmentation, exact: str, written: str) -> float:
        """How likely a splitting is: higher is better. The whole word comes first and wins ties."""
        prefix, stem, suffix, parts = option
        if not prefix and not suffix:
            return self._whole_score(stem, exact)
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


def _options(word: str) -> Iterable[Segmentation]:
    yield Segmentation("", word, "", Prefix("", "", False))
    for prefix, parts in _ALL_PREFIXES.items():
        if not word.startswith(prefix) or len(word) - len(prefix) < 2:
            continue
        rest = word[len(prefix) :]
        if prefix:
            yield Segmentation(prefix, rest, "", parts)
        if parts.article or rest.startswith("ال"):
            continue
        for suffix in _VERB_PRONOUNS if parts.preposition == "س" else _PRONOUNS:
            if rest.endswith(suffix) and len(rest) - len(suffix) >= 2:
                yield Segmentation(prefix, rest[: -len(suffix)], suffix, parts)


_ALL_PREFIXES = {**NOUN_PREFIXES, **VERB_PREFIXES}
