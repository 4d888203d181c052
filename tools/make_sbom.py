#!/usr/bin/env python3
"""Writes the bill of materials of this environment as CycloneDX 1.6 JSON: marsad, and every package it needs here.

    python tools/make_sbom.py [FILE]    (make sbom; dist/marsad.cdx.json)

Taken from the metadata of what is installed, beginning with marsad and following what each package requires. The same
environment gives the same bytes: the serial number is derived from the content, and no time is in it."""

from __future__ import annotations

import json
import sys
import uuid
from importlib import metadata
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
_SPACE = uuid.UUID("6f1d2a52-6f0e-5d6c-8a3e-3f5d1a2b4c6d")


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist/marsad.cdx.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    held = bill()
    path.write_text(json.dumps(held, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{path}: {len(held['components'])} packages")


def bill(root: str = "marsad") -> dict[str, Any]:
    """The bill of materials of an installed package."""
    needs: dict[str, list[str]] = {}
    waiting = [root]
    while waiting:
        name = waiting.pop()
        if name not in needs:
            needs[name] = _required(name)
            waiting += needs[name]
    components = [_component(name) for name in sorted(needs)]
    own = next(c for c in components if c["name"] == root)
    held: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {**own, "type": "application"}},
        "components": [c for c in components if c is not own],
        "dependencies": [
            {"ref": _reference(name), "dependsOn": [_reference(n) for n in needs[name]]} for name in sorted(needs)
        ],
    }
    return {"serialNumber": f"urn:uuid:{uuid.uuid5(_SPACE, json.dumps(held, sort_keys=True))}", **held}


def _required(name: str) -> list[str]:
    """What of a package's requirements, those of its extras too, is installed here."""
    found = set()
    for line in metadata.requires(name) or []:
        wanted = canonicalize_name(Requirement(line).name)
        if wanted != name and _is_installed(wanted):
            found.add(wanted)
    return sorted(found)


def _is_installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _reference(name: str) -> str:
    return f"pkg:pypi/{name}@{metadata.version(name)}"


def _component(name: str) -> dict[str, Any]:
    told = metadata.metadata(name)
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": _reference(name),
        "name": name,
        "version": told["Version"],
        "purl": _reference(name),
    }
    licence = told.get("License-Expression") or _classified(told.get_all("Classifier") or []) or told.get("License")
    if licence:
        component["licenses"] = [{"license": {"name": licence.splitlines()[0][:200]}}]
    return component


def _classified(classifiers: list[str]) -> str:
    return " AND ".join(c.rpartition(" :: ")[2] for c in classifiers if c.startswith("License :: "))


if __name__ == "__main__":
    main()
