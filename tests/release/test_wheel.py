"""The wheel alone, in an environment that holds nothing else, reads an article."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def command(*arguments: object, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command outside of the repository, without what this environment would lend it."""
    clean = {"PATH": "/usr/bin:/bin", "HOME": str(folder), "PYTHONNOUSERSITE": "1"}
    return subprocess.run(list(map(str, arguments)), cwd=folder, env=clean, capture_output=True, text=True, timeout=300)


def test_the_wheel_installs_into_an_empty_environment_and_reads_an_article(tmp_path: Path, article: Path) -> None:
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    venv.create(tmp_path / "venv", with_pip=False)
    programs = tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    installed = subprocess.run(
        [sys.executable, "-m", "pip", "--python", programs / "python", "install", "--quiet", "--no-compile", wheel],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    if installed.returncode and "connection" in installed.stderr.lower():
        pytest.skip(f"no package index can be reached: {installed.stderr.strip()[:200]}")
    assert installed.returncode == 0, installed.stderr
    done = command(
        programs / "marsad", "read", article, "--published", "2020-01-15", "--format", "jsonl", folder=tmp_path
    )
    assert done.returncode == 0, done.stderr
    record = json.loads(done.stdout)
    assert ([event["type"] for event in record["events"]], len(record["statements"])) == (["shelling"], 1)
    found = "import importlib.util as i; print(*(n for n in {names} if i.find_spec(n)), i.find_spec('marsad').origin)"
    names = ["daft", "ray", "pyarrow", "starlette", "numpy"]
    told = command(programs / "python", "-c", found.format(names=names), folder=tmp_path).stdout
    assert told.startswith(str(tmp_path / "venv"))
