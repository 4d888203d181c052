"""Saving a view and adding a name of an actor, in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.workbench.conftest import Open, violations

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_view_is_saved_from_its_page_and_found_again(visit: Open, lang: str) -> None:
    name = f"أسباب {lang}"
    page = visit(f"/{lang}/why?by=place")
    page.locator(".saving summary").click()
    page.locator(".saving input").fill(name)
    assert violations(page) == []
    page.locator(".saving button").click()
    page.locator("#said:not(:empty)").wait_for()
    page.goto(page.url.partition("/why")[0] + "/")
    page.locator("#saved + ul a", has_text=name).click()
    page.wait_for_url("**/why?by=place")
    _managed(page, name)


def _managed(page: Page, name: str) -> None:
    page.goto(page.url.partition("/why")[0] + "/views")
    assert violations(page) == []
    row = page.locator("#views tr", has_text=name)
    row.locator("input").fill(name + " 2")
    row.locator("[value=rename]").click()
    page.locator("#views th a", has_text=name + " 2").wait_for()
    page.locator("#views tr", has_text=name + " 2").locator("[value=delete]").click()
    page.locator("#views th a", has_text=name + " 2").wait_for(state="detached")


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_name_is_shown_then_added(visit: Open, lang: str) -> None:
    page = visit(f"/{lang}/network")
    page.locator("table th a").first.click()
    page.wait_for_url("**/actors/**")
    assert violations(page) == []
    add = page.locator("#naming [value=add]")
    page.locator("#naming [name=name]").fill("لواء الصنوبر " + ("الأول" if lang == "ar" else "الثاني"))
    assert add.is_disabled()
    page.locator("#naming [value=preview]").click()
    page.locator("#shown p").wait_for()
    assert violations(page) == []
    add.click()
    page.locator("#other-names + p .chip", has_text="لواء الصنوبر").first.wait_for()


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_question_leads_from_the_matrix_to_sentences(visit: Open, lang: str) -> None:
    page = visit(f"/{lang}/question")
    page.locator("tbody th a").first.click()
    page.wait_for_url("**/question?actor=*")
    assert page.locator(".driver .voice").count() > 0
    assert violations(page) == []
    page.locator(".driver .voice a").first.click()
    page.wait_for_url("**/documents/*")
