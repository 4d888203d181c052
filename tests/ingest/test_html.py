"""Saved web pages: the article and what the page says of itself."""

from __future__ import annotations

import pytest
from tests.conftest import ARTICLE

from marsad.ingest.html import read_html

PARAGRAPHS = "".join(f"<p>{ARTICLE} ({n})</p>" for n in range(4))
PAGE = """<html lang="ar"><head><meta charset="{charset}"><title>قصف على بنش - موقع زيتون</title>{head}</head>
<body><nav><a href="/">الرئيسية</a><a href="/s">رياضة</a></nav><article><h1>قصف على بنش</h1>{body}</article>
<script>var تتبع = "سري";</script><footer>جميع الحقوق محفوظة</footer></body></html>"""


def page(head: str = "", body: str = PARAGRAPHS, charset: str = "utf-8") -> bytes:
    return PAGE.format(head=head, body=body, charset=charset).encode(charset)


def test_the_article_is_read_without_scripts_and_navigation() -> None:
    (found,) = read_html(page())
    assert found.text.count(ARTICLE) == 4
    assert "سري" not in found.text
    assert "رياضة" not in found.text
    assert found.title == "قصف على بنش"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2020-01-15T21:00:00+03:00">', "2020-01-15"),
        ('<meta itemprop="datePublished" content="2020-01-15">', "2020-01-15"),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2020-01-15"}</script>',
            "2020-01-15",
        ),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": ["WebPage", "Article"],'
            ' "datePublished": "2020-01-15T00:00:00Z"}]}</script>',
            "2020-01-15",
        ),
        ('<meta name="date" content="10 أيلول 2018">', None),
        ('<script type="application/ld+json">{broken</script>', None),
        ("", None),
    ],
)
def test_only_a_date_that_the_page_states_is_taken(head: str, published: str | None) -> None:
    (found,) = read_html(page(head))
    assert (found.published, found.published_basis) == (published, "metadata")


def test_a_marked_time_element_is_the_date_and_several_unmarked_ones_are_not() -> None:
    (marked,) = read_html(page(body='<time datetime="2020-01-15" pubdate>أمس</time>' + PARAGRAPHS))
    assert marked.published == "2020-01-15"
    two = '<time datetime="2020-01-15">أمس</time><time datetime="2019-01-01">قبل عام</time>'
    (unmarked,) = read_html(page(body=two + PARAGRAPHS))
    assert unmarked.published is None


def test_the_outlet_and_address_come_from_the_page() -> None:
    head = '<meta property="og:site_name" content="زيتون برس"><link rel="canonical" href="https://example.org/1">'
    (found,) = read_html(page(head))
    assert (found.outlet, found.url) == ("زيتون برس", "https://example.org/1")


def test_a_page_in_an_arabic_code_page_is_read() -> None:
    (found,) = read_html(page(charset="windows-1256"))
    assert found.text.count(ARTICLE) == 4
    assert found.encoding == "windows-1256"
