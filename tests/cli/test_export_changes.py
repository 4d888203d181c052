"""`marsad export --since r17`: a full export, brought up to date by exports of changes, is the full export of later."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet
import pytest
from click.testing import Result

import marsad
from marsad.case import Case, corrections, documents
from marsad.case.prepared import of_record

Run = Callable[..., Result]
Rows = dict[str, Any]
TEXTS = {
    "attack": "هاجم تنظيم داعش يوم الثلاثاء حاجزاً للجيش السوري في بلدة بنش، فقُتل ثلاثة جنود. وقصفت طائرات النظام "
    "يوم الأربعاء بلدة سراقب، ما أدى إلى مقتل سبعة مدنيين. وقال الشاهد سامر القاضي إن القصف دام ساعة.",
    "protest": "تظاهر المئات يوم الأربعاء في مدينة السويداء للمطالبة بإسقاط النظام. "
    "وسيطر تنظيم داعش على حقل العمر بهدف الاستفادة من عائدات النفط.",
    "purged": "قصفت قوات النظام يوم الاثنين مدينة إدلب، ما أدى إلى مقتل خمسة مدنيين.",
    "reread": "انفجرت عبوة ناسفة يوم الاثنين في مدينة تعز، ما أدى إلى مقتل جنديين. واعتقلت الشرطة يوم الثلاثاء ثلاثة "
    "مسلحين في مدينة عدن.",
    "later": "شنت طائرات التحالف العربي يوم الخميس غارات على مواقع للحوثيين في صعدة، فقُتل عشرة مسلحين.",
}  # fmt: skip
EXPORTS = (
    ["csv"], ["csv", "--table", "reasons"], ["csv", "--table", "places"], ["csv", "--table", "actors"],
    ["csv", "--table", "statements"], ["csv", "--table", "documents"], ["csv", "--type", "shelling", "--full"], ["hxl"],
    ["geojson"], ["acled"], ["ucdp"], ["polecat"], ["parquet"], ["xlsx"], ["jsonl"], ["ftm"],
)  # fmt: skip


def add(run: Run, case: Path, *names: str) -> None:
    rows = [{"id": name, "text": TEXTS[name], "published": "2020-01-16", "outlet": "شبكة"} for name in names]
    source = case.with_suffix(".jsonl")
    source.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    assert run("add", case, source).exit_code == 0


def written(path: Path, format: str) -> Rows:
    """What an export holds, by id."""
    if format == "jsonl":
        records = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        return {f"record-{record['exported']['document']}": record for record in records}
    if format == "geojson":
        return {row["id"]: row for row in json.loads(path.read_text(encoding="utf-8"))["features"]}
    if format == "ftm":
        entities = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
        # Actors and addresses stand in many events: a reader drops those that no event names any more.
        return {e["id"]: e for e in entities if e["schema"] in ("Event", "Article")}
    if format == "parquet":
        return {row["id"]: row for row in pyarrow.parquet.read_table(path).to_pylist()}
    if format == "xlsx":
        return dict(_sheets(path))
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    head, *rest = rows[:1] + rows[2:] if format == "hxl" else rows
    at = next(n for n, name in enumerate(head) if name.lower() in ("id", "event_id_cnty", "event id"))
    return {row[at]: dict(zip(head, row, strict=True)) for row in rest}


def _sheets(path: Path) -> Iterator[tuple[str, Any]]:
    with path.open("rb") as file:
        sheets = openpyxl.load_workbook(file).worksheets
    for sheet in sheets:
        head, *rest = sheet.values
        for row in rest:
            yield str(row[head.index("id")]), row


def export(run: Run, case: Path, path: Path, what: list[str], *more: str) -> str:
    """Export, and give back the revision to ask from the next time."""
    result = run("export", case, what[0], path, *what[1:], *more)
    assert result.exit_code == 0, result.stderr
    (revision,) = re.findall(r"--since (r\d+)", result.stderr)
    return str(revision)


def replayed(held: Rows, path: Path, format: str) -> Rows:
    """Rows with an export of changes applied: first what is gone, then what is there."""
    beside = path.with_name(path.name + ".tombstones.csv")
    with beside.open(encoding="utf-8", newline="") as file:
        for tombstone in csv.DictReader(file):
            number, name = tombstone["document"], tombstone["id"]
            held = {id: row for id, row in held.items() if (id != name if name else id.split("-")[1] != number)}
    return {**held, **written(path, format)}


def first_changes(case: Case) -> None:
    attack, strike = case.events(of_document(case, "attack"))[:2]
    case.reject(attack.reference, "samar")
    case.correct(strike.reference, "samar", "type", "shelling")
    case.purge("purged")
    protest = case.events(of_document(case, "protest"))[0]
    case.correct(protest.reference, "samar", "place", [])


def second_changes(case: Case) -> None:
    case.undo("samar")
    rejected = next(d for d in case.history("attack") if d.action == "reject")
    case.undo("samar", rejected.entry)
    # Another reading that finds one event less.
    document = case.document("reread")
    record = case.record("reread")
    other = of_record(replace(record, events=record.events[1:]), case.original("reread"))
    with case.database.transaction():
        documents.replace_reading(case.database, document.number, other, document.reading or 1)
        corrections.reindex(case.database, document.number)


def of_document(case: Case, name: str) -> Any:
    from marsad.case import Selection

    return Selection(documents=(case.document(name).number,))


@pytest.fixture
def case(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "c.marsad"
    add(run, path, "attack", "protest", "purged", "reread")
    return path


def test_changes_make_the_full_export_of_later(run: Run, case: Path, tmp_path: Path) -> None:
    held, revisions = {}, {}
    for n, what in enumerate(EXPORTS):
        path = tmp_path / f"full-{n}"
        revisions[n] = export(run, case, path, what)
        held[n] = written(path, what[0])
    assert [EXPORTS[n] for n, rows in held.items() if not rows] == []
    for step, change in enumerate((first_changes, second_changes)):
        with marsad.open_case(case, write=True) as opened:
            change(opened)
        if step == 0:
            add(run, case, "later")
        for n, what in enumerate(EXPORTS):
            path, full = tmp_path / f"changes-{step}-{n}", tmp_path / f"later-{step}-{n}"
            revisions[n] = export(run, case, path, what, "--since", revisions[n])
            held[n] = replayed(held[n], path, what[0])
            export(run, case, full, what)
            assert held[n] == written(full, what[0]), what


def test_tombstones_say_why(run: Run, case: Path, tmp_path: Path) -> None:
    revision = export(run, case, tmp_path / "full.csv", ["csv"])
    with marsad.open_case(case, write=True) as opened:
        number = opened.document("purged").number
        first_changes(opened)
    export(run, case, tmp_path / "out.csv", ["csv"], "--changed-since", revision)
    with (tmp_path / "out.csv.tombstones.csv").open(encoding="utf-8", newline="") as file:
        told = {(row["why"], row["document"], bool(row["id"]), bool(row["day"])) for row in csv.DictReader(file)}
    assert ("purged", str(number), False, True) in told
    assert any(why == "rejected" and named for why, _, named, _ in told)


def test_nothing_changed(run: Run, case: Path, tmp_path: Path) -> None:
    revision = export(run, case, tmp_path / "full.csv", ["csv"])
    assert export(run, case, tmp_path / "out.csv", ["csv"], "--since", revision) == revision
    assert written(tmp_path / "out.csv", "csv") == {}
    assert export(run, case, tmp_path / "day.csv", ["csv"], "--changed-since", "2020-01-01") == revision
    assert written(tmp_path / "day.csv", "csv") == written(tmp_path / "full.csv", "csv")


def test_names_do_not_depend_on_the_profile(run: Run, case: Path, tmp_path: Path) -> None:
    for profile in ([], ["--full"]):
        export(run, case, tmp_path / f"{len(profile)}.csv", ["csv", *profile])
    assert written(tmp_path / "0.csv", "csv").keys() == written(tmp_path / "1.csv", "csv").keys()


@pytest.mark.parametrize("format", ["html", "links"])
def test_what_is_of_one_piece_tells_no_changes(run: Run, case: Path, tmp_path: Path, format: str) -> None:
    result = run("export", case, format, tmp_path / "out", "--since", "r1")
    assert result.exit_code == 2
    assert "export it whole" in result.stderr
