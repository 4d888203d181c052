"""One sentence as the event layer reads it: its parties, places, times, words of harm and clause limits by token."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from marsad.extract.events.nominals import Nominal, nominals
from marsad.model.quick import quick

if TYPE_CHECKING:
    from collections.abc import Iterator

    from marsad.analysis import Analysis
    from marsad.grammar.scene import Placed
    from marsad.lexicon import Match
    from marsad.numbers.number import Number

CLASSES = (
    "trigger", "trigger_verb", "light", "toll", "clause", "speech", "harm", "weapon", "link", "people", "member",
    "asset", "part_of_toll", "generic_use", "act_noun", "embedding", "there", "recast", "before_act", "repel",
    "carry", "claim", "share", "we", "beside", "spot", "many", "falling", "one_more", "wound", "cited", "identified",
    "any_such", "now_and_then", "topic", "unarmed", "accident", "classing", "going", "own_cause", "added",
    "uncounted", "laid", "war", "unit_named", "told_before", "earlier", "kin", "total", "rank", "office", "reached",
    "leader", "officer", "started", "so_far", "tags", "naming",
)  # fmt: skip


_NO_WORDS: dict[str, Sequence[Match]] = dict.fromkeys(CLASSES, ())


@quick
@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` to `past` of the text, with what stands in them in order.

    `of(cls)` are the lexicon matches of a class inside the sentence, of those that overlap the longest: a dict's own
    lookup, since nothing is asked as often. By their last token: `links`, the words of that class, and `leads`, the
    value of each of the class `before_act`."""

    n: int
    first: int
    past: int
    nominals: tuple[Nominal, ...]
    places: tuple[Placed, ...]
    times: tuple[Placed, ...]
    quantities: tuple[Placed, ...]
    of: Callable[[str], Sequence[Match]]
    links: Mapping[int, Match]
    leads: Mapping[int, str]
    breaks: tuple[int, ...]
    numbers: tuple[Number, ...]
    colons: Sequence[int]


def sentences(analysis: Analysis) -> list[Sentence]:
    """The sentences of a document that hold a word for an event. Linear in its length."""
    text, holding = analysis.text, analysis.matches.holding
    triggers = sorted(holding["trigger"] | holding["trigger_verb"])
    stretches = [s for s in _stretches(analysis) if between(triggers, s[1], s[2])]
    scene = analysis.scene("actor", "place", "time", "quantity")
    actors, places, times, quantities = (
        [_inside(*mentions, first, past) for _, first, past in stretches]
        for mentions in ((sorted(table), table) for table in scene.mentions.values())
    )
    words = _words(analysis, stretches, [(*a, *p) for a, p in zip(actors, places, strict=True)])
    speakers: dict[int, int] = {}
    for statement in analysis.statements:
        start = statement.speaker.start if statement.speaker is not None else None
        if start is not None and text.sentence_of(start) == text.sentence_of(statement.start):
            speakers[start] = statement.start  # who only goes on to speak elsewhere acts where he is named
    numbers: dict[int, Number] = {n.first: n for n in analysis.numbers}
    numbered, colons = sorted(numbers), text.forms.get(":", ())
    built = []
    for k, (n, first, past) in enumerate(stretches):
        of = words[k].__getitem__
        if not (of("trigger") or of("trigger_verb")) or any(m.first == first for m in of("tags")):
            continue
        parted = (*actors[k], *places[k], *times[k])
        links = {m.last: m for m in of("link")}
        built.append(
            Sentence(
                n, first, past,
                nominals(analysis, scene, first, past, of, links, actors[k], quantities[k], parted, speakers),
                _outside(places[k], actors[k]),
                times[k],
                quantities[k],
                of,
                links,
                {m.last: m.entry.value for m in of("before_act")},
                tuple([m.first for cls in ("clause", "speech") for m in of(cls) if m.entry.value != "time"]),
                tuple([numbers[i] for i in between(numbered, first, past)]),
                between(colons, first, past),
            )
        )  # fmt: skip
    return built


# A line with no end of sentence is read in stretches of this many tokens, so that time grows with its length alone.
_LONGEST = 400


def _stretches(analysis: Analysis) -> Iterator[tuple[int, int, int]]:
    for n, (first, past) in enumerate(analysis.text.sentence_tokens):
        for start in range(first, past, _LONGEST):
            yield n, start, min(past, start + _LONGEST)


def between(tokens: Sequence[int], first: int, past: int) -> Sequence[int]:
    """Of tokens in order those from `first` to before `past`."""
    low = bisect_left(tokens, first)
    return tokens[low : bisect_left(tokens, past, low)]


class _Words(dict[str, "Sequence[Match]"]):
    """Lexicon matches by class, in order; none of a class that is not there."""

    def __missing__(self, cls: str) -> Sequence[Match]:
        return ()


# A name may be spelt like a verb: تدمر، فتح
_VERBS = frozenset({"trigger_verb", "light", "speech", "toll", "harm"})


def _words(
    analysis: Analysis, stretches: Sequence[tuple[int, int, int]], named: Sequence[tuple[Placed, ...]]
) -> list[_Words]:
    """The matches of each stretch by class, without verbs and clauses where something is `named`. Those of a class come
    in order, at one token the longest first; of those that overlap that one is kept."""
    held = [_Words(_NO_WORDS) for _ in stretches]
    names = [{i for p in here for i in range(p.first, p.last + 1)} for here in named]
    parts = [{i for p in here for i in range(p.first + 1, p.last + 1)} for here in named]
    tokens = len(analysis.text.tokens)
    bounds = [(first, past) for _, first, past in stretches]
    bounds.append((tokens, tokens))  # what stands behind the last stretch
    for cls in CLASSES:
        k, start, past, reach = -1, 0, 0, -1
        kept: list[Match] | None = None
        for match in analysis.matches.of(cls):
            first, last = match.first, match.last
            if first >= past:
                while first >= past:
                    k += 1
                    start, past = bounds[k]
                kept, reach = None, -1
            if (
                first <= reach
                or first < start
                or last >= past
                or (match.suffix == "ه" and _feminine(analysis, match))
                or (cls in _VERBS and match.entry.part == "verb" and first in names[k])
                or (cls == "clause" and first in parts[k])  # شن التحالف الذي تقوده المملكة غارات
                or (cls == "weapon" and _fighting(analysis, match))
            ):
                continue
            if kept is None:
                kept = []
                held[k][cls] = kept
            kept.append(match)
            reach = last
    return held


def _feminine(analysis: Analysis, match: Match) -> bool:
    """Whether a word with the pronoun ه is a noun in ة, which is folded like it (أسرة, حركة, مرسومة)."""
    return match.entry.part in ("verb", "noun") and analysis.text.raw[analysis.text.tokens[match.last].end - 1] == "ة"


def _fighting(analysis: Analysis, match: Match) -> bool:
    """الفصائل المقاتلة are factions that fight, no fighter aircraft."""
    if match.entry.form != "مقاتله" or not match.prefix.article or match.first == 0:
        return False
    return analysis.text.tokens[match.first - 1].form.lstrip("وبفك").startswith("ال")


def _inside(
    starts: Sequence[int], mentions: Mapping[int, Sequence[Placed]], first: int, past: int
) -> tuple[Placed, ...]:
    """The mentions of a layer that begin in a stretch, without those that begin in another; `starts` are their tokens
    in order."""
    found: list[Placed] = []
    reach = -1
    for i in between(starts, first, past):
        if i > reach:
            found.append(mentions[i][0])
            reach = found[-1].last
    return tuple(found)


def _outside(places: tuple[Placed, ...], actors: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """The places that are no part of an actor's name."""
    if not (places and actors):
        return places
    return tuple([p for p in places if not any(a.first <= p.first and p.last <= a.last for a in actors)])
