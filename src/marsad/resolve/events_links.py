"""Which event came of which: ما أدى إلى، على إثر، ردا على between two events of a sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.lexicon import Match
    from marsad.model import Event

# The event that a word of consequence speaks of begins within this many characters behind it.
_NEAR = 60
# A word this near the start of a sentence joins what follows it to what follows that: وعلى إثر الهجوم قصفت.
_OPENING = 2
# Characters between the two events that such a word joins.
_FARTHER = 90


def linked(analysis: Analysis, events: list[Event], tellings: Mapping[int, Iterable[int]]) -> list[Event]:
    """Numbered events with `led_to` filled, where the text says in so many words that one came of the other.

    `tellings` names, by the start of an event, where else the text tells it: "the attack" behind a word of consequence
    is the one told before."""
    places = sorted({(at, i) for i, e in enumerate(events) for at in (e.start, *tellings.get(e.start, ()))})
    starts = [at for at, _ in places]
    led: dict[int, list[str]] = {}
    for match in analysis.matches.of("led"):
        for cause, effect in _pairs(analysis, match, starts):
            first, second = places[cause][1], places[effect][1]
            if first != second and events[first].id not in led.get(second, ()):
                led.setdefault(first, []).append(events[second].id)
    return [replace(e, led_to=tuple(dict.fromkeys(led[i]))) if i in led else e for i, e in enumerate(events)]


def _pairs(analysis: Analysis, match: Match, starts: list[int]) -> list[tuple[int, int]]:
    """Cause and effect that a word joins, as places among `starts`: at most one pair."""
    tokens, text = analysis.text.tokens, analysis.text
    sentence = tokens[match.first].sentence

    def near(k: int, behind: int, reach: int) -> bool:
        held = 0 <= k < len(starts) and text.sentence_of(starts[k]) == sentence
        return held and 0 < starts[k] - behind <= reach

    at = bisect_left(starts, tokens[match.first].start)
    if not near(at, tokens[match.last].end, _NEAR):
        return []
    before = at > 0 and text.sentence_of(starts[at - 1]) == sentence
    opens = match.first - text.sentence_tokens[sentence][0] <= _OPENING
    if match.entry.value == "answer" or (match.entry.value == "back" and opens and not before):
        return [(at, at + 1)] if near(at + 1, starts[at], _FARTHER) else []
    if not before or (match.entry.value == "by" and not _attached(analysis, starts[at])):
        return []
    return [(at, at - 1)] if match.entry.value == "back" else [(at - 1, at)]


def _attached(analysis: Analysis, at: int) -> bool:
    """Whether ب is written in one with the word at a place: انتهت بسيطرة الجيش, تسبب بالنزوح."""
    return analysis.document.text[max(0, at - 3) : at].endswith(("ب", "بال"))
