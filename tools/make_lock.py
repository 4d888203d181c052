#!/usr/bin/env python3
"""Writes requirements-dev.lock: every package that development installs, with its version and the hash of its file.

    python tools/make_lock.py           (make lock)

pip itself resolves and tells the hashes (`pip install --dry-run --report`), for the platform and Python that this runs
on: the lock is that of continuous integration, CPython 3.11 on Linux x86-64. Elsewhere install by pyproject.toml."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements-dev.lock"
HEAD = "# Written by `make lock`; installed by `make locked`. CPython {}.{} on {}.\n"


def main() -> None:
    resolve = ["install", "--quiet", "--dry-run", "--ignore-installed", "--report", "-", ".[dev]"]
    command = [sys.executable, "-m", "pip", *resolve]
    report = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    LOCK.write_text(HEAD.format(*sys.version_info[:2], sys.platform) + lock(json.loads(report)), encoding="utf-8")
    print(f"{LOCK.name}: {LOCK.read_text(encoding='utf-8').count('==')} packages")


def lock(report: dict[str, object]) -> str:
    """The lines of the lock from pip's report, in the order of names, without the project itself."""
    lines = []
    for item in report["install"]:  # type: ignore[attr-defined]
        name, version = item["metadata"]["name"], item["metadata"]["version"]
        hashes = item["download_info"].get("archive_info", {}).get("hashes", {})
        if name.lower() != "marsad":
            lines.append(f"{name.lower()}=={version} --hash=sha256:{hashes['sha256']}\n")
    return "".join(sorted(lines))


if __name__ == "__main__":
    main()
