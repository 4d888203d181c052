"""The benchmark runs, and its table names every step."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.__main__ import PAGE, filled
from benchmarks.pipeline import FLOOR, WHOLE, main
from click.testing import CliRunner

import marsad


def test_the_table_has_a_line_for_the_whole_the_floor_and_every_step() -> None:
    article = Path(marsad.__file__).parent / "samples" / "wire-marib.json"
    result = CliRunner().invoke(main, [str(article), "--repeat", "1"])
    assert result.exit_code == 0, result.output
    named = [line.split("|")[1].strip() for line in result.output.splitlines() if line.startswith("|")]
    steps = [step.name for step in marsad.Reader().pipeline.steps]
    assert named[2:] == [WHOLE, *steps, "record to JSON", FLOOR]
    assert "times the floor" in result.output


def test_a_table_goes_between_its_marks_and_nowhere_else() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for name in ("pipeline", "peers", "growth", "footprint"):
        made = filled(page, name, ["| a |"])
        assert made.count("| a |") == 1
        assert filled(made, name, ["| a |"]) == made
    with pytest.raises(ValueError, match="no place"):
        filled(page, "others", [])
