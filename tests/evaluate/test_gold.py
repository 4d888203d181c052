"""The project's own gold: sample articles and their annotations."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from marsad.errors import BrokenDocumentError, InputError
from marsad.evaluate import load_gold, load_records
from marsad.evaluate.compilation import compile_folder, stale

GOLD = Path(__file__).parents[1] / "gold"
SAMPLES = sorted((GOLD / "docs").glob("*.json"))


def test_every_sample_is_annotated_and_the_gold_is_what_the_annotations_say() -> None:
    compiled, faults = compile_folder(GOLD)
    assert not faults
    assert sorted(compiled) == [path.stem for path in SAMPLES]
    assert stale(GOLD, compiled) == [], "run: python -m marsad.evaluate.compilation tests/gold"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_says_what_it_is(path: Path) -> None:
    sample: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    assert list(sample) == ["id", "kind", "title", "outlet", "published", "text", "note"]
    assert sample["id"] == path.stem
    assert sample["kind"] == path.stem.split("-")[0]
    assert sample["title"] is None or sample["text"].startswith(sample["title"] + "\n\n")
    assert "invented" in sample["note"]


def test_the_samples_cover_the_genres() -> None:
    kinds = Counter(path.stem.split("-")[0] for path in SAMPLES)
    assert kinds["wire"] >= 2
    assert kinds["report"] >= 2
    assert kinds["analysis"] >= 7
    assert kinds["statement"] >= 1
    assert kinds["post"] >= 2


def test_a_document_without_gold_and_a_gold_without_document_are_told(tmp_path: Path) -> None:
    (tmp_path / "annotations").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "annotations" / "a.json").write_text('{"id": "a"}', encoding="utf-8")
    assert compile_folder(tmp_path) == ({}, [f"a.json: no such document in {tmp_path / 'docs'}"])


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no \*\.gold\.json in"):
        load_gold(tmp_path)


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ('{"id": "a"}\n{"id": "a"}', "line 2: a second record for a"),
        ('{"id": "a"}\n{"id": ', "line 2: no record with an id"),
        ('{"name": "a"}', "line 1: no record with an id"),
        ("[]", "line 1: no record with an id"),
    ],
)
def test_broken_records_are_refused_with_their_line(lines: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text(lines, encoding="utf-8")
    with pytest.raises(BrokenDocumentError, match=says):
        load_records(path)


def test_a_line_separator_inside_a_record_ends_no_line(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text('{"id": "a", "text": "x\u2028y\u0085z"}\n\n', encoding="utf-8")
    assert list(load_records(path)) == ["a"]
