"""`marsad read --format html` and `--explain`: files, folders, names, and what made each item."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import Result
from tests.conftest import ARTICLE

from marsad import Reader
from marsad.explanation import RULES
from marsad.ingest import Ingest
from marsad.model import Document
from marsad.resources import Resources
from marsad.tables.origins import Origins

Run = Callable[..., Result]
SOURCE = Path(__file__).parents[2] / "src" / "marsad"


def articles(path: Path, *ids: str) -> Path:
    rows = [{"id": id, "text": f"{ARTICLE} {n}", "title": f"عنوان {n}"} for n, id in enumerate(ids)]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def test_one_file_holds_all_documents(run: Run, tmp_path: Path) -> None:
    output = tmp_path / "page.html"
    assert run("read", articles(tmp_path / "in.jsonl", "a", "b"), "--format", "html", "--output", output).exit_code == 0
    page = output.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert 'href="#d2"' in page
    assert page.count("</article>") == 2


def test_a_page_goes_to_standard_output(run: Run, article: Path) -> None:
    result = run("read", article, "--format", "html", "--lang", "ar")
    assert 'lang="ar" dir="rtl"' in result.stdout


def test_a_folder_gets_a_page_each_and_a_list_that_leads_to_them(run: Run, tmp_path: Path) -> None:
    output, ids = tmp_path / "pages", ("أ/ب", "../../up", "index", "Index", "", "x" * 300)
    assert run("read", articles(tmp_path / "in.jsonl", *ids), "--format", "html", "--output", output).exit_code == 0
    index = (output / "index.html").read_text(encoding="utf-8")
    pages = {p.name for p in output.iterdir()} - {"index.html"}
    assert len(pages) == len(ids)
    assert len(re.findall(r'href="\./', index)) == len(ids)
    assert {p.name for p in tmp_path.iterdir()} == {"pages", "in.jsonl"}
    assert all("</html>" in (output / name).read_text(encoding="utf-8") for name in pages)


def test_a_folder_that_is_there_is_taken_whatever_its_name(run: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "site.html").mkdir()
    assert run("read", article, "--format", "html", "--output", tmp_path / "site.html").exit_code == 0
    assert (tmp_path / "site.html" / "index.html").exists()


def test_nothing_read_leaves_no_page_and_no_folder(run: Run, tmp_path: Path) -> None:
    for output in (tmp_path / "page.html", tmp_path / "pages"):
        assert run("read", tmp_path / "none.txt", "--format", "html", "--output", output).exit_code == 2
        assert not output.exists()


def test_explain_names_the_rule_its_line_and_the_words(run: Run, article: Path) -> None:
    text = run("read", article, "--explain").stdout
    made = next(line for line in text.splitlines() if "table:events/trigger_verb" in line)
    where = re.search(r"words/triggers\.tsv:(\d+)", made)
    assert where
    line = (SOURCE / "data" / "words" / "triggers.tsv").read_text(encoding="utf-8").splitlines()[int(where[1]) - 1]
    assert "قصف/" in line
    assert made.strip().endswith("from the words قصفت")
    assert "table:events" not in run("read", article).stdout


def test_explain_is_on_the_page_too_in_its_language(run: Run, article: Path) -> None:
    page = run("read", article, "--explain", "--format", "html", "--lang", "ar").stdout
    assert "فعل يخبر عن حدث" in page
    assert "words/triggers.tsv:" in page


@pytest.mark.parametrize(
    ("rule", "words", "place", "content"),
    [
        ("table:events/trigger", "بالهجوم", "words/triggers.tsv", "trigger armed_attack"),
        ("table:events/trigger_verb", "وقصفوها", "words/triggers.tsv", "trigger_verb shelling"),
        ("table:statements", "قالت", "words/statements.tsv", "say report"),
        ("reasons.sake", "من أجل السلام", "grammars/reasons.yml", "من اجل"),
        ("code:list.number", "السلام", "", ""),
        ("table:events/trigger", "قلم", "", ""),
        ("own.rule", "قلم", "", ""),
    ],
)
def test_an_origin_is_found(rule: str, words: str, place: str, content: str) -> None:
    origin = Origins(Resources()).of(rule, words)
    assert origin.place.partition(":")[0] == place
    assert content in origin.content
    assert bool(origin.content) == bool(content)


def test_a_user_s_line_is_named_where_it_counts(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "own.tsv").write_text("trigger\tnoun\tهجوم\tclash\n", encoding="utf-8")
    origin = Origins(Resources(tmp_path)).of("table:events/trigger", "هجوم")
    assert (origin.place, origin.content) == ("words/own.tsv:1", "trigger clash")


def test_whatever_makes_events_reasons_and_statements_has_a_word_of_explanation(reader: Reader) -> None:
    told = yaml.safe_load(RULES.read_text(encoding="utf-8"))
    assert all(set(row) == {"en", "ar"} for row in told.values())
    records = [reader.read_document(d) for d in Ingest().read([str(SOURCE / "samples")]) if isinstance(d, Document)]
    items = [item for r in records for item in (*r.events, *r.reasons, *r.statements)]
    named = {item.rule for item in items if ":" in item.rule}
    assert named
    assert [r for r in sorted(named) if r not in told and r[: r.rfind(".") + 1] not in told] == []
