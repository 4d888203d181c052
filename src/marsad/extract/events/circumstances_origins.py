"""Places that belong to a party of a sentence: where it is from, and where a body sits."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from marsad.extract.events.circumstances_landmarks import LISTED, nouns_before
from marsad.extract.events.words import specs

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.sentence import Sentence
    from marsad.grammar.scene import Placed

# Bodies that sit somewhere, whatever they do elsewhere.
_SEATED = frozenset({"government", "organisation", "political", "international", "media"})
# Words from من to the name of a place (من مدينة كذا).
_FROM = 3
# What is fired from somewhere.
_FIRED = frozenset({"shelling", "clash", "armed_attack", "air_strike"})


def origins(analysis: Analysis, sentence: Sentence) -> set[int]:
    """First tokens of the places that a party is told to be from: مسلحون من مدينة كذا."""
    away = {p.first: k for p in sentence.places if (k := leading_from(analysis, sentence, p)) is not None}
    if not away:
        return set()
    parties = {n.last for n in sentence.nominals if not n.named or n.kind == "person"}
    launching = {m.last for m in sentence.of("light") if m.entry.value.startswith("agent")}  # شنته من كذا
    firing = [m for m in sentence.of("trigger") if _FIRED & {s.type for s in specs(m.entry.value)}]  # قصف من كذا
    launching |= {i for m in firing for i in (m.last, m.last + 1)}
    tokens = analysis.text.tokens
    troops = {m.last for m in sentence.of("member")}
    held = {
        first
        for first, k in away.items()
        if k - 1 in parties
        or k - 1 in launching
        or (k - 2 in troops and tokens[k - 1].form.endswith("ه"))
        or (tokens[k - 1].form == "،" and k - 2 in parties)
    }  # قوات مشتركة من كذا
    for a, b in pairwise(sentence.places):
        if a.first in held and b.prefix.startswith("و") and b.first - a.last <= LISTED:
            held.add(b.first)
    return held


def leading_from(analysis: Analysis, sentence: Sentence, placed: Placed) -> int | None:
    """The token of من that leads to a place; None where none does."""
    tokens = analysis.text.tokens
    for k in range(placed.first - 1, max(sentence.first, placed.first - _FROM) - 1, -1):
        if tokens[k].form == "من":
            return k
        if tokens[k].word and not analysis.matches.is_in(k, "place_noun"):
            break
    return None


def seats(analysis: Analysis, sentence: Sentence) -> tuple[set[int], set[int]]:
    """First tokens of the places that a body is told to sit in (الحكومة في كذا), and of those that one with its leader
    is (زعيم التنظيم في كذا)."""
    tokens = analysis.text.tokens
    within: dict[int, int] = {}
    for placed in sentence.places:
        k = placed.first - 1 - nouns_before(analysis, sentence.first, placed)
        if tokens[k].form == "في":
            within[k - 1] = placed.first
    if not within:
        return set(), set()
    heads = {m.last for cls in ("office", "leader") for m in sentence.of(cls)}
    bodies = [n for n in sentence.nominals if n.last in within]
    led = {within[n.last] for n in bodies if not heads.isdisjoint(range(n.head - 1, n.first))}
    return {within[n.last] for n in bodies if n.kind in _SEATED}, led
