"""kill -9 while documents are added: nothing that was reported is lost, nothing is there twice, the rest goes on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import ARTICLE

import marsad

ROOT = Path(__file__).parents[2]
KILLS = 60

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the test forks processes to kill them")


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    rows = [{"id": f"d{n}", "text": f"{ARTICLE} وأصيب {n + 2} آخرون في اليوم نفسه."} for n in range(24)]
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_run_killed_at_any_moment_goes_on(tmp_path: Path, lines: Path) -> None:
    command = [sys.executable, "-m", "tests.case.killing", str(tmp_path / "c.marsad"), str(lines), str(KILLS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert (done.stderr, done.returncode) == ("", 0)
    assert int(done.stdout) >= KILLS


def test_processes_that_read_end_with_the_one_that_is_killed(tmp_path: Path, lines: Path) -> None:
    path = tmp_path / "c.marsad"
    command = [sys.executable, "-m", "marsad", "add", str(path), str(lines), "--jobs", "2", "--ids"]
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout is not None
    first = running.stdout.readline().strip()
    running.send_signal(signal.SIGKILL)
    # The pipe ends when nobody holds it any more: the readers of documents do.
    rest, _ = running.communicate(timeout=60)
    with marsad.open_case(path, write=True) as case:
        assert {first, *rest.split()} <= {document.id for document in case.documents()}
    assert subprocess.run(command, cwd=ROOT, capture_output=True, timeout=120).returncode == 0
    with marsad.open_case(path) as case:
        assert len(case.documents()) == 24
