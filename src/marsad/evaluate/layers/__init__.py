"""One module for each way of comparing a layer of a record with its gold."""

from __future__ import annotations

from collections.abc import Callable

from marsad.evaluate.layers import events, mentions, reasons, statements
from marsad.evaluate.layers.comparison import Comparison, Items, SentenceSpans

Compare = Callable[[Items, Items, SentenceSpans], Comparison]

# In the order in which the figures are printed.
LAYERS: dict[str, Compare] = {
    "places": mentions.compare_places,
    "times": mentions.compare_times,
    "actors": mentions.compare_actors,
    "events": events.compare,
    "reasons": reasons.compare,
    "statements": statements.compare,
    "outlooks": mentions.compare_outlooks,
}

__all__ = ["LAYERS", "Compare", "Comparison", "Items", "SentenceSpans"]
