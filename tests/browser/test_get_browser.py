"""Finding a browser: what a missing one means, in CI and elsewhere."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TOOL = Path(__file__).parents[2] / "tools" / "get_browser.py"


def run(path: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """The tool on a machine on which nothing can be found but what lies in a folder."""
    command = [sys.executable, str(TOOL)]
    return subprocess.run(command, env={"PATH": str(path), **env}, capture_output=True, text=True, check=False)


def test_a_missing_browser_is_told_with_what_to_do_and_is_no_failure(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.returncode == 0
    assert "apt install chromium" in done.stderr


def test_a_missing_browser_is_a_failure_in_ci(tmp_path: Path) -> None:
    assert run(tmp_path, CI="true").returncode == 1


@pytest.mark.parametrize("name", ["chromium", "google-chrome"])
def test_a_browser_that_is_there_is_taken(name: str, tmp_path: Path) -> None:
    browser = tmp_path / name
    browser.write_text("#!/bin/sh\n", encoding="utf-8")
    browser.chmod(0o755)
    done = run(tmp_path, CI="true")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_browser_that_is_named_is_taken(tmp_path: Path) -> None:
    assert run(tmp_path, CI="true", MARSAD_CHROMIUM="/opt/chrome").returncode == 0
