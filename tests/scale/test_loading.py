"""From the folder of a run into a case: the same as reading the documents into it, without reading them again."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from tests.ingest.variations import tagged
from tests.scale.articles import articles, write_lines
from tests.scale.conftest import Scale

import marsad
from marsad.case import workers


def content(path: Path) -> list[object]:
    """What a case holds, but the times at which it was added."""
    with marsad.open_case(path) as case:
        events = [event.plain() for event in case.events()]
        documents = (
            "SELECT doc, id, sha256, title, outlet, published, format, extractor, words FROM document ORDER BY doc"
        )
        kept = "SELECT data FROM original ORDER BY doc", "SELECT data FROM record ORDER BY doc"
        return [events, case.query(documents), *map(case.query, kept), case.query("SELECT marsad, tables FROM reading")]


def test_a_case_is_the_same_as_one_that_read_the_documents(
    scale: Scale, out: Path, tmp_path: Path, run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_lines(
        tmp_path / "a.jsonl", [*articles(8, 4), {**articles(1, 4)[0], "outlet": "زيتون برس", "text": "قصف."}]
    )
    assert run("add", tmp_path / "read.marsad", path, "--jobs", "1").exit_code == 0
    scale(path, chunk_documents=5)
    monkeypatch.setattr(workers, "prepare", lambda reader, document: pytest.fail("a record was read again"))
    added = run("add", tmp_path / "loaded.marsad", out, "--jobs", "1")
    assert (added.exit_code, "9 documents added" in added.stderr) == (0, True)
    assert content(tmp_path / "loaded.marsad") == content(tmp_path / "read.marsad")
    again = run("add", tmp_path / "loaded.marsad", out, "--jobs", "1")
    assert (again.exit_code, "9 there already" in again.stderr) == (0, True)


def test_what_is_not_finished_is_told(scale: Scale, out: Path, tmp_path: Path, run: Callable[..., Result]) -> None:
    rows = articles(4, 4)
    rows.append({**rows[0], "id": "copy", "text": tagged(rows[0]["text"], random.Random(2))})
    scale(write_lines(tmp_path / "a.jsonl", rows), chunk_documents=2)
    next(out.glob("done/*-00001.json")).unlink()
    added = run("add", tmp_path / "c.marsad", out, "--jobs", "1")
    assert (added.exit_code, "is not finished" in added.stderr, "2 documents added" in added.stderr) == (1, True, True)
