"""The figures of a set of records held against gold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from marsad.evaluate.layers import LAYERS
from marsad.evaluate.layers.comparison import Comparison
from marsad.evaluate.tally import Figures, Tally


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One item on which gold and record differ.

    `kind` is missed (gold alone), spurious (record alone) or differs (found, with another value: `item` then
    holds both, as `gold` and `system`)."""

    document: str
    layer: str
    kind: str
    item: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Figures by name in printing order, how many documents they rest on, those that have no record, and the
    disagreements."""

    figures: dict[str, Figures]
    documents: int
    without_record: tuple[str, ...]
    disagreements: tuple[Disagreement, ...]


def evaluate(gold: Mapping[str, Mapping[str, Any]], records: Mapping[str, Mapping[str, Any]]) -> Evaluation:
    """Compare records with compiled gold, both by document id.

    A document that has no record counts as one with nothing in it. A gold document whose `layers` are listed
    is compared in those alone."""
    totals: dict[str, Tally] = {}
    disagreements: list[Disagreement] = []
    for name, document in gold.items():
        record = records.get(name, {})
        covered = document.get("layers") or LAYERS
        for layer, compare in LAYERS.items():
            held = (document.get(layer) or [], record.get(layer) or []) if layer in covered else ([], [])
            result = compare(*held, document["sentence_spans"])
            for figure, tally in result.tallies.items():
                totals[figure] = totals.get(figure, Tally()) + tally
            disagreements += _disagreements(name, layer, result)
    return Evaluation(
        {figure: tally.figures() for figure, tally in totals.items()},
        len(gold),
        tuple(name for name in gold if name not in records),
        tuple(disagreements),
    )


def _disagreements(document: str, layer: str, result: Comparison) -> Iterable[Disagreement]:
    for item in result.missed:
        yield Disagreement(document, layer, "missed", item)
    for item in result.spurious:
        yield Disagreement(document, layer, "spurious", item)
    for gold, system in result.differing:
        yield Disagreement(document, layer, "differs", {"gold": gold, "system": system})
