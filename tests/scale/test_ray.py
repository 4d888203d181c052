"""A Ray cluster of two workers on this machine, one killed in the middle: what a single process gives, each once."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.scale.articles import articles, write_lines
from tests.scale.conftest import Scale, records

PATIENCE = 300
"""Seconds after which a cluster that does not get going has failed."""


def working(out: Path) -> list[tuple[str, int]]:
    """Partitions that are being read, and by which process: the names of the folders that they are written in."""
    named = [path.name.rpartition(".") for path in out.glob("work/p*-*.*")]
    return [(chunk, int(process)) for chunk, _, process in named]


@pytest.mark.skipif(sys.platform == "win32", reason="Ray's workers are killed by a signal")
def test_a_worker_killed_in_the_middle_loses_and_doubles_nothing(scale: Scale, out: Path, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "news.jsonl", articles(96))
    alone = scale(path, chunk_documents=12)
    expected = records(out)
    other = tmp_path / "ray"
    command = [sys.executable, "-m", "marsad", "scale", str(path), str(other), "--partition", "12"]
    with (tmp_path / "log").open("w") as log:
        running = subprocess.Popen([*command, "--jobs", "2", "--ray"], stdout=log, stderr=log)
    until = time.monotonic() + PATIENCE
    try:
        while len({process for _, process in working(other)}) < 2:
            assert running.poll() is None, (tmp_path / "log").read_text()
            assert time.monotonic() < until, "two workers never read at once"
            time.sleep(0.01)
        chunk, victim = working(other)[0]
        os.kill(victim, signal.SIGKILL)
        assert not (other / "done" / f"{chunk}.json").exists(), "the partition was finished before its worker died"
        assert running.wait(PATIENCE) == 0, (tmp_path / "log").read_text()
    finally:
        running.kill()
    assert records(other) == expected
    figures = json.loads((other / "metrics.json").read_text(encoding="utf-8"))
    assert (figures["records"], figures["words"], figures["failed"]) == (alone.records, alone.words, [])
    assert not (other / "work").exists()
