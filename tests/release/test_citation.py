"""How to cite marsad names the version that it is."""

from __future__ import annotations

from pathlib import Path

import yaml

import marsad

CITATION = Path(__file__).parents[2] / "CITATION.cff"


def test_the_citation_names_this_version_and_its_licence() -> None:
    told = yaml.safe_load(CITATION.read_text(encoding="utf-8"))
    assert (told["version"], told["license"], told["cff-version"]) == (marsad.__version__, "Apache-2.0", "1.2.0")
    assert all(told[field] for field in ("message", "title", "authors", "abstract"))
