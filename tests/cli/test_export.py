"""`marsad export`: safe unless --full, which is logged; what filters show is what is exported."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import marsad

Run = Callable[..., Result]
TEXTS = {
    "one": "هاجم تنظيم داعش يوم الثلاثاء حاجزاً للجيش السوري في بلدة بنش، فقُتل ثلاثة جنود. "
    "وقال الشاهد سامر القاضي إن الهجوم دام ساعة.",
    "two": "تظاهر المئات يوم الأربعاء في مدينة السويداء للمطالبة بإسقاط النظام.",
}  # fmt: skip


@pytest.fixture
def case(run: Run, tmp_path: Path) -> Path:
    rows = [{"id": id, "text": text, "published": "2020-01-16"} for id, text in TEXTS.items()]
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    assert run("add", tmp_path / "c.marsad", source).exit_code == 0
    return tmp_path / "c.marsad"


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_an_export_is_safe_and_says_so(run: Run, case: Path, tmp_path: Path) -> None:
    result = run("export", case, "jsonl", tmp_path / "out.jsonl")
    assert result.exit_code == 0
    assert "2 records from 2 documents, safe" in result.stderr
    assert "سامر" not in (tmp_path / "out.jsonl").read_text(encoding="utf-8")


def test_a_full_export_holds_the_names_and_is_logged(run: Run, case: Path, tmp_path: Path) -> None:
    for _ in range(2):
        assert "--full" in run("export", case, "jsonl", tmp_path / "out.jsonl", "--full").stderr
    assert "سامر القاضي" in (tmp_path / "out.jsonl").read_text(encoding="utf-8")
    with marsad.open_case(case) as held:
        logged = [json.loads(v) for (v,) in held.query("SELECT value FROM setting WHERE name LIKE 'full export %'")]
    assert logged == [{"format": "jsonl", "file": "out.jsonl", "documents": 2}] * 2


@pytest.mark.parametrize("filters", [[], ["--type", "protest"], ["--actor", "islamic_state"], ["--place", "بنش"]])
def test_what_filters_show_is_what_is_exported(run: Run, case: Path, tmp_path: Path, filters: list[str]) -> None:
    shown = json.loads(run("events", case, "--format", "json", *filters).stdout)
    assert run("export", case, "csv", tmp_path / "out.csv", *filters).exit_code == 0
    told = [(row["document"], row["type"], row["trigger"]) for row in table(tmp_path / "out.csv")]
    assert sorted(told) == sorted((e["document"], e["type"], e["trigger"]) for e in shown)
    assert told


def test_what_was_rejected_is_left_out(run: Run, case: Path, tmp_path: Path) -> None:
    with marsad.open_case(case, write=True) as held:
        rejected = held.events()[0]
        held.reject(rejected.reference, "tester")
    assert run("export", case, "csv", tmp_path / "out.csv").exit_code == 0
    assert rejected.value.trigger not in {row["trigger"] for row in table(tmp_path / "out.csv")}


def test_links_name_every_document(run: Run, case: Path, tmp_path: Path) -> None:
    assert run("export", case, "links", tmp_path / "links.jsonl").exit_code == 0
    lines = (tmp_path / "links.jsonl").read_text(encoding="utf-8").splitlines()
    assert [set(json.loads(line)) for line in lines] == [{"id", "main", "mentions"}] * 2


def test_an_unknown_format_names_the_known_ones(run: Run, case: Path, tmp_path: Path) -> None:
    result = run("export", case, "xls", tmp_path / "out")
    assert result.exit_code == 2
    assert "'acled'" in result.stderr
