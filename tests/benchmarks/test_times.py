"""The benchmark of times reads its cases, and gives each reader a line for each set of them."""

from __future__ import annotations

from pathlib import Path

from benchmarks.times import Case, given_cases, is_right, main, own_cases
from click.testing import CliRunner


def test_the_table_has_a_line_for_each_reader() -> None:
    result = CliRunner().invoke(main, ["--limit", "3", "--repeat", "1"], env={"HEIDELTIME_JAR": ""})
    assert result.exit_code == 0, result.output
    named = [line.split("|")[2].strip() for line in result.output.splitlines() if line.startswith("|")]
    assert named[2:] == ["marsad", "dateparser"]
    assert "HeidelTime was not measured" in result.output


def test_own_cases_lose_their_marks() -> None:
    assert not any("[[" in case.text for case in own_cases())
    assert any(not case.right for case in own_cases())


def test_given_cases(tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text('{"text": "أمس", "published": "2018-09-12", "expected": [{"edtf": ["2018-09-11"]}]}\n', "utf-8")
    assert list(given_cases(file)) == [Case("أمس", "2018-09-12", frozenset({"2018-09-11"}))]


def test_a_text_without_times_is_right_where_none_is_found() -> None:
    assert is_right(Case("سطر", None, frozenset()), set())
    assert not is_right(Case("سطر", None, frozenset()), {"2018"})
