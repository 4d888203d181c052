"""The reader in a real browser: words and entries, review by keyboard under any layout, correcting, adding."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.workbench.conftest import Open, Served, violations

import marsad

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

OPEN = ".entry[aria-current]"


def opened(page: Page) -> Locator:
    """The entry that is open, when its part on review has come."""
    page.locator(f"{OPEN} > .item").wait_for()
    return page.locator(OPEN)


def press(page: Page, code: str) -> None:
    """A key where it is on the keyboard, with the letter that an Arabic layout writes there."""
    letter = {"KeyJ": "ت", "KeyK": "ن", "KeyA": "ش", "KeyR": "ق", "KeyE": "ث", "KeyU": "ع", "KeyC": "ؤ"}[code]
    page.evaluate(
        "([code, key]) => document.activeElement.dispatchEvent("
        "new KeyboardEvent('keydown', {code, key, bubbles: true, cancelable: true}))",
        [code, letter],
    )


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_review_by_keyboard_under_an_arabic_layout(visit: Open, served: Served, lang: str) -> None:
    number = {"ar": 4, "en": 5}[lang]
    page = visit(f"/{lang}/documents/{number}")
    press(page, "KeyJ")
    first = opened(page).get_attribute("id")
    press(page, "KeyJ")
    page.wait_for_function("id => document.querySelector('.entry[aria-current]')?.id !== id", arg=first)
    press(page, "KeyK")
    page.wait_for_function("id => document.querySelector('.entry[aria-current]')?.id === id", arg=first)
    opened(page)
    press(page, "KeyA")
    page.locator(f"{OPEN} .state.accepted").wait_for()
    opened(page)
    press(page, "KeyR")
    page.locator(f"{OPEN} .state.rejected").wait_for()
    opened(page)
    press(page, "KeyU")
    page.locator(f"{OPEN} .state.accepted").wait_for()
    opened(page)
    press(page, "KeyE")
    assert page.evaluate("document.activeElement.name") == "field"
    page.keyboard.press("Escape")
    assert not page.locator(f"{OPEN} .correcting").is_visible()
    assert violations(page) == []
    with marsad.open_case(served.case) as case:
        assert [d.action for d in case.history(number)] == ["accept", "reject", "undo"]


def test_words_lead_to_their_entry_and_on_to_the_next(visit: Open) -> None:
    page = visit("/en/documents/3")
    words = page.locator("article a.m.reasons.actors").first
    seen = set()
    for _ in range(2):
        words.click()
        page.wait_for_load_state("networkidle")
        seen.add(opened(page).get_attribute("id"))
    assert len(seen) == 2
    assert page.locator("article .m.lit").count() > 0


def test_an_entry_leads_to_its_words(visit: Open) -> None:
    page = visit("/ar/documents/3", height=500)
    page.locator(".layer.outlooks .entry .back").last.click()
    opened(page)
    seen = "e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; }"
    assert page.locator("article .m.lit").first.evaluate(seen)


def test_a_correction_shows_the_machine_s_value_beside_the_person_s(visit: Open) -> None:
    page = visit("/en/documents/6")
    page.locator(".layer.events .entry .name").first.click()
    form = opened(page).locator(".correcting")
    opened(page).locator("[data-act=correct]").click()
    form.locator("[name=field]").select_option("killed")
    form.locator("[data-bound=min]").locator("visible=true").fill("6")
    form.locator("[data-bound=max]").locator("visible=true").fill("9")
    form.locator("[name=comment]").fill("<b>as counted</b>")
    form.locator("[type=submit]").click()
    page.locator(f"{OPEN} .state.corrected").wait_for()
    assert opened(page).locator("ins").inner_text() == "6 to 9"
    assert "<b>as counted</b>" in opened(page).locator(".history").inner_text()
    assert violations(page) == []
    opened(page).locator("[data-undo]").first.click()
    page.locator(f"{OPEN} .state.corrected").wait_for(state="detached")


def test_a_comment_is_kept(visit: Open) -> None:
    page = visit("/ar/documents/7")
    page.keyboard.press("j")
    opened(page)
    page.keyboard.press("c")
    page.keyboard.type("انظر الوثيقة التالية")
    page.locator(f"{OPEN} .commenting [type=submit]").click()
    page.locator(f"{OPEN} .history q", has_text="انظر الوثيقة التالية").wait_for()


def test_what_was_missed_is_added_from_its_words(visit: Open, served: Served) -> None:
    page = visit("/en/documents/8")
    page.evaluate(
        """() => { const s = document.querySelector('#d1-sentence-3'), walker = document.createTreeWalker(s, 4);
             const text = walker.nextNode(); const range = document.createRange();
             range.setStart(text, 0); range.setEnd(text, Math.min(5, text.length));
             getSelection().removeAllRanges(); getSelection().addRange(range); }"""
    )
    page.locator("#marking button").click()
    words = page.locator("#adding-words").inner_text()
    page.locator("#adding [name=layer]").select_option("places")
    page.locator("#adding [data-types=places] select").select_option("village")
    assert violations(page) == []
    page.locator("#adding button[value=add]").click()
    page.locator(f"{OPEN} .state.added").wait_for()
    with marsad.open_case(served.case) as case:
        item = next(e.value for e in case.items(8) if e.state == "added")
    assert item["text"] == words


def test_a_layer_can_be_switched_off(visit: Open) -> None:
    page = visit("/en/documents/3")
    page.locator("#show-reasons").uncheck()
    assert not page.locator(".layer.reasons").is_visible()
    page.keyboard.press("j")
    assert "reasons" not in (opened(page).get_attribute("class") or "")


def test_documents_are_added_by_paste_and_file(visit: Open, served: Served) -> None:
    page = visit("/en/add")
    page.locator("[name=text]").fill(
        "قصفت المدفعية قرية التين يوم الاثنين وقتلت رجلين، بحسب أهالي القرية الذين فروا منها."
    )
    page.locator("[name=file]").set_input_files(
        [
            {
                "name": "a.txt",
                "mimeType": "text/plain",
                "buffer": "سيطر المقاتلون على تلة الزعتر يوم الأحد بعد اشتباكات عنيفة.".encode(),
            },
            {"name": "../../b.xyz", "mimeType": "text/plain", "buffer": b"\x00\x01"},
        ]
    )
    page.locator("[name=published]").fill("2020-05-02")
    page.locator("#add [type=submit]").click()
    page.locator("#outcome .added", has_text="added: 2").wait_for(timeout=60_000)
    assert "b.xyz" in page.locator("#faults").inner_text()
    page.locator("#state a").first.click()
    page.wait_for_url("**/documents/2*")
    assert "2020-05-02" in page.locator("main").inner_text()
