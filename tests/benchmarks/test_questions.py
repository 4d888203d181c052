"""The benchmark of questions runs on a small case."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.questions import main
from click.testing import CliRunner

import marsad

SAMPLES = Path(marsad.__file__).parent / "samples"


def test_it_asks_every_question(tmp_path: Path, reader: marsad.Reader) -> None:
    case = tmp_path / "small.marsad"
    with marsad.open_case(case, write=True) as held:
        for name in ("wire-binnish-a", "wire-binnish-b"):
            source = (SAMPLES / f"{name}.json").read_bytes()
            given = json.loads(source)
            held.store(
                reader.read(given["text"], id=name, published=given["published"], outlet=given["outlet"]), source
            )
    before = case.read_bytes()
    result = CliRunner().invoke(main, [str(case)], catch_exceptions=False)
    assert result.exit_code == 0
    assert result.output.startswith("2 documents")
    assert all(f"\n| {name}" in result.output for name in ("why", "events", "timeline", "compare", "search", "link"))
    assert case.read_bytes() == before
