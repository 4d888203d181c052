"""A run: the records of `marsad read`, by month, each once, and what was left out with the reason."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from tests.ingest.variations import tagged
from tests.scale.articles import SAMPLES, articles, write_lines
from tests.scale.conftest import Scale, records, side

import marsad
from marsad.errors import OutputError
from marsad.ingest import Ingest
from marsad.model import Document
from marsad.reader import Reader
from marsad.scale import reading
from marsad.scale.layout import Layout
from marsad.scale.running import Local
from marsad.scale.schema import read

ENGLISH = "The mayor spoke about water and roads in the valley, and nobody asked him about the bridge. " * 20


def test_records_are_those_of_marsad_read(scale: Scale, out: Path, reader: Reader) -> None:
    figures = scale(SAMPLES, chunk_documents=7)
    told = [item for item in Ingest().read([str(SAMPLES)]) if isinstance(item, Document)]
    assert records(out) == {document.id: reader.read_document(document) for document in told}
    assert (figures.documents, figures.records, figures.partitions, figures.failed) == (len(told), len(told), 4, ())


def test_records_lie_in_the_month_of_publication(scale: Scale, out: Path, tmp_path: Path) -> None:
    figures = scale(write_lines(tmp_path / "n.jsonl", articles(16, 2)), chunk_documents=5)
    for path in Layout(out).records.glob("*/*.parquet"):
        month = path.parent.name.removeprefix("month=")
        told = {(row["source"]["published"] or "unknown")[:7] for row in read(path)}
        assert told == {month}
    assert (figures.months["unknown"], sum(figures.months.values())) == (3, 16)


def test_what_is_finished_is_skipped(scale: Scale, tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = write_lines(tmp_path / "a.jsonl", articles(9, 2))
    scale(first, chunk_documents=3)
    before = records(out)
    os.utime(first)  # touched, and the same
    monkeypatch.setattr(reading, "lasting_reader", lambda user: pytest.fail("a finished partition was read again"))
    again = scale(first, chunk_documents=3)
    assert (again.read, again.finished_before, again.records, records(out) == before) == (0, 3, 9, True)


def test_more_inputs_are_added_and_changed_ones_replaced(scale: Scale, out: Path, tmp_path: Path) -> None:
    rows = articles(12, 2)
    first, second = write_lines(tmp_path / "a.jsonl", rows[:4]), write_lines(tmp_path / "b.jsonl", rows[4:8])
    scale(first)
    added = scale(second)
    assert (added.read, sorted(records(out))) == (4, sorted(row["id"] for row in rows[:8]))
    write_lines(first, [*rows[:2], *rows[8:]])
    scale(first, second)
    assert sorted(records(out)) == sorted(row["id"] for row in [*rows[:2], *rows[4:]])


@pytest.mark.parametrize("stopped", ["records", "done", "parts"])
def test_a_run_goes_on_where_it_was_stopped(scale: Scale, out: Path, tmp_path: Path, stopped: str) -> None:
    """As after a kill: what says that a partition is finished is not there, nor all that it is about."""
    path = write_lines(tmp_path / "a.jsonl", articles(9, 2))
    scale(path, chunk_documents=3)
    before = records(out)
    if stopped == "records":
        next(Layout(out).records.glob("*/*-00001.parquet")).unlink()
    for marker in out.glob("done/*-00001.json" if stopped != "parts" else "parts/*.json"):
        marker.unlink()
    (out / "work" / "left.1").mkdir(parents=True)
    again = scale(path, chunk_documents=3)
    assert (records(out), (out / "work").exists()) == (before, False)
    assert again.read == (9 if stopped == "parts" else 3)


def test_copies_are_listed_across_files_and_read_when_asked(scale: Scale, out: Path, tmp_path: Path) -> None:
    rows = articles(6)
    copy = {**rows[1], "id": "copy", "text": tagged(rows[1]["text"], random.Random(1)), "outlet": "زيتون برس"}
    longer = {**rows[2], "id": "longer", "text": f"{rows[2]['text']} {rows[4]['text']}"}
    first, second = write_lines(tmp_path / "a.jsonl", rows[:4]), write_lines(tmp_path / "b.jsonl", [copy, longer])
    figures = scale(first, second)
    assert sorted(records(out)) == ["a0", "a1", "a2", "a3", "longer"]
    (told,) = read(Layout(out).copies)
    assert (told["document"], told["copy_of"], told["outlet"], figures.copies) == ("copy", "a1", "زيتون برس", 1)
    scale(first, second, read_copies=True)
    assert sorted(records(out)) == ["a0", "a1", "a2", "a3", "copy", "longer"]
    held = [row for path in Layout(out).records.glob("*/*.parquet") for row in read(path, ["id", "copy_of"])]
    assert {row["id"]: row["copy_of"] for row in held if row["copy_of"]} == {"copy": "a1"}


def test_an_id_that_two_files_give_is_told_apart(scale: Scale, out: Path, tmp_path: Path) -> None:
    rows = articles(2)
    other = {**rows[1], "id": rows[0]["id"]}
    scale(write_lines(tmp_path / "a.jsonl", rows[:1]), write_lines(tmp_path / "b.jsonl", [other]))
    held = records(out)
    assert sorted(held) == ["a0", "a0#2"]
    assert [warning.code for warning in held["a0#2"].warnings] == ["duplicate-id"]  # type: ignore[attr-defined]


def test_what_is_not_read_stands_in_a_side_table(scale: Scale, out: Path, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", [*articles(2), {"id": "english", "text": ENGLISH}])
    with path.open("a", encoding="utf-8") as file:
        file.write('{"text": "انقطع السطر\n{"id": "empty", "text": " "}\n')
    (tmp_path / "b.warc").write_bytes(b"no archive")
    figures = scale(path, tmp_path / "b.warc", tmp_path / "none.jsonl")
    assert sorted(records(out)) == ["a0", "a1"]
    assert [row["document"] for row in side(out, "foreign")] == ["english"]
    told = sorted(row["reason"].removeprefix(f"{tmp_path}/") for row in side(out, "bad"))
    assert [reason.split(":")[0] for reason in told] == ["a.jsonl", "a.jsonl", "b.warc"]
    assert (figures.bad, figures.not_arabic, len(figures.failed)) == (3, 1, 1)


def test_a_document_that_marsad_fails_on_costs_no_other(
    scale: Scale, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Failing:
        def read_document(self, document: Document) -> marsad.Record:
            if document.id == "a1":
                raise ValueError("a fault")
            return marsad.Reader.read_document(whole, document)

    whole = reading.lasting_reader(None)
    monkeypatch.setattr(reading, "lasting_reader", lambda user: Failing())
    scale(write_lines(tmp_path / "a.jsonl", articles(3, 2)))
    assert sorted(records(out)) == ["a0", "a2"]
    (row,) = side(out, "bad")
    assert (row["document"], "a fault" in row["reason"]) == ("a1", True)


def test_processes_give_what_one_gives(scale: Scale, out: Path, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", articles(12, 2))
    scale(path, chunk_documents=4)
    before = records(out)
    for marker in out.glob("done/*.json"):
        marker.unlink()
    figures = scale(path, chunk_documents=4, runner=Local(2))
    assert (records(out), figures.failed) == (before, ())


def test_a_folder_with_other_files_is_left_alone(scale: Scale, out: Path, article: Path) -> None:
    out.mkdir()
    (out / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="holds other files"):
        scale(article)
    assert [path.name for path in out.iterdir()] == ["thesis.txt"]


def test_two_runs_do_not_write_at_once(scale: Scale, out: Path, article: Path) -> None:
    scale(article)
    with Layout(out).held(), pytest.raises(OutputError, match="another run"):
        scale(article)
