"""Count how often what marsad reads is right: `python tools/calibrate.py DIR RECORDS.jsonl [--write]`.

DIR holds `gold` (compiled annotations), RECORDS the records of the same documents. Prints the reliability of the
confidence that the counts give, cross-validated by document in five parts, and with --write puts the counts of all
into src/marsad/data/vocab/confidence.tsv. Only counts are kept, no text."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from marsad.evaluate.gold import load_gold
from marsad.evaluate.layers import LAYERS
from marsad.folders import DATA
from marsad.model.serialise import from_json
from marsad.resolve.confidence import FEATURES, TABLE, Counts, Scale

FOLDS, BINS = 5, 10
TYPE = {"events": "type", "reasons": "category"}
HEAD = """# How often events and reasons like this were right, counted on annotated documents by tools/calibrate.py.
# right: annotated with the same type or category. resolve/confidence.py makes the confidence of them.
# Licence: Apache-2.0. Counts only: see docs/evaluation.md.
layer\tfeature\tvalue\tread\tright
"""
Judged = tuple[str, str, tuple[tuple[str, str], ...], bool]
"""Document, layer, features of an item, and whether it was right."""


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("records", type=Path)
    asked.add_argument("--write", action="store_true")
    given = asked.parse_args()
    judged = list(_judged(given.folder, given.records))
    for layer in FEATURES:
        _tell(layer, _cross_validated([item for item in judged if item[1] == layer]))
    if given.write:
        (DATA / TABLE).write_text(HEAD + "".join(_lines(counts(judged))), encoding="utf-8")


def _judged(folder: Path, records: Path) -> Iterable[Judged]:
    gold = load_gold(folder / "gold")
    for line in records.read_text(encoding="utf-8").splitlines():
        plain: dict[str, Any] = json.loads(line)
        document = gold.get(plain["id"])
        if document is None:
            continue
        record = from_json(line)
        for layer, features in FEATURES.items():
            if layer not in document.get("layers", LAYERS):
                continue
            result = LAYERS[layer](document.get(layer) or [], plain[layer], document["sentence_spans"])
            wrong = {item["id"] for item in result.spurious} | {system["id"] for _, system in result.differing}
            for item in getattr(record, layer):
                yield record.id, layer, features(item), item.id not in wrong


def counts(judged: Iterable[Judged]) -> Counts:
    """The counts of items that were judged."""
    read, right = Counter[tuple[str, str, str]](), Counter[tuple[str, str, str]]()
    for _, layer, features, is_right in judged:
        for feature, value in (("all", "all"), *features):
            read[layer, feature, value] += 1
            right[layer, feature, value] += is_right
    made: dict[str, dict[tuple[str, str], tuple[int, int]]] = {}
    for (layer, feature, value), n in sorted(read.items()):
        made.setdefault(layer, {})[feature, value] = n, right[layer, feature, value]
    return made


def _cross_validated(judged: Sequence[Judged]) -> list[tuple[float, bool]]:
    """Confidence and truth of each item, by counts from the documents of the other parts."""
    documents = sorted({item[0] for item in judged})
    part = {document: n % FOLDS for n, document in enumerate(documents)}
    found = []
    for fold in range(FOLDS):
        scale = Scale(counts(item for item in judged if part[item[0]] != fold))
        found += [(scale(layer, f), right) for d, layer, f, right in judged if part[d] == fold]
    return found


def _tell(layer: str, found: Sequence[tuple[float, bool]]) -> None:
    print(f"{layer}: {len(found)} items, expected calibration error {error(found):.3f}")
    for n, held in _binned(found).items():
        mean, share = (sum(pair[k] for pair in held) / len(held) for k in (0, 1))
        print(f"| {layer} | {n / BINS:.1f} to {(n + 1) / BINS:.1f} | {len(held)} | {mean:.2f} | {share:.2f} |")


def error(found: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error: distance of confidence and share of right ones in ten bins, weighted by items."""
    return sum(abs(sum(c - right for c, right in held)) for held in _binned(found).values()) / max(len(found), 1)


def _binned(found: Sequence[tuple[float, bool]]) -> dict[int, list[tuple[float, bool]]]:
    bins: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in found:
        bins.setdefault(min(int(confidence * BINS), BINS - 1), []).append((confidence, right))
    return dict(sorted(bins.items()))


def _lines(made: Counts) -> Iterable[str]:
    for layer, counted in made.items():
        for (feature, value), (read, right) in counted.items():
            yield f"{layer}\t{feature}\t{value}\t{read}\t{right}\n"


if __name__ == "__main__":
    main()
