"""What an accusation and a denial are about: words that both have, and places that keep them apart."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from marsad.model import Actor, Place
from marsad.text.fold import fold_word

if TYPE_CHECKING:
    from marsad.analysis import Analysis

Named = TypeVar("Named", Actor, Place)
_FEWEST = 3  # letters of a stem that tell
_HEADS = ("وال", "بال", "فال", "كال", "ولل", "لل", "ال", "وب", "ول", "ب", "ل", "و", "ف")
_TAILS = ("اتها", "اته", "هما", "تها", "تهم", "ات", "ون", "ين", "ها", "هم", "وا", "ته", "ت", "ه")
# Words that say nothing of the matter.
_PASSED = frozenset({
    "denied_charge", "denied_back", "denied_part", "denied_verb", "denied_false", "denied_any", "say", "speaker",
})  # fmt: skip


@lru_cache(maxsize=20_000)
def stem(form: str) -> str:
    """A word without what is written to it, and without its long vowels: قصفت, بالقصف and قصف are one."""
    for head in _HEADS:
        if form.startswith(head) and len(form) - len(head) >= _FEWEST:
            form = form[len(head) :]
            break
    for tail in _TAILS:
        if form.endswith(tail) and len(form) - len(tail) >= _FEWEST:
            form = form[: -len(tail)]
            break
    bare = form[0] + form[1:].translate({ord("ا"): None, ord("ي"): None, ord("و"): None}) if form else ""
    return bare if len(bare) >= _FEWEST else form


def stems(analysis: Analysis, first: int, past: int) -> frozenset[str]:
    """The stems of the words that say what a stretch is about: no actors, no places, no words of accusing."""
    if first >= past:
        return frozenset()
    tokens = analysis.text.tokens
    low, high = tokens[first].start, tokens[past - 1].end
    names = [(a.start, a.end) for a in named(analysis.actors, low, high)]
    names += [(p.start, p.end) for p in named(analysis.places, low, high)]
    found = set()
    for token in tokens[first:past]:
        if not token.word or len(token.form) < _FEWEST or any(s < token.end and token.start < e for s, e in names):
            continue
        if not any(m.entry.cls in _PASSED for m in analysis.matches.at[token.n]):
            found.add(stem(token.form))
    return frozenset(found)


def named(layer: Sequence[Named], low: int, high: int) -> list[Named]:
    """The mentions of a layer that begin in a stretch of the text."""
    first = bisect_left(layer, low, key=lambda m: m.start)
    return list(layer[first : bisect_left(layer, high, key=lambda m: m.start)])


def apart(analysis: Analysis, a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether two stretches (offsets) name places and none in common."""
    here = {fold_word(p.text) for p in named(analysis.places, *a)}
    there = {fold_word(p.text) for p in named(analysis.places, *b)}
    return bool(here and there and not here & there)
