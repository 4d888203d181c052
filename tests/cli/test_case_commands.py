"""The commands of a case: exit statuses, what they print, what they leave."""

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


@pytest.fixture
def case(run: Run, tmp_path: Path) -> Path:
    """A case of two samples, made from the command line."""
    path = tmp_path / "c.marsad"
    result = run("add", path, SAMPLES / "wire-marib.json", SAMPLES / "wire-binnish-a.json", "--jobs", "1")
    assert result.exit_code == 0
    return path


def answers(run: Run, case: Path, *options: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("events", case, "--format", "json", *options).stdout)
    return found


def test_adding_tells_how_much_and_what_is_stored(run: Run, tmp_path: Path, article: Path) -> None:
    result = run("add", tmp_path / "c.marsad", article, "--ids", "--jobs", "1")
    assert (result.exit_code, "1 document added" in result.stderr) == (0, True)
    assert len(result.stdout.split()) == 1
    again = run("add", tmp_path / "c.marsad", article, "--ids", "--jobs", "1")
    assert (again.exit_code, "1 there already" in again.stderr, again.stdout) == (0, True, "")


def test_some_failures_give_status_1_and_the_rest_is_added(run: Run, tmp_path: Path, article: Path) -> None:
    result = run("add", tmp_path / "c.marsad", tmp_path / "none.txt", article, "--jobs", "1")
    assert (result.exit_code, "none.txt" in result.stderr) == (1, True)
    assert "none.txt" in run("documents", tmp_path / "c.marsad", "--failed").stdout
    assert len(json.loads(run("documents", tmp_path / "c.marsad", "--format", "json").stdout)) == 1


def test_nothing_added_gives_status_2(run: Run, tmp_path: Path) -> None:
    assert run("add", tmp_path / "c.marsad", tmp_path / "none.txt", "--jobs", "1").exit_code == 2


@pytest.mark.parametrize("command", [["events"], ["documents"], ["purge"], ["reread"], ["review", "history"]])
def test_a_case_that_is_not_there_gives_status_2_and_is_not_made(run: Run, tmp_path: Path, command: list[str]) -> None:
    result = run(*command, tmp_path / "none.marsad")
    assert (result.exit_code, "there is no such case" in result.stderr) == (2, True)
    assert not (tmp_path / "none.marsad").exists()


def test_events_are_the_same_bytes_when_the_same_was_added_again(run: Run, case: Path) -> None:
    before = run("events", case, "--format", "json").stdout_bytes
    run("add", case, SAMPLES / "wire-binnish-a.json", SAMPLES / "wire-marib.json", "--jobs", "1")
    assert run("events", case, "--format", "json").stdout_bytes == before


def test_events_hold_their_filters(run: Run, case: Path) -> None:
    assert {e["type"] for e in answers(run, case, "--type", "shelling")} == {"shelling"}
    assert {e["document"] for e in answers(run, case, "--place", "مأرب")} == {"wire-marib"}
    assert {e["document"] for e in answers(run, case, "--actor", "houthis", "--since", "2020-10")} == {"wire-marib"}
    assert answers(run, case, "--until", "1990") == []


def test_csv_of_events_has_a_line_for_each(run: Run, case: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("events", case, "--format", "csv").stdout)))
    assert [row["item"] for row in rows] == [event["item"] for event in answers(run, case)]
    assert all(row["sentence"] for row in rows)


def test_decisions_are_made_shown_and_taken_back(run: Run, case: Path) -> None:
    item = str(answers(run, case)[0]["item"])
    assert run("review", "reject", case, item, "--by", "samar", "--comment", "a wish").exit_code == 0
    assert item not in {e["item"] for e in answers(run, case)}
    (entry,) = json.loads(run("review", "history", case, "--format", "json").stdout)
    assert (entry["who"], entry["action"], entry["comment"]) == ("samar", "reject", "a wish")
    run("review", "undo", case, "--by", "samar")
    run("review", "correct", case, item, "killed", '{"min": 6, "max": 6}', "--by", "samar")
    run("review", "accept", case, item, "--by", "samar")
    run("review", "comment", case, item, "see the map", "--by", "samar")
    (event,) = [e for e in answers(run, case) if e["item"] == item]
    assert (event["killed"], event["state"]) == ({"min": 6, "max": 6}, "corrected")
    assert run("review", "orphans", case).stdout == ""


def test_an_item_is_added(run: Run, case: Path) -> None:
    value = json.dumps({"start": 0, "end": 4, "type": "clash"})
    assert run("review", "add", case, "wire-marib", "events", value).exit_code == 0
    assert [e["state"] for e in answers(run, case, "--type", "clash")].count("added") == 1


def test_an_alias_asks_before_it_is_applied(run: Run, case: Path) -> None:
    asked = run("review", "alias", case, "جماعة الحوثي", "someone_else", input=b"n\n")
    assert (asked.exit_code, "houthis → someone_else" in asked.stdout) == (1, True)
    assert answers(run, case, "--actor", "someone_else") == []
    assert run("review", "alias", case, "جماعة الحوثي", "someone_else", "--yes").exit_code == 0
    assert answers(run, case, "--actor", "someone_else")


@pytest.mark.parametrize(
    "arguments",
    [
        ("accept", "1:e99"),
        ("correct", "1:e1", "type", "quarrel"),
        ("add", "1", "events", "[]"),
        ("undo",),
        ("undo", "9"),
    ],
)
def test_a_decision_that_cannot_be_gives_status_2(run: Run, case: Path, arguments: tuple[str, ...]) -> None:
    result = run("review", arguments[0], case, *arguments[1:])
    assert (result.exit_code, bool(result.stderr)) == (2, True)


def test_a_document_is_purged_when_it_is_confirmed(run: Run, case: Path) -> None:
    assert run("purge", case, "wire-marib", input=b"n\n").exit_code == 1
    assert len(json.loads(run("documents", case, "--format", "json").stdout)) == 2
    assert run("purge", case, "wire-marib", input=b"y\n").exit_code == 0
    assert [d["number"] for d in json.loads(run("documents", case, "--purged", "--format", "json").stdout)] == [1]
    assert run("purge", case).exit_code == 0  # nothing is left to be finished


def test_reading_again_shows_what_changed(run: Run, case: Path) -> None:
    result = run("reread", case, "--all", "--preview", "--jobs", "1", "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])
    assert "2 documents read again: 0 items added" in result.stderr


def test_copies_and_texts_set_aside_are_listed(run: Run, case: Path, tmp_path: Path) -> None:
    english = tmp_path / "e.txt"
    english.write_text("The mayor spoke about water and roads in the valley. " * 20, encoding="utf-8")
    copy = tmp_path / "copy.json"
    held = json.loads((SAMPLES / "wire-marib.json").read_text(encoding="utf-8"))
    copy.write_text(json.dumps({**held, "id": "copy", "outlet": "صدى الجبل"}), encoding="utf-8")
    result = run("add", case, english, copy, "--jobs", "1")
    assert (result.exit_code, "set aside unread" in result.stderr, "1 of them copies" in result.stderr) == (
        0,
        True,
        True,
    )
    aside = json.loads(run("documents", case, "--aside", "--format", "json").stdout)
    copies = json.loads(run("documents", case, "--copies", "--format", "json").stdout)
    assert [d["path"] for d in aside] == [str(english)]
    assert [d["id"] for d in copies] == ["wire-marib", "copy"]
