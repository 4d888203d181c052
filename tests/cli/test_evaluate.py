"""`marsad evaluate`."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from marsad.cli.main import main

GOLD = Path(__file__).parents[1] / "gold"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)])


def gold_as_records(target: Path) -> Path:
    """A perfect system's records: the gold itself, but for one document."""
    golds = sorted((GOLD / "gold").glob("*.gold.json"))[1:]
    lines = [json.dumps(json.loads(path.read_text(encoding="utf-8")), ensure_ascii=False) for path in golds]
    path = target / "records.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_the_documents_are_read_and_every_one_has_a_record() -> None:
    result = run(GOLD, "--format", "json")
    assert result.exit_code == 0
    assert result.stderr == ""
    figures = {row["figure"]: row for row in json.loads(result.stdout)}
    assert figures["places"]["gold"] > 150
    assert figures["places"]["tp"] > 0


def test_records_that_were_read_before_are_compared(tmp_path: Path) -> None:
    result = run(GOLD, "--records", gold_as_records(tmp_path))
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].endswith("1 without a record")
    assert lines[2].split()[:2] == ["places", "1.000"]
    assert "no record for analysis-ajilat: it counts as one with nothing in it" in result.stderr


def test_disagreements_of_a_layer_are_listed_one_a_line(tmp_path: Path) -> None:
    result = run(GOLD, "--records", gold_as_records(tmp_path), "--errors", "outlooks")
    assert [line.split()[:2] for line in result.stdout.splitlines()] == [["analysis-ajilat", "missed"]]


def test_one_document_alone(tmp_path: Path) -> None:
    result = run(GOLD, "--records", gold_as_records(tmp_path), "--doc", "wire-marib")
    assert result.stdout.startswith("1 documents\n")


def test_an_unknown_document_and_a_folder_without_gold_are_refused(tmp_path: Path) -> None:
    assert run(GOLD, "--doc", "nowhere").exit_code == 2
    assert run(tmp_path).exit_code == 2
