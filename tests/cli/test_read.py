"""`marsad read`: exit statuses, outputs, messages."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from tests.conftest import ARTICLE

from marsad import Reader
from marsad.model import Document, Record
from marsad.model.making import MAX_CHARACTERS

Run = Callable[..., Result]


def records(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def many(path: Path, count: int) -> Path:
    rows = [{"id": f"d{n}", "text": f"{ARTICLE} {n}"} for n in range(count)]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_readable_file_gives_status_0_also_with_warnings(run: Run, article: Path) -> None:
    result = run("read", article, "--format", "jsonl")
    (record,) = map(json.loads, result.stdout.splitlines())
    assert result.exit_code == 0
    assert [w["code"] for w in record["warnings"]] == ["no-date"]
    assert record["source"]["path"] == str(article)


def test_some_failures_give_status_1_and_the_rest_is_written(run: Run, article: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    result = run("read", tmp_path / "none.txt", article, "--format", "jsonl", "--output", output)
    assert result.exit_code == 1
    assert "none.txt" in result.stderr
    assert [r["text"] for r in records(output)] == [ARTICLE]


def test_nothing_read_gives_status_2_and_leaves_the_output_alone(run: Run, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    output.write_text("kept", encoding="utf-8")
    result = run("read", tmp_path / "none.txt", "--format", "jsonl", "--output", output)
    assert result.exit_code == 2
    assert output.read_text(encoding="utf-8") == "kept"
    assert [p.name for p in tmp_path.iterdir()] == ["out.jsonl"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--published", "12/10/2016"], "2016-12-12"),
        (["--published", "2016-02-30"], "no date that exists"),
        (["--lexicons", "no-such-folder"], "does not exist"),
        (["--resume"], "--format jsonl"),
        (["--explain", "--format", "jsonl"], "--format report or html"),
        (["--format", "xml"], "'report', 'html', 'jsonl'"),
        (["--output", "no-such-folder/out.jsonl"], "can't be written"),
        (["--output", "no-such-folder/out.html", "--format", "html"], "can't be written"),
    ],
)
def test_a_wrong_option_gives_status_2_and_says_what_to_do(
    run: Run, article: Path, arguments: list[str], says: str
) -> None:
    result = run("read", article, *arguments)
    assert result.exit_code == 2
    assert says in result.stderr


def test_a_wrong_table_of_the_user_gives_status_2_and_names_file_and_line(
    run: Run, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own" / "words").mkdir(parents=True)
    (tmp_path / "own" / "words" / "mine.tsv").write_text("# own\nsay\tverb\n", encoding="utf-8")
    monkeypatch.setenv("MARSAD_LEXICONS", str(tmp_path / "own"))
    result = run("read", article)
    assert result.exit_code == 2
    assert "mine.tsv:2" in result.stderr


def test_no_path_is_a_usage_error(run: Run) -> None:
    assert run("read").exit_code == 2


def test_options_reach_the_record(run: Run, article: Path) -> None:
    result = run("read", article, "--published", "2020-01-15", "--outlet", "وكالة", "--format", "jsonl")
    source = json.loads(result.stdout)["source"]
    assert (source["published"], source["published_basis"], source["outlet"]) == ("2020-01-15", "given", "وكالة")


def test_the_same_input_gives_the_same_bytes(run: Run, article: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert run("read", article, "--format", "jsonl", "--output", tmp_path / name).exit_code == 0
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_document_on_which_a_step_fails_costs_no_other(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Reader.read_document

    def fails_on_d1(self: Reader, document: Document) -> Record:
        if document.id == "d1":
            raise RuntimeError("fault")
        return whole(self, document)

    monkeypatch.setattr(Reader, "read_document", fails_on_d1)
    result = run("read", many(tmp_path / "in.jsonl", 3), "--format", "jsonl")
    assert result.exit_code == 1
    assert "'d1' could not be read" in result.stderr
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["d0", "d2"]


def test_a_run_that_was_killed_goes_on_where_it_stopped(run: Run, tmp_path: Path) -> None:
    source, output = many(tmp_path / "in.jsonl", 4), tmp_path / "out.jsonl"
    assert run("read", source, "--format", "jsonl", "--output", output).exit_code == 0
    whole = output.read_bytes()
    first, second, *_ = whole.splitlines(keepends=True)
    output.unlink()
    (tmp_path / "out.jsonl.part").write_bytes(first + second[:20])
    assert run("read", source, "--format", "jsonl", "--output", output, "--resume").exit_code == 0
    assert output.read_bytes() == whole
    assert not (tmp_path / "out.jsonl.part").exists()


def test_a_run_without_resume_begins_anew(run: Run, tmp_path: Path) -> None:
    source, output = many(tmp_path / "in.jsonl", 2), tmp_path / "out.jsonl"
    (tmp_path / "out.jsonl.part").write_text("rest of another run\n", encoding="utf-8")
    assert run("read", source, "--format", "jsonl", "--output", output).exit_code == 0
    assert [r["id"] for r in records(output)] == ["d0", "d1"]


def test_a_device_is_written_to_and_not_replaced(run: Run, article: Path) -> None:
    assert run("read", article, "--format", "jsonl", "--output", "/dev/null").exit_code == 0
    assert Path("/dev/null").is_char_device()


def test_files_of_other_kinds_in_a_folder_are_told_and_no_failure(run: Run, article: Path) -> None:
    (article.parent / "scan.png").write_bytes(b"\x89PNG")
    result = run("read", article.parent, "--format", "jsonl")
    assert result.exit_code == 0
    assert "scan.png" in result.stderr


def test_the_module_runs_as_the_command(article: Path) -> None:
    """Also with standard streams that are pipes and no locale at all."""
    command = [sys.executable, "-m", "marsad", "read", str(article)]
    result = subprocess.run(command, capture_output=True, env={"PATH": ""}, check=False)
    assert result.returncode == 0, result.stderr
    assert ARTICLE.split(".")[0] in result.stdout.decode("utf-8")
    assert b"\x1b[" not in result.stdout


def test_a_line_of_twenty_megabytes_is_read_as_far_as_memory_allows(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("ق" * 10_000_000, encoding="utf-8")
    result = run("read", path, "--format", "jsonl", "--output", tmp_path / "out.jsonl")
    (line,) = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    record = json.loads(line)
    assert result.exit_code == 0
    assert len(record["text"]) == MAX_CHARACTERS
    assert "cut" in [w["code"] for w in record["warnings"]]
