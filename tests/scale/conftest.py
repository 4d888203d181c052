"""A run of `marsad scale` in this process, and what it wrote."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from marsad.scale.job import Job, run
from marsad.scale.layout import Layout
from marsad.scale.metrics import Metrics
from marsad.scale.running import Local, Runner
from marsad.scale.schema import Row, read, records_of

Scale = Callable[..., Metrics]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def scale(out: Path) -> Scale:
    """Runs a job into `out`; options are those of Job."""

    def call(*inputs: Path | str, runner: Runner | None = None, **options: object) -> Metrics:
        job = Job(out, tuple(map(str, inputs)), **options)  # type: ignore[arg-type]
        return run(job, runner or Local(), say=lambda message: None)

    return call


def records(out: Path) -> dict[str, object]:
    """The records by id; an id that is there twice fails."""
    found = [record for _, record in records_of(sorted(Layout(out).records.glob("*/*.parquet")))]
    held = {record.id: record for record in found}
    assert len(held) == len(found)
    return dict(held)


def side(out: Path, kind: str) -> list[Row]:
    """The rows of a side table (bad, foreign)."""
    return [row for path in sorted((out / kind).glob("*.parquet")) for row in read(path)]
