"""Every page in a real browser: both languages, every width, both schemes; nothing sticks out, all can be used."""

from __future__ import annotations

from itertools import product

import pytest
from tests.browser.workbench.conftest import Open, violations

from marsad.serve.pages import PAGES

PATHS = [
    *(page.path for page in PAGES if page.path),
    "/documents/3",
    "/warnings",
    "/documents?show=failed",
    "/search?q=الطريق",
]
VIEWS = list(product(("ar", "en"), PATHS))


@pytest.mark.parametrize(("lang", "path"), VIEWS)
def test_a_page_is_accessible_and_nothing_sticks_out(visit: Open, lang: str, path: str) -> None:
    for width, scheme in ((1400, "light"), (820, "dark")):
        page = visit(f"/{lang}{path}", width=width, scheme=scheme)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        assert violations(page) == []
        assert page.locator("h1").count() == 1
        assert page.locator("html").get_attribute("dir") == ("rtl" if lang == "ar" else "ltr")


@pytest.mark.parametrize("path", PATHS)
def test_the_language_switch_stays_on_the_page(visit: Open, path: str) -> None:
    page = visit(f"/ar{path}")
    page.locator(".switches a[hreflang=en]").click()
    page.wait_for_url("**/en/**")
    assert page.evaluate("location.pathname + decodeURIComponent(location.search)") == f"/en{path}"


def test_the_navigation_leads_to_every_page(visit: Open) -> None:
    page = visit("/en/")
    for link in [p for p in PAGES if p.path]:
        page.locator(f".nav a[href='/en{link.path}']").click()
        assert page.locator(".nav a[aria-current=page]").get_attribute("href") == f"/en{link.path}"


def test_the_theme_is_kept(visit: Open) -> None:
    page = visit("/en/")
    colour = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(colour)
    page.locator("[data-theme-switch]").click()
    dark = page.evaluate(colour)
    assert dark != light
    page.goto(page.url + "documents")
    assert page.evaluate(colour) == dark


def test_the_first_tab_skips_to_the_content(visit: Open) -> None:
    page = visit("/ar/documents")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_arabic_font_is_the_bundled_one(visit: Open) -> None:
    page = visit("/ar/")
    page.evaluate("document.fonts.ready")
    faces = "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family.replaceAll('\"', ''))"
    assert "Plex Arabic" in page.evaluate(faces)


def test_from_the_overview_to_a_document_and_its_sentence(visit: Open) -> None:
    page = visit("/en/")
    page.locator(".find input").fill("الطريق")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search**")
    page.locator(".passage a").first.click()
    page.wait_for_url("**/documents/*#d1-sentence-*")
    assert page.locator(".s:target").evaluate("e => e.getBoundingClientRect().top < innerHeight")


def test_filters_stand_in_the_address(visit: Open) -> None:
    page = visit("/en/documents")
    page.locator("[name=title]").fill("wire")
    page.locator("[name=order]").select_option("newest")
    page.locator("main [type=submit]").click()
    page.wait_for_url("**order=newest**")
    rows = page.locator("tbody tr")
    assert 0 < rows.count() < 10
    page.reload()
    assert page.locator("[name=title]").input_value() == "wire"
