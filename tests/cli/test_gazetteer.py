"""`marsad gazetteer`: find, near, import."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from marsad import Reader

Run = Callable[..., Result]
DUMP = "\t".join(
    [
        "99",
        "Tal Asfar",
        "Tal Asfar",
        "تل أصفر,Tel Asfar",
        "34.5",
        "37.5",
        "P",
        "PPL",
        "SY",
        "",
        "11",
        "",
        "",
        "",
        "900",
        "",
        "500",
        "Asia/Damascus",
        "2020-01-01\n",
    ]
)


def test_find(run: Run) -> None:
    places = json.loads(run("gazetteer", "find", "ديرالزور", "--format", "json").output)
    assert places[0]["id"] == "sy-city-deir-ez-zor"


def test_find_nothing(run: Run) -> None:
    result = run("gazetteer", "find", "ققققق")
    assert result.exit_code == 1
    assert "ققققق" in result.stderr


def test_near(run: Run) -> None:
    places = json.loads(run("gazetteer", "near", "36.2", "37.16", "--km", "5", "--format", "json").output)
    assert "sy-city-aleppo" in [p["id"] for p in places]


def test_near_south_of_the_equator(run: Run) -> None:
    assert "كسمايو" in run("gazetteer", "near", "-0.36", "42.55").output


def test_imported_places_are_used(run: Run, tmp_path: Path) -> None:
    dump, own = tmp_path / "SY.txt", tmp_path / "own"
    dump.write_text(DUMP, encoding="utf-8")
    assert "1 places" in run("gazetteer", "import", dump, "--into", own).output
    assert "CC BY 4.0" in next(own.glob("gazetteer/places/*.tsv")).read_text(encoding="utf-8")
    place = next(p for p in Reader(user=own).read("قصف الطيران بلدة تل أصفر شرق حمص.").places)
    assert (place.text, place.lat, place.gazetteer_id) == ("تل أصفر", 34.5, "gn-99")


@pytest.mark.parametrize("text", ["one\ttwo\n", DUMP.replace("34.5", "north")])
def test_no_dump(run: Run, tmp_path: Path, text: str) -> None:
    dump = tmp_path / "SY.txt"
    dump.write_text(text, encoding="utf-8")
    result = run("gazetteer", "import", dump, "--into", tmp_path)
    assert result.exit_code == 2
    assert "SY.txt:1" in result.stderr
