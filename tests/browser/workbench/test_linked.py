"""Map, timeline and network in a real browser: the brush narrows what they draw, and the address keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.workbench.conftest import Open, violations

if TYPE_CHECKING:
    from playwright.sync_api import Page

SLOW = 60_000
"""Milliseconds: WebGL is drawn by software here."""


def ready(page: Page) -> Page:
    page.locator("[data-ready]").first.wait_for(state="attached", timeout=SLOW)
    return page


def told(page: Page) -> int:
    """How many events the brush holds."""
    return int(page.locator("[data-count]").inner_text().replace(",", ""))


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("name", ["map", "timeline"])
def test_the_sliders_narrow_list_links_and_address(visit: Open, name: str, lang: str) -> None:
    page = ready(visit(f"/{lang}/{name}"))
    whole = told(page)
    page.locator(".brush .from").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.wait_for_url(lambda url: "since=" in url)
    part = told(page)
    assert 0 < part < whole
    page.locator("#list table").wait_for()
    assert "since=" in str(page.locator(f".ways a[href*='/{lang}/events']").get_attribute("href"))
    assert page.locator(".filters [name=since]").input_value()
    assert violations(page) == []
    page.reload()
    assert told(ready(page)) == part
    page.locator("[data-all]").click()
    page.wait_for_url(lambda url: "since=" not in url)
    assert told(page) == whole


def test_dragging_over_the_columns_chooses_a_stretch(visit: Open) -> None:
    page = ready(visit("/ar/timeline"))
    whole, box = told(page), page.locator(".brush svg").first.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 20, steps=3)
    page.mouse.up()
    page.wait_for_url("**since=*until=*")
    assert told(page) < whole
    page.locator("[data-closer]").click()
    assert page.locator(".brush .from").input_value() == "0"


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_map_draws_spots_and_opens_one(visit: Open, lang: str) -> None:
    page = ready(visit(f"/{lang}/map"))
    assert page.locator("#webmap canvas").is_visible()
    assert page.locator("svg.map").count() == 0
    drawn = "document.getElementById('webmap').marsadMap.queryRenderedFeatures({layers: ['spot']}).length"
    page.wait_for_function(f"{drawn} > 0", timeout=SLOW)
    at = page.evaluate(
        "() => { const m = document.getElementById('webmap').marsadMap;"
        " const f = m.queryRenderedFeatures({layers: ['spot']}).find(f => !f.properties.cluster);"
        " const p = m.project(f.geometry.coordinates); return [p.x, p.y]; }"
    )
    page.locator("#webmap canvas").click(position={"x": at[0], "y": at[1]})
    page.locator(".spot-told a").first.wait_for()
    assert violations(page) == []
    page.locator(".spot-told a").first.click()
    page.wait_for_url("**/events?*place=*")
    assert page.locator("tbody tr").count() > 0


def test_without_webgl_the_drawn_map_follows_the_brush(visit: Open) -> None:
    page = visit("/en/")
    page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null;")
    page.goto(page.url + "map")
    ready(page)
    spots = page.locator("svg.map a[data-spot]:not([hidden])")
    whole = spots.count()
    page.locator(".brush .from").focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    page.wait_for_url(lambda url: "since=" in url)
    assert 0 < spots.count() < whole
    assert violations(page) == []


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_tie_opens_its_sentences(visit: Open, lang: str) -> None:
    page = visit(f"/{lang}/network")
    page.locator("table a[href*='tie=']").first.click()
    page.wait_for_url("**tie=*")
    assert page.locator("#tie .voice").count() > 0
    page.locator("#tie .voice a").first.click()
    page.wait_for_url("**/documents/*")


def test_the_network_is_used_by_keyboard(visit: Open) -> None:
    page = visit("/ar/network")
    page.locator("svg.network a.tie").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**tie=*")
    assert page.locator("svg.network a.chosen").count() == 1
    page.locator("[name=kind][value=attacks]").uncheck()
    page.locator(".filters [type=submit]").click()
    page.wait_for_url("**kind=*")
    assert page.locator("svg.network a.tie.attacks").count() == 0
