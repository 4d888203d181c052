"""The page in a real browser: links lead both ways, layers switch, both directions, every width, without script too."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import pytest
from tests.browser.conftest import Show
from tests.report.html.test_page import HOSTILE
from tests.report.sample import TEXT, record

from marsad import Reader
from marsad.model import Record
from marsad.report.html import Pages
from marsad.report.html.article import marks
from marsad.report.outlined import HEADINGS

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

VIEWS = list(product(("ar", "en"), (1400, 420), ("light", "dark")))
ARTICLE = (
    "لماذا يتمسك لواء الفجر بمعبر الصنوبر؟\n\n"
    "هاجم لواء الفجر يوم الثلاثاء حاجزاً للجيش السوري في بلدة بنش، ما أدى إلى مقتل 13 جندياً وإصابة العشرات. "
    "وقال ناشط إن المدفعية قصفت أحياء المدينة رداً على الهجوم.\n\n"
    "أولاً: السيطرة على طريق الإمداد بين حلب وإدلب، فالطريق يدر على اللواء نحو 40 ألف دولار يومياً.\n\n"
    "ثانياً: ربما الضغط على الحكومة السورية للإفراج عن المعتقلين.\n\n"
    "ويتوقع مراقبون أن يعود الجيش إلى المعبر خلال الأسابيع المقبلة. English words (2020-01-14) stand here too.\n"
)


def source(*records: Record, lang: str = "en") -> str:
    pages = Pages(lang)
    return pages.page([pages.part(r, n) for n, r in enumerate(records, 1)], [pages.title(r) for r in records])


@pytest.fixture(scope="module")
def read(reader: Reader) -> Record:
    return reader.read(ARTICLE, published="2020-01-15", title="لماذا يتمسك لواء الفجر بمعبر الصنوبر؟", outlet="وكالة")


def in_view(element: Locator) -> bool:
    """Whether an element is inside the window and inside everything that scrolls around it."""
    return bool(
        element.evaluate(
            """e => { const r = e.getBoundingClientRect();
                 const top = document.elementFromPoint(r.left + r.width / 2, r.top + Math.min(r.height / 2, 12));
                 return !!top && (e.contains(top) || top.contains(e)); }"""
        )
    )


def target(page: Page) -> str:
    return str(page.evaluate("location.hash"))


@pytest.mark.parametrize("width", [1400, 420])
@pytest.mark.parametrize("script", [True, False])
def test_words_lead_to_their_entry_and_an_entry_to_its_words(
    show: Show, read: Record, width: int, script: bool
) -> None:
    page = show(source(read, lang="ar"), width=width, height=500, script=script)
    for item in [m for m in marks(read) if m.layer in ("reasons", "events", "outlooks", "question")]:
        words, entry = page.locator(f"#d1-at-{item.id}"), page.locator(f"#d1-{item.id}")
        page.goto(page.url.partition("#")[0] + f"#d1-at-{item.id}")
        assert in_view(words)
        page.goto(page.url.partition("#")[0] + "#d1-" + item.id)
        assert in_view(entry.locator(".head"))
        entry.locator("a.back").click()
        assert page.url.endswith(f"#d1-at-{item.id}")
        assert in_view(words)


def test_a_click_on_words_shows_the_entry_and_lights_all_words_of_it(show: Show, read: Record) -> None:
    page = show(source(read), height=500)
    words = page.locator("a.m.events").first
    words.click()
    entry = target(page).removeprefix("#")
    assert in_view(page.locator(f"#{entry} .head"))
    lit = page.locator("a.m.lit").evaluate_all("es => es.every(e => e.dataset.of.split(' ').length > 0)")
    assert lit
    assert page.locator(f"a.m.lit[data-of~={entry}]").count() == page.locator(f"a.m[data-of~={entry}]").count()


def test_a_second_click_goes_on_to_the_next_item_of_the_same_words(show: Show) -> None:
    page = show(source(record()))
    words = page.locator("a.m", has_text="اللواء").first
    shared = words.get_attribute("data-of").split()  # type: ignore[union-attr]
    seen = []
    for _ in shared:
        words.click()
        seen.append(target(page).removeprefix("#"))
    assert sorted(seen) == sorted(shared)


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("layer", HEADINGS)
def test_a_layer_can_be_switched_off_and_on(show: Show, layer: str, script: bool) -> None:
    page = show(source(record()), script=script)
    section, words = page.locator(f"section.{layer}"), page.locator(f"a.m.{layer}").first
    look = "e => { const s = getComputedStyle(e); return s.backgroundColor + s.textDecorationColor; }"
    before = words.evaluate(look)
    page.locator(f"#show-{layer}").uncheck()
    assert not section.is_visible()
    assert words.evaluate(look) != before
    page.locator(f"#show-{layer}").check()
    assert section.is_visible()
    assert words.evaluate(look) == before


@pytest.mark.parametrize(("lang", "width", "scheme"), VIEWS)
def test_nothing_sticks_out_and_columns_stand_in_the_order_of_the_language(
    show: Show, read: Record, lang: str, width: int, scheme: str
) -> None:
    long = replace(read, title="كلمة" * 60, source=replace(read.source, path="/a" * 200))
    page = show(source(read, long, lang=lang), width=width, scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    clipped = "es => es.filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.className)"
    assert page.locator(".entry, .head, .facts, article p, header h2").evaluate_all(clipped) == []
    article, explanation = (page.locator(c).first.bounding_box() for c in ("article", ".explanation"))
    assert article
    assert explanation
    if width == 420:
        assert article["y"] + article["height"] <= explanation["y"]
    elif lang == "ar":
        assert explanation["x"] + explanation["width"] <= article["x"]
    else:
        assert article["x"] + article["width"] <= explanation["x"]


def test_light_and_dark_are_told_apart(show: Show) -> None:
    colour = "getComputedStyle(document.body).backgroundColor"
    assert show(source(record())).evaluate(colour) != show(source(record()), scheme="dark").evaluate(colour)


def test_dates_are_not_flipped_between_arabic_words(show: Show, read: Record) -> None:
    page = show(source(read, lang="ar"))
    date = page.locator(".source bdi[dir=ltr]", has_text="2020-01-15").first
    edges = """e => [0, e.firstChild.length - 1].map(n => {
        const r = document.createRange(); r.setStart(e.firstChild, n); r.setEnd(e.firstChild, n + 1);
        return r.getBoundingClientRect().left; })"""
    first, last = date.evaluate(edges)
    assert first < last


def test_letters_stay_joined_where_a_word_is_cut(show: Show, read: Record) -> None:
    """A paragraph is as wide with its links as without: letters at a cut keep their joined forms."""
    page = show(source(read))
    measure = """ps => ps.map(p => {
        const plain = p.cloneNode(false); plain.removeAttribute('id'); plain.textContent = p.textContent;
        for (const e of [p, plain]) { e.style.whiteSpace = 'nowrap'; e.style.contentVisibility = 'visible'; }
        p.after(plain);
        const width = e => {
            const r = document.createRange(); r.selectNodeContents(e); return r.getBoundingClientRect().width; };
        const [cut, whole] = [width(p), width(plain)];
        plain.remove(); return Math.abs(cut - whole); })"""
    page.evaluate("document.querySelectorAll('.also').forEach(e => e.remove())")
    differences = page.locator("article p").evaluate_all(measure)
    assert len(differences) > 3
    assert max(differences) < 1.5


def test_hostile_text_runs_nothing(show: Show) -> None:
    attack = "\n".join(HOSTILE)
    attacked = replace(
        record(), text=TEXT + "\n" + attack, title=attack, source=replace(record().source, outlet=attack)
    )
    page = show(source(attacked))
    page.locator("article").first.hover()
    assert page.locator("article script, article img, article svg").count() == 0
    assert HOSTILE[0] in page.locator("article").inner_text()


def test_the_print_shows_all_of_the_article_and_no_switches(show: Show, read: Record) -> None:
    page = show(source(read), height=300, scheme="dark")
    page.emulate_media(media="print")
    assert not page.locator(".layers").is_visible()
    article = page.locator("article")
    assert article.evaluate("e => e.scrollHeight <= e.clientHeight + 1")
    ink = "getComputedStyle(document.querySelector('article')).color"
    assert sum(map(int, page.evaluate(ink).removeprefix("rgb(").rstrip(")").split(","))) < 200
    assert page.pdf()[:4] == b"%PDF"


def test_what_the_keyboard_reaches_shows_where_it_is(show: Show) -> None:
    page = show(source(record()))
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert not page.locator("#show-reasons").is_checked()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_a_megabyte_of_text_opens_and_its_links_lead(show: Show, read: Record) -> None:
    length = len(read.text)
    copies = 1_000_000 // length

    def shifted(name: str) -> tuple[object, ...]:
        return tuple(
            replace(item, start=item.start + n * length, end=item.end + n * length,
                    **({"id": f"{item.id}x{n}"} if hasattr(item, "id") else {}))
            for n in range(copies) for item in getattr(read, name)
        )  # fmt: skip

    layers = ("sentences", "places", "times", "actors", "quantities", "statements")
    whole = replace(read, text=read.text * copies, **{name: shifted(name) for name in layers})  # type: ignore[arg-type]
    page = show(source(whole))
    last = f"s1x{copies - 1}"
    page.goto(page.url + f"#d1-at-{last}")
    assert in_view(page.locator(f"#d1-at-{last}"))
    page.locator(f"#d1-at-{last}").click()
    assert in_view(page.locator(f"#d1-{last} .head"))
