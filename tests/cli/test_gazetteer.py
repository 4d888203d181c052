"""`marsad gazetteer`: find, near, import."""

from __future__ import annotations

import json
import re
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


SCHEMES = [
    "ADM1_EN,ADM1_AR,ADM1_PCODE,ADM2_EN,ADM2_AR,ADM2_PCODE,lat,lon",
    "admin1Name_en,admin1Name_ar,admin1Pcode,admin2Name_en,admin2Name_ar,admin2Pcode,Latitude,Longitude",
    "adm1_name,adm1_name1,adm1_pcode,adm2_name,adm2_name1,adm2_pcode,center_lat,center_lon",
]
UNIT = "Far Hills,التلال البعيدة,SY91,Zarafin,زرافين,SY9101,34.25,38.75\n"


@pytest.mark.parametrize("head", SCHEMES, ids=["ADM", "admin", "adm"])
def test_imports_ocha_tables(run: Run, tmp_path: Path, head: str) -> None:
    table, own = tmp_path / "units.csv", tmp_path / "own"
    table.write_text(f"\ufeff{head}\n{UNIT}{UNIT}", encoding="utf-8")
    result = run("gazetteer", "import", table, "--into", own, "--licence", "CC BY-IGO")
    assert "1 places" in result.output
    written = next(own.glob("gazetteer/places/ocha-units.tsv")).read_text(encoding="utf-8")
    assert re.search(r"OCHA COD-AB, units.csv, imported \d{4}-\d\d-\d\d. Licence: CC BY-IGO", written)
    place = next(p for p in Reader(user=own).read("قصف الطيران ناحية زرافين فجرا.").places)
    assert (place.text, place.kind, place.country, place.admin1, place.lat, place.gazetteer_id) == (
        "زرافين", "district", "SY", "Far Hills", 34.25, "ocha-sy9101")  # fmt: skip


def test_ocha_units_of_the_first_level(run: Run, tmp_path: Path) -> None:
    table, own = tmp_path / "units.csv", tmp_path / "own"
    table.write_text("adm1_name,adm1_name1,adm1_pcode,center_lat,center_lon\nFar Hills,زرافين,SY91,34,38\n", "utf-8")
    run("gazetteer", "import", table, "--into", own, "--licence", "CC BY-IGO")
    found = json.loads(run("gazetteer", "find", "زرافين", "--format", "json", "--lexicons", own).output)
    assert [(p["kind"], p["admin1"], p["source"]) for p in found] == [("governorate", "Far Hills", "ocha:SY91")]


@pytest.mark.parametrize(
    ("content", "more", "told"),
    [
        (f"{SCHEMES[0]}\n{UNIT}", [], "--licence"),
        (f"{SCHEMES[0]}\n{UNIT.replace('34.25', 'north')}", ["--licence", "x"], "units.csv:2"),
        (f"{SCHEMES[0]}\n{UNIT.replace('34.25', '134')}", ["--licence", "x"], "nowhere"),
        ("ADM1_EN,ADM1_AR,ADM1_PCODE\nA,ب,SY1\n", ["--licence", "x"], "coordinates"),
    ],
    ids=["licence", "number", "range", "coordinates"],
)
def test_broken_ocha_table(run: Run, tmp_path: Path, content: str, more: list[str], told: str) -> None:
    table = tmp_path / "units.csv"
    table.write_text(content, encoding="utf-8")
    result = run("gazetteer", "import", table, "--into", tmp_path / "own", *more)
    assert result.exit_code == 2
    assert told in result.stderr
