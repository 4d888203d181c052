"""Questions to a case from the command line: three forms each, filters, clear errors."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import marsad

Run = Callable[..., Result]
SAMPLES = Path(marsad.__file__).parent / "samples"
COMMANDS = (
    ["events"], ["why"], ["why", "--by", "category"], ["timeline"], ["timeline", "--by", "month"], ["places"],
    ["actors"], ["coverage"], ["documents"],
)  # fmt: skip


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory, reader: marsad.Reader) -> Path:
    path = tmp_path_factory.mktemp("questions") / "samples.marsad"
    with marsad.open_case(path, write=True) as held:
        for name in ("analysis-hamrin", "wire-binnish-a", "wire-binnish-b"):
            source = (SAMPLES / f"{name}.json").read_bytes()
            given = json.loads(source)
            held.store(
                reader.read(given["text"], id=name, published=given["published"], outlet=given["outlet"]), source
            )
    return path


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_forms(run: Run, case: Path, command: list[str]) -> None:
    name, *more = command
    as_json = run(name, case, *more, "--format", "json")
    assert as_json.exit_code == 0
    rows = json.loads(as_json.stdout)
    assert isinstance(rows, list)
    assert rows
    as_csv = run(name, case, *more, "--format", "csv")
    assert as_csv.exit_code == 0
    assert len(list(csv.reader(io.StringIO(as_csv.stdout)))) > 1
    assert run(name, case, *more).stdout.strip()


def test_answers_are_the_same_each_time(run: Run, case: Path) -> None:
    for name, *more in COMMANDS:
        first, second = (run(name, case, *more, "--format", "json").stdout for _ in range(2))
        assert first == second


def test_why_points_to_its_sentences(run: Run, case: Path) -> None:
    rows = json.loads(run("why", case, "--format", "json").stdout)
    for row in rows:
        assert row["sentences"]
        assert all(voice["text"] in voice["sentence"] for voice in row["sentences"])
    shown = run("why", case).stdout
    assert rows[0]["sentences"][0]["sentence"].strip()[:20] in shown


def test_search_finds_words_with_clitics(run: Run, case: Path) -> None:
    hits = json.loads(run("search", case, "بنش", "--format", "json").stdout)
    assert {"wire-binnish-a", "wire-binnish-b"} == {hit["document"] for hit in hits}
    first, last = hits[0]["passages"][0]["spans"][0]
    assert "بنش" in hits[0]["passages"][0]["text"][first:last]
    assert run("search", case, "كلمة_لا_توجد").stdout == ""


def test_compare_names_who_gives_what(run: Run, case: Path) -> None:
    outlets = sorted({row["outlet"] for row in json.loads(run("documents", case, "--format", "json").stdout)})
    rows = json.loads(run("compare", case, outlets[0], outlets[1], "--format", "json").stdout)
    assert {row["given_by"] for row in rows} <= {"both", "one", "other"}
    assert run("compare", case, outlets[0], outlets[1], "--events").exit_code == 0


def test_a_case_that_is_not_there(run: Run, tmp_path: Path) -> None:
    for name, *more in COMMANDS:
        result = run(name, tmp_path / "none.marsad", *more)
        assert result.exit_code == 2
        assert "there is no such case" in result.stderr
