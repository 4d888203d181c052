"""How often items like this one were right: the confidence of events and reasons.

data/vocab/confidence.tsv counts, for each value of a few features, how many such items marsad read in annotated
documents and how many of them were there with that type. The layer's share is the start; each feature moves it by
its own share, drawn towards the layer's where it rests on few items. Nothing is kept or left out by it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar

from marsad.analysis import Analysis
from marsad.model import Event, Reason
from marsad.model.quick import changed
from marsad.resources import Resources

TABLE = "vocab/confidence.tsv"
PRIOR = 60
"""So many items of the layer's share are added to each count: what rests on less says little. In
cross-validation 30 gave errors half as large again, and 100 hardly told items apart."""

LEAST, MOST = 0.05, 0.95

Counts = Mapping[str, Mapping[tuple[str, str], tuple[int, int]]]
"""By layer: feature and value, and how many such items were read and were right. ("all", "all") holds the layer's."""


def event_features(event: Event) -> tuple[tuple[str, str], ...]:
    """Type, and whether it is told as done. How many arguments it has told nothing more in cross-validation."""
    done = event.status in ("occurred", "ongoing")
    return ("type", event.type), ("done", "yes" if done else "no")


def reason_features(reason: Reason) -> tuple[tuple[str, str], ...]:
    """Category, the rule that found it, and whether it tells whose reason it is."""
    return ("category", reason.category), ("rule", reason.rule), ("actor", "yes" if reason.actor else "no")


FEATURES: Mapping[str, Callable[[Any], tuple[tuple[str, str], ...]]] = {
    "events": event_features,
    "reasons": reason_features,
}


class Scale:
    """Turns features into a confidence by counts."""

    def __init__(self, counts: Counts) -> None:
        self._share = {layer: right / max(read, 1) for layer in counts for read, right in [counts[layer]["all", "all"]]}
        self._moves = {
            layer: {key: self._move(layer, *held) for key, held in counted.items()} for layer, counted in counts.items()
        }
        self._known: dict[tuple[str, tuple[tuple[str, str], ...]], float] = {}  # features have few values

    def _move(self, layer: str, read: int, right: int) -> float:
        share = self._share[layer]
        return _logit((right + PRIOR * share) / (read + PRIOR)) - _logit(share)

    def __call__(self, layer: str, features: Iterable[tuple[str, str]]) -> float:
        """The confidence of an item, LEAST to MOST. A value that the counts do not hold moves nothing."""
        key = layer, tuple(features)
        known = self._known.get(key)
        if known is None:
            moves = self._moves[layer]
            at = _logit(self._share[layer]) + sum(moves.get(feature, 0.0) for feature in key[1])
            known = self._known[key] = round(min(max(1 / (1 + math.exp(-at)), LEAST), MOST), 2)
        return known


class Confidence:
    """Gives events and reasons their confidence."""

    name: ClassVar[str] = "resolve.confidence"
    requires: ClassVar[tuple[str, ...]] = ("events", "reasons")
    assigns: ClassVar[tuple[str, ...]] = ("events", "reasons")

    def __init__(self, resources: Resources) -> None:
        counts: dict[str, dict[tuple[str, str], tuple[int, int]]] = {}
        for row in resources.rows(TABLE):
            counted = counts.setdefault(row["layer"], {})
            counted[row["feature"], row["value"]] = int(row["read"]), int(row["right"])
        self._scale = Scale(counts)

    def __call__(self, analysis: Analysis) -> Mapping[str, Any]:
        """Both layers, with nothing else changed."""
        return {
            layer: tuple(
                changed(item, confidence=self._scale(layer, FEATURES[layer](item))) for item in getattr(analysis, layer)
            )
            for layer in self.assigns
        }


def _logit(share: float) -> float:
    held = min(max(share, 0.001), 0.999)
    return math.log(held / (1 - held))
