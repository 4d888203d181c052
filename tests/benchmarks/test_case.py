"""The benchmark of the case runs, and draws."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

from benchmarks.case import main, plot
from click.testing import CliRunner


def test_it_tells_size_growth_and_questions(tmp_path: Path) -> None:
    svg = tmp_path / "plot.svg"
    result = CliRunner().invoke(main, ["--documents", "40", "--svg", str(svg)])
    assert result.exit_code == 0, result.output
    assert result.output.startswith("40 documents")
    assert "| search, one word |" in result.output
    assert ET.fromstring(svg.read_text(encoding="utf-8")).tag.endswith("svg")


def test_the_plot_has_the_points_that_it_is_given() -> None:
    assert plot([(0, 0.0), (10, 1.0), (20, 2.0)]).count(",") >= 3
