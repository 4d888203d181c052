"""A look at a page's bytes: no Arabic page is passed over, in whatever encoding; pages of other scripts are."""

from __future__ import annotations

import io

import pytest
from tests.conftest import ARTICLE

from marsad.ingest import Ingest
from marsad.ingest.skim import Skim, may_be_arabic
from marsad.model import Document

PAGE = "<html><head><title>{0}</title></head><body><article><p>{0}</p><p>{0}</p></article></body></html>"
RUSSIAN = "Власти города сообщили о ремонте дороги и моста через реку. " * 20


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "iso8859-6", "utf-16", "utf-16-le", "utf-16-be"])
def test_arabic_pages_are_parsed(encoding: str) -> None:
    assert may_be_arabic(PAGE.format(ARTICLE.replace("،", " ")).encode(encoding))


def test_a_page_of_entities_is_parsed() -> None:
    assert may_be_arabic(PAGE.format(ARTICLE).encode("ascii", "xmlcharrefreplace"))


@pytest.mark.parametrize("text", ["The mayor spoke about the bridge. " * 40, "Le général a été là. " * 60, RUSSIAN])
def test_other_pages_are_passed_over(text: str) -> None:
    assert not may_be_arabic(PAGE.format(text).encode())


def test_pages_of_an_archive_that_are_passed_over_are_counted() -> None:
    def record(page: str) -> bytes:
        body = PAGE.format(page).encode()
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://e.example/\r\nContent-Length: {len(block)}"
        return head.encode() + b"\r\n\r\n" + block + b"\r\n\r\n"

    skim = Skim()
    archive = io.BytesIO(record(RUSSIAN) + record(ARTICLE) + record("Nothing new. " * 50))
    found = list(Ingest(skim=skim).read_stream(archive, "pages.warc"))
    assert ([type(item) for item in found], skim.passed_over) == ([Document], 2)
