"""Which event came of which: ما أدى إلى، على إثر، ردا على between two events of a sentence."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.model import Event

# The event that a word of consequence speaks of begins within this many characters behind it.
_NEAR = 60


def linked(analysis: Analysis, events: list[Event]) -> list[Event]:
    """Numbered events with `led_to` filled, where the text says in so many words that one came of the other."""
    order = sorted(range(len(events)), key=lambda i: events[i].start)
    starts = [events[i].start for i in order]
    led: dict[int, list[str]] = {}
    tokens = analysis.text.tokens
    for match in analysis.matches.of("led"):
        sentence = tokens[match.first].sentence
        at = bisect_left(starts, tokens[match.first].start)
        if at == 0 or at == len(order):
            continue
        before, after = order[at - 1], order[at]
        if analysis.text.sentence_of(events[before].start) != sentence:
            continue
        if not 0 < events[after].start - tokens[match.last].end <= _NEAR:
            continue
        if analysis.text.sentence_of(events[after].start) != sentence:
            continue
        cause, effect = (before, after) if match.entry.value == "on" else (after, before)
        led.setdefault(cause, []).append(events[effect].id)
    return [replace(e, led_to=tuple(dict.fromkeys(led[i]))) if i in led else e for i, e in enumerate(events)]
