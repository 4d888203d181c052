"""What others build on: the wheel is the same wherever it is built, the bill and the lock name what is installed."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from build_twice import ROOT
from make_sbom import bill

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NEEDED = {canonicalize_name(Requirement(line).name) for line in PROJECT["dependencies"]}


def test_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "tools/build_twice.py"), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert list(tmp_path.glob("marsad-*.whl"))


def test_the_bill_names_what_marsad_needs() -> None:
    held = bill()
    names = {c["name"] for c in held["components"]}
    assert names >= NEEDED
    assert "marsad" not in names
    assert held == json.loads(json.dumps(bill())), "the same environment, another bill"
    references = {c["bom-ref"] for c in (held["metadata"]["component"], *held["components"])}
    assert {need for d in held["dependencies"] for need in (d["ref"], *d["dependsOn"])} == references


def test_the_lock_holds_every_package_with_its_hash() -> None:
    lines = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8").splitlines()
    locked = [line for line in lines if not line.startswith("#")]
    assert all("==" in line and len(line.partition("--hash=sha256:")[2]) == 64 for line in locked)
    names = {canonicalize_name(line.partition("==")[0]) for line in locked}
    dev = {canonicalize_name(Requirement(line).name) for line in PROJECT["optional-dependencies"]["dev"]}
    assert names >= (NEEDED | dev) - {"marsad"}
