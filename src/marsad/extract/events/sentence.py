"""One sentence as the event layer reads it: its parties, places, times, words of harm and clause limits by token."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from marsad.extract.events.nominals import Nominal, nominals
from marsad.model.quick import quick

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from marsad.analysis import Analysis
    from marsad.grammar.scene import Placed, Scene
    from marsad.lexicon import Match
    from marsad.numbers.number import Number

CLASSES = (
    "trigger", "trigger_verb", "light", "toll", "clause", "speech", "harm", "weapon", "link", "people", "member",
    "asset", "part_of_toll", "generic_use", "act_noun", "embedding", "there", "recast", "before_act", "repel",
    "carry", "claim", "share", "we", "beside", "spot", "many", "falling", "one_more", "wound",
    "any_such", "now_and_then", "topic", "unarmed", "accident", "classing", "going", "own_cause", "added",
    "uncounted", "laid", "war", "unit_named", "told_before", "earlier",
)  # fmt: skip


class Words(dict[str, "tuple[Match, ...]"]):
    """Lexicon matches by class, in order; none of a class that is not there."""

    def __missing__(self, cls: str) -> tuple[Match, ...]:
        return ()


@quick
@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` to `past` of the text, with what stands in them in order."""

    n: int
    first: int
    past: int
    nominals: tuple[Nominal, ...]
    places: tuple[Placed, ...]
    times: tuple[Placed, ...]
    quantities: tuple[Placed, ...]
    words: Words
    breaks: tuple[int, ...]
    numbers: tuple[Number, ...] = ()
    colons: frozenset[int] = frozenset()

    def of(self, cls: str) -> tuple[Match, ...]:
        """Lexicon matches of a class inside the sentence."""
        return self.words[cls]

    def before(self, cls: str, value: str, token: int) -> bool:
        """Whether a word of a class and value ends right before a token."""
        return any(m.last == token - 1 and m.entry.value == value for m in self.of(cls))


def sentences(analysis: Analysis) -> list[Sentence]:
    """The sentences of a document that hold a word for an event. Linear in its length."""
    scene = analysis.scene("actor", "place", "time", "quantity")
    speakers: dict[int, int] = {}
    for statement in analysis.statements:
        start = statement.speaker.start if statement.speaker is not None else None
        if start is not None and analysis.text.sentence_of(start) == analysis.text.sentence_of(statement.start):
            speakers[start] = statement.start  # who only goes on to speak elsewhere acts where he is named
    numbers: dict[int, Number] = {n.first: n for n in analysis.numbers}
    built = []
    stretches = tuple(_stretches(analysis))
    for (n, first, past), words in zip(stretches, _words(analysis, stretches), strict=True):
        if "trigger" not in words and "trigger_verb" not in words:
            continue
        quantities = _inside(scene, "quantity", first, past)
        places = _inside(scene, "place", first, past)
        actors = _inside(scene, "actor", first, past)
        times = _inside(scene, "time", first, past)
        named = {i for p in (*places, *actors) for i in range(p.first, p.last + 1)}
        for cls in _VERBS & words.keys():  # a name may be spelt like a verb: تدمر، فتح
            words[cls] = [m for m in words[cls] if m.entry.part != "verb" or m.first not in named]
        kept = Words({cls: _longest(found) for cls, found in words.items()})
        built.append(
            Sentence(
                n, first, past,
                nominals(analysis, scene, first, past, actors, quantities, kept, speakers, (*places, *times)),
                tuple(p for p in places if not any(a.first <= p.first and p.last <= a.last for a in actors)),
                times,
                quantities, kept,
                tuple(m.first for cls in ("clause", "speech") for m in kept.get(cls, ())),
                tuple(numbers[i] for i in range(first, past) if i in numbers),
                frozenset(i for i in range(first, past) if analysis.text.tokens[i].form == ":"),
            )
        )  # fmt: skip
    return built


# A line with no end of sentence is read in stretches of this many tokens, so that time grows with its length alone.
_LONGEST = 400


def _stretches(analysis: Analysis) -> Iterator[tuple[int, int, int]]:
    for n, (first, past) in enumerate(analysis.text.sentence_tokens):
        for start in range(first, past, _LONGEST):
            yield n, start, min(past, start + _LONGEST)


_VERBS = frozenset({"trigger_verb", "light", "speech", "toll", "harm"})


def _words(analysis: Analysis, stretches: Sequence[tuple[int, int, int]]) -> list[dict[str, list[Match]]]:
    """The matches of each stretch by class, those of a class in order."""
    held: list[dict[str, list[Match]]] = [{} for _ in stretches]
    for cls in CLASSES:
        k, past = -1, 0
        for match in analysis.matches.of(cls):
            while match.first >= past:
                k += 1
                past = stretches[k][2]
            if (
                match.last < past
                and not (match.suffix == "ه" and _feminine(analysis, match))
                and not (cls == "weapon" and _fighting(analysis, match))
            ):
                held[k].setdefault(cls, []).append(match)
    return held


def _feminine(analysis: Analysis, match: Match) -> bool:
    """Whether a word with the pronoun ه is a noun in ة, which is folded like it (أسرة, حركة, مرسومة)."""
    return match.entry.part in ("verb", "noun") and analysis.text.raw[analysis.text.tokens[match.last].end - 1] == "ة"


def _fighting(analysis: Analysis, match: Match) -> bool:
    """الفصائل المقاتلة are factions that fight, no fighter aircraft."""
    if match.entry.form != "مقاتله" or not match.prefix.article or match.first == 0:
        return False
    return analysis.text.tokens[match.first - 1].form.lstrip("وبفك").startswith("ال")


def _longest(found: list[Match]) -> tuple[Match, ...]:
    """Of matches that overlap the longest, in text order."""
    if len(found) == 1:
        return (found[0],)
    kept: list[Match] = []
    for match in sorted(found, key=lambda m: (m.first, -m.fend)):
        if not kept or match.first > kept[-1].last:
            kept.append(match)
    return tuple(kept)


def _inside(scene: Scene, layer: str, first: int, past: int) -> tuple[Placed, ...]:
    table = scene.mentions.get(layer, {})
    found: list[Placed] = []
    for i in range(first, past):
        if i in table and (not found or i > found[-1].last):
            found.append(table[i][0])
    return tuple(found)
