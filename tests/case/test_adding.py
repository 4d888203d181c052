"""Adding documents: once each, copies kept, what can't be read told, whoever reads and however often."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.case.conftest import SAMPLES
from tests.conftest import ARTICLE

import marsad
from marsad.case import Case
from marsad.case.adding import Adding, Outcome
from marsad.ingest import Given, Ingest

Records = list[tuple[marsad.Record, bytes]]
ENGLISH = "The delegation met the mayor and spoke about water, roads and the harvest of this year in the valley. " * 12


def add(path: Path, *inputs: Path | str, jobs: int = 1, outlet: str | None = None) -> Counter[str]:
    return kinds(outcomes(path, *inputs, jobs=jobs, outlet=outlet))


def outcomes(path: Path, *inputs: Path | str, jobs: int = 1, outlet: str | None = None) -> list[Outcome]:
    ingest = Ingest(Given(outlet=outlet), apart=False)
    items = ((str(given), item) for given in inputs for item in ingest.read([str(given)]))
    with marsad.open_case(path, write=True) as case:
        return list(Adding(case, jobs).add(items))


def kinds(found: Iterable[Outcome]) -> Counter[str]:
    return Counter(outcome.kind for outcome in found)


def content(case: Case) -> list[list[tuple[object, ...]]]:
    """Everything that does not tell the time of adding."""
    tables = ("item", "event", "reason", "statement", "party", "location", "sentence", "record", "original", "search")
    held = "SELECT doc, id, sha256, title, outlet, published, path, copy_of, origin, aside FROM document"
    return [case.query(f"SELECT * FROM {table}") for table in tables] + [case.query(held)]


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """Documents with ids, two of them with the same text, two with the same id, one line that is broken."""
    rows = [{"id": f"d{n}", "text": f"{ARTICLE} {n}", "published": f"2020-05-{n + 1:02}"} for n in range(20)]
    rows += [{"id": "copy", "text": rows[0]["text"], "outlet": "زيتون برس"}, {"id": "d1", "text": "نص آخر قصير جداً."}]
    path = tmp_path / "news.jsonl"
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text(text + "{broken\n", encoding="utf-8")
    return path


def test_adding_again_changes_nothing(tmp_path: Path, lines: Path) -> None:
    path = tmp_path / "c.marsad"
    assert add(path, lines) == {"added": 22, "failed": 1}
    with marsad.open_case(path) as case:
        before = content(case), case.failures(), [e.plain() for e in case.events()]
    assert add(path, lines) == {"known": 22, "failed": 1}
    with marsad.open_case(path) as case:
        assert (content(case), case.failures(), [e.plain() for e in case.events()]) == before


def test_several_processes_store_what_one_does(tmp_path: Path, lines: Path) -> None:
    add(tmp_path / "one.marsad", lines, SAMPLES)
    add(tmp_path / "two.marsad", lines, SAMPLES, jobs=2)
    with marsad.open_case(tmp_path / "one.marsad") as one, marsad.open_case(tmp_path / "two.marsad") as two:
        assert content(one) == content(two)


def test_documents_with_the_same_id_are_told_apart_also_over_runs(tmp_path: Path, lines: Path) -> None:
    path, other = tmp_path / "c.marsad", tmp_path / "other.jsonl"
    other.write_text(json.dumps({"id": "d1", "text": "نص ثالث لا يشبههما."}, ensure_ascii=False), encoding="utf-8")
    add(path, lines)
    assert add(path, other) == {"added": 1}
    assert add(path, lines, other) == {"known": 23, "failed": 1}
    with marsad.open_case(path) as case:
        assert {d.id for d in case.documents()} >= {"d1", "d1#2", "d1#3"}
        assert case.record("d1#3").id == "d1#3"


def test_the_same_text_under_another_id_is_a_copy_that_is_kept(tmp_path: Path, lines: Path) -> None:
    path = tmp_path / "c.marsad"
    found = outcomes(path, lines)
    assert [outcome.id for outcome in found if outcome.copy] == ["copy"]
    with marsad.open_case(path) as case:
        first, copy = case.document("d0"), case.document("copy")
        assert copy.copy_of == copy.origin == first.number == first.origin
        assert copy in case.copies("d0")
        assert case.events()  # each with its own date and outlet
        assert {e.document.outlet for e in case.events() if e.document.origin == first.number} >= {None, "زيتون برس"}


def test_the_same_file_under_another_name_is_kept_as_a_name(tmp_path: Path, article: Path) -> None:
    path, other = tmp_path / "c.marsad", tmp_path / "again.txt"
    other.write_bytes(article.read_bytes())
    assert add(path, article, other) == {"added": 1, "known": 1}
    with marsad.open_case(path) as case:
        (document,) = case.documents()
        assert case.all_sightings() == {document.number: [str(other)]}
    assert not any(outcome.renamed for outcome in outcomes(path, article, other))


def test_the_same_bytes_from_another_outlet_are_a_copy(tmp_path: Path, article: Path) -> None:
    path = tmp_path / "c.marsad"
    add(path, article, outlet="زيتون برس")
    assert add(path, article, outlet="شبكة الوادي") == {"added": 1}
    assert add(path, article, outlet="شبكة الوادي") == {"known": 1}
    with marsad.open_case(path) as case:
        assert [d.outlet for d in case.documents()] == ["زيتون برس", "شبكة الوادي"]
        assert len({d.origin for d in case.documents()}) == 1


def test_near_duplicates_are_one_group_and_other_reports_are_not(
    tmp_path: Path, records: list[tuple[marsad.Record, bytes]]
) -> None:
    path, text = tmp_path / "c.marsad", records[0][0].text
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"زيتون برس: {text}\nللمزيد تابعوا صفحتنا.", encoding="utf-8")
    (tmp_path / "c.txt").write_text(records[1][0].text, encoding="utf-8")
    add(path, tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.txt")
    with marsad.open_case(path) as case:
        assert [d.origin for d in case.documents()] == [1, 1, 3]
        assert [d.copy_of for d in case.documents()] == [None, None, None]


def test_a_longer_text_that_is_not_arabic_is_set_aside_with_its_bytes(tmp_path: Path) -> None:
    path, page = tmp_path / "c.marsad", tmp_path / "page.txt"
    page.write_text(ENGLISH, encoding="utf-8")
    (outcome,) = outcomes(path, page)
    assert (outcome.kind, str(page) in outcome.message) == ("aside", True)
    assert add(path, page) == {"known": 1}
    with marsad.open_case(path) as case:
        (document,) = case.documents(aside=True)
        assert "not an Arabic text" in (document.aside or "")
        assert case.original(document.number) == ENGLISH.encode()
        assert case.record(document.number).events == ()


def test_what_failed_is_listed_until_it_is_read(tmp_path: Path, article: Path) -> None:
    path, late = tmp_path / "c.marsad", tmp_path / "late.txt"
    assert add(path, article, late) == {"added": 1, "failed": 1}
    with marsad.open_case(path) as case:
        ((message, _),) = case.failures()
        assert str(late) in message
    late.write_text("سيطرت القوات على البلدة يوم الثلاثاء.", encoding="utf-8")
    assert add(path, article) == {"known": 1}
    with marsad.open_case(path) as case:
        assert case.failures()
    assert add(path, late) == {"added": 1}
    with marsad.open_case(path) as case:
        assert case.failures() == []
