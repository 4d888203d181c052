"""Tolls of a whole war or of years: they belong to no act told beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.model import Event

# More than this many die in a war rather than in the act told beside it.
MOST = 300
# Words around a toll among which stands what it is the toll of.
_AROUND = 22


def of_a_war(analysis: Analysis, toll: Event) -> bool:
    """Whether a toll is told as that of a war, a rebellion or a span of years (class `war` of words/victims.tsv)."""
    text = analysis.text
    first, past = text.sentence_tokens[text.sentence_of(toll.start)]
    at = next((i for i in range(first, past) if text.tokens[i].end > toll.start), first)
    return any(analysis.matches.is_in(i, "war") for i in range(max(first, at - _AROUND), min(past, at + _AROUND)))
