"""The documentation site: built without network, every page in its place, nothing loaded from elsewhere."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from docs_site import build

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LOADED = re.compile(r"<(?:script|img|iframe|source)[^>]* src=\"([^\"]+)\"|<link[^>]* href=\"([^\"]+)\"")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs") / "site"
    build.main(folder)
    return folder


def test_pages_load_nothing_from_elsewhere(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    loaded = {one or other for page in pages for one, other in LOADED.findall(page.read_text(encoding="utf-8"))}
    assert len(pages) > 20
    assert [address for address in loaded if re.match(r"(?:https?:)?//", address)] == []


def test_what_pages_load_is_there(site: Path) -> None:
    for page in site.rglob("*.html"):
        if page.name == "404.html":
            continue  # it is shown at any address, by a server
        loaded = [one or other for one, other in LOADED.findall(page.read_text(encoding="utf-8"))]
        assert [a for a in loaded if not (page.parent / a.partition("?")[0]).exists()] == [], page


def test_the_search_holds_both_languages(site: Path) -> None:
    for folder, word in (("", "شنت مقاتلات"), ("ar", "درس")):
        index = (site / folder / "search.json").read_text(encoding="utf-8")
        assert word in index
        assert {"title", "text", "location"} <= set(json.loads(index)["items"][0])


def test_arabic_pages_run_from_right_to_left(site: Path) -> None:
    assert re.search(r"<html[^>]*lang=\"ar\"[^>]*>", (site / "ar" / "tutorial.html").read_text(encoding="utf-8"))
    assert 'dir="rtl"' in (site / "ar" / "tutorial.html").read_text(encoding="utf-8")


def test_every_page_has_its_place() -> None:
    nav = yaml.safe_load((build.HERE / "nav.yml").read_text(encoding="utf-8"))
    for lang, pages in (("en", build.english_pages()), ("ar", build.arabic_pages())):
        named = set(re.findall(r"[\w/-]+\.md", json.dumps(nav[lang]["nav"])))
        assert named == set(pages)


@pytest.mark.parametrize(
    ("page", "words", "found"),
    [("index.html", "kill a worker", "Clusters and lost workers"), ("ar/index.html", "اسباب", "قراءة مقال واحد")],
)
def test_a_page_on_disk_is_searched(site: Path, browser: Browser, page: str, words: str, found: str) -> None:
    asked: list[str] = []
    context = browser.new_context()
    try:
        window = context.new_page()
        window.on("request", lambda request: asked.append(request.url))
        window.goto((site / page).as_uri())
        window.keyboard.press("/")
        window.get_by_placeholder("Search").fill(words)
        window.locator("[role=listbox]").filter(has_text=found).wait_for(timeout=30_000)
        assert window.get_by_placeholder("Search").input_value() == words
    finally:
        context.close()
    assert [address for address in asked if not address.startswith(("file:", "data:", "about:"))] == []
