"""Every page in both languages: what it shows, how it filters, what it says where there is nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from starlette.testclient import TestClient

import marsad
from marsad.serve.pages import PAGES
from marsad.serve.rendering import WORKBENCH

FOLDER = Path(marsad.__file__).parent / "serve"
PATHS = [page.path for page in PAGES if page.path]


@pytest.mark.parametrize(
    "path", [*PATHS, "/documents/1", "/documents/1/items/e1", "/documents?show=failed", "/search?q=بنش"]
)
@pytest.mark.parametrize(("lang", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_every_page_speaks_its_language(client: TestClient, path: str, lang: str, direction: str) -> None:
    answer = client.get(f"/{lang}{path}")
    assert answer.status_code == 200
    assert f'<html lang="{lang}" dir="{direction}">' in answer.text or "/items/" in path
    assert [float(part.partition("=")[2]) > 0 for part in answer.headers["server-timing"].split(",")] == [True, True]


def test_every_label_has_both_languages() -> None:
    labels = yaml.safe_load(WORKBENCH.read_text(encoding="utf-8"))
    assert [key for key, words in labels.items() if sorted(words) != ["ar", "en"] or not all(words.values())] == []


def test_every_page_of_the_table_has_its_name() -> None:
    labels = yaml.safe_load(WORKBENCH.read_text(encoding="utf-8"))
    assert {f"nav_{page.key}" for page in PAGES if page.path} <= set(labels)


def test_no_template_has_inline_script_or_style_or_a_remote_address() -> None:
    wrong = re.compile(r"\sstyle=|\son[a-z]+=|<script>|<style|https?://", re.IGNORECASE)
    assert [p.name for p in FOLDER.glob("templates/*.html") if wrong.search(p.read_text(encoding="utf-8"))] == []


def test_nothing_static_leads_elsewhere() -> None:
    address = re.compile(r"(https?:)?//[a-z]+\.", re.IGNORECASE)
    for path in (*FOLDER.glob("static/*.css"), *FOLDER.glob("static/js/*.js")):
        text = re.sub(r"^\s*//.*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert not address.search(text), path.name


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", 4),
        ("?outlet=nobody", 0),
        ("?show=undated", 0),
        ("?show=review", 4),
        ("?since=2100-01-01", 0),
        ("?since=1990-01-01&until=2100-01-01", 4),
        ("?title=wire-binnish", 2),
        ("?show=nothing&order=nothing&page=-7", 4),
        ("?page=99999", 4),
        ("?title=%27%3B--", 0),
    ],
)
def test_the_list_is_filtered(client: TestClient, query: str, titles: int) -> None:
    page = client.get(f"/en/documents{query}").text
    assert page.count('class="title-cell"') == titles


def test_search_marks_the_words_and_exact_search_only_what_is_written(client: TestClient) -> None:
    assert "<mark>" in client.get("/en/search?q=بنش").text
    loose, exact = (client.get(f"/en/search?q=القوات{more}").text.count("<mark>") for more in ("", "&exact=1"))
    assert 0 < exact < loose
    assert "<mark>" not in client.get('/en/search?q="').text


def test_what_is_not_there_is_told(client: TestClient) -> None:
    for path in ("/en/documents/99", "/en/documents/1/items/e999", "/en/nothing", "/xx/documents"):
        assert client.get(path).status_code == 404
    answer = client.get("/en/documents/99", headers={"accept": "application/json"})
    assert "error" in answer.json()
    assert client.get("/en/documents/99999999999999999999999").status_code == 404


def test_a_case_without_documents_says_so(client: TestClient, case_path: Path) -> None:
    case_path.unlink()
    marsad.open_case(case_path, write=True).close()
    assert "/en/add" in client.get("/en/").text.partition("<main")[2]
    for path in PATHS:
        assert client.get(f"/en{path}").status_code == 200
