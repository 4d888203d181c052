#!/usr/bin/env python3
"""Builds the wheel twice, from two copies of the sources at other paths and times, and says whether the bytes are one.

    python tools/build_twice.py [FOLDER]    (make wheel; dist/)

The wheel is left in the folder. SOURCE_DATE_EPOCH, where it is not set, is the time of the last commit."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCES = ("pyproject.toml", "README.md", "LICENSE", "src")


def main() -> int:
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist"
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        wheels = [build(Path(folder, name)) for name in ("one", "another/place")]
        digests = {hashlib.sha256(wheel.read_bytes()).hexdigest() for wheel in wheels}
        shutil.copy(wheels[0], target)
    print(f"{target / wheels[0].name}: sha256 {' and '.join(sorted(digests))}")
    if len(digests) > 1:
        print("two builds differ", file=sys.stderr)
    return len(digests) - 1


def build(folder: Path) -> Path:
    """The wheel of a copy of the sources."""
    folder.mkdir(parents=True)
    for name in SOURCES:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        copy(ROOT / name, folder / name)  # with the times of now
    for path in folder.rglob("__pycache__"):
        shutil.rmtree(path)
    env = {**os.environ, "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH") or _committed()}
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "dist")],
        cwd=folder, env=env, check=True, capture_output=True,
    )  # fmt: skip
    (wheel,) = (folder / "dist").glob("*.whl")
    return wheel


def _committed() -> str:
    """Seconds of the last commit; a fixed day outside a repository."""
    told = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False)
    return told.stdout.strip() or "1577836800"


if __name__ == "__main__":
    sys.exit(main())
