"""The same figures and disagreements as the reference scorer, to the last digit, on spoiled copies of gold."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from marsad.evaluate import evaluate, load_gold
from marsad.evaluate.layers import LAYERS
from marsad.evaluate.table import as_table, disagreement_lines

ROOT = Path(__file__).parents[2]
SCORER = ROOT.parent / "shared" / "gold" / "score.py"
GOLDS = [ROOT / "tests" / "gold" / "gold", SCORER.parent / "dev" / "gold"]

pytestmark = pytest.mark.skipif(
    not SCORER.exists(), reason=f"NOT COMPARED: the reference scorer {SCORER} is not on this machine"
)


def spoiled(gold: dict[str, dict[str, Any]], seed: int, rate: float) -> dict[str, dict[str, Any]]:
    """Records made of gold: items dropped, doubled, moved, and their values exchanged, at a rate."""
    chance = random.Random(seed)
    records = {}
    for name, document in gold.items():
        if chance.random() < rate / 5:
            continue
        record: dict[str, Any] = {"id": name}
        for layer in LAYERS:
            record[layer] = []
            for item in document.get(layer, []):
                while chance.random() > rate / 2:
                    record[layer].append(spoiled_item(item, document[layer], chance, rate))
                    if chance.random() > rate / 4:
                        break
            chance.shuffle(record[layer])
        records[name] = record
    return records


def spoiled_item(item: dict[str, Any], others: list[dict[str, Any]], chance: random.Random, rate: float) -> Any:
    copy = dict(item)
    if chance.random() < rate:
        copy["start"] = max(0, copy["start"] + chance.randint(-9, 9))
        copy["end"] = max(copy["start"], copy["end"] + chance.randint(-9, 9))
    if chance.random() < rate / 4:
        distance = chance.randint(-300, 300)
        copy["start"], copy["end"] = copy["start"] + distance, copy["end"] + distance
    for field in sorted(copy.keys() - {"start", "end", "s", "lat", "lon"}):
        if chance.random() < rate / 2:
            copy[field] = chance.choice(others).get(field)
        elif field not in ("type", "text") and chance.random() < rate / 8:
            copy[field] = None
    if copy.get("lat") is not None and chance.random() < rate:
        copy["lat"] = round(copy["lat"] + chance.uniform(-1, 1), 3)
    if chance.random() < rate / 8:
        copy |= {"lat": None, "lon": None}
    return copy


def score(gold: Path, records: Path, *options: str) -> str:
    command = [sys.executable, str(SCORER), str(gold), str(records), *options]
    return subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout


def written(records: dict[str, dict[str, Any]], folder: Path) -> Path:
    path = folder / "records.jsonl"
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records.values()), encoding="utf-8")
    return path


@pytest.mark.parametrize("folder", GOLDS, ids=["own samples", "outside"])
@pytest.mark.parametrize(("seed", "rate"), [(1, 0.0), (2, 0.1), (3, 0.3), (4, 0.6), (5, 0.9)])
def test_figures_are_the_reference_scorers(folder: Path, seed: int, rate: float, tmp_path: Path) -> None:
    gold = load_gold(folder)
    records = spoiled(gold, seed, rate)
    result = evaluate(gold, records)
    expected = json.loads(score(folder, written(records, tmp_path), "--json"))
    assert {name: asdict(figures) for name, figures in result.figures.items()} == expected["rows"]
    assert list(result.figures) == list(expected["rows"])
    assert list(result.without_record) == expected["without_record"]


def test_the_table_is_the_reference_scorers(tmp_path: Path) -> None:
    gold = load_gold(GOLDS[0])
    records = spoiled(gold, 6, 0.4)
    assert as_table(evaluate(gold, records)) + "\n" == score(GOLDS[0], written(records, tmp_path))


@pytest.mark.parametrize("layer", LAYERS)
def test_disagreements_are_the_reference_scorers(layer: str, tmp_path: Path) -> None:
    gold = load_gold(GOLDS[0])
    records = spoiled(gold, 7, 0.4)
    lines = score(GOLDS[0], written(records, tmp_path), "--errors", layer).splitlines()
    assert lines
    assert list(disagreement_lines(evaluate(gold, records), layer)) == lines
