"""The benchmark runs, and its table names every step."""

from __future__ import annotations

from pathlib import Path

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
    assert "Peak memory" in result.output
