"""Hostile texts, names, titles and requests: shown as text, and without what could reorder the page."""

from __future__ import annotations

from pathlib import Path

import lxml.etree
import lxml.html
import pytest
from starlette.testclient import TestClient
from tests.report.html.test_page import HOSTILE

import marsad
from marsad.model import Document
from marsad.serve.settings import Settings

BIDI = "\u202e\u202d\u2066\u2067\u2068\u2069\u202a"
ATTACKS = (
    *HOSTILE,
    f"{BIDI}قلب{BIDI}",
    "{{ 7*7 }}{% for x in y %}",
    "';DROP TABLE document;--",
    "</script><script>alert(1)</script>",
)
PAGES = (
    "/",
    "/documents",
    "/documents/5",
    "/search?q=مدفع",
    "/search?q=<script>alert(1)</script>",
    "/documents?outlet=<img%20src=x>",
)


@pytest.fixture
def attacked(client: TestClient, case_path: Path, reader: marsad.Reader) -> TestClient:
    """The workbench on a case whose newest document is hostile in every field."""
    attack = " ".join(ATTACKS)
    text = f"قصف مدفع بلدة بنش يوم الاثنين {attack} ما أدى إلى مقتل ثلاثة.\n{attack}"
    document = Document(
        "<b onmouseover=alert(1)>\u202eid", text, attack, outlet=attack, published="2020-01-02", original=b"x",
        path="\"><script>alert(2)</script>", url="javascript:alert(3)", sha256="0" * 64,
    )  # fmt: skip
    with marsad.open_case(case_path, write=True) as case:
        case.store(reader.read_document(document), b"x")
    return client


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_nothing_of_a_document_is_markup_or_reorders(attacked: TestClient, lang: str, path: str) -> None:
    harmless(attacked.get(f"/{lang}{path}").text)


def harmless(page: str) -> None:
    """Asserts that a page holds only elements and addresses of its own, and nothing that reorders it."""
    root = lxml.html.document_fromstring(page)
    for element in root.iter(lxml.etree.Element):
        assert element.tag not in ("img", "iframe", "object", "embed", "style", "base")
        assert not [name for name in element.attrib if name.startswith("on") or name == "style"]
        for name in ("href", "src", "action"):
            assert element.get(name, "/").startswith(("/", "#", "http://127.0.0.1:8040/"))
        assert element.tag != "script" or element.get("src", "").startswith("/static/")
    assert not set(page) & set(BIDI)
    assert "{{ 7*7 }}" in page or "49" not in page


def test_a_hostile_comment_is_text(attacked: TestClient) -> None:
    comment = " ".join(ATTACKS)
    sent = {"action": "comment", "items": ["e1"], "comment": comment}
    assert attacked.post("/en/documents/1/review", json=sent).status_code == 200
    for path in ("/en/documents/1", "/en/documents/1/items/e1"):
        page = attacked.get(path).text
        assert "&lt;script&gt;alert" in page
        harmless(page)


@pytest.mark.parametrize("header", ["", "wrong", "\u0661"])
def test_a_change_without_the_csrf_token_is_refused(client: TestClient, header: str) -> None:
    headers = {"x-csrf-token": header.encode()}
    answer = client.post("/en/documents/1/review", json={"action": "accept", "items": ["e1"]}, headers=headers)
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_change_from_another_site_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    answer = client.post("/en/documents/1/review", json={"action": "accept", "items": ["e1"]}, headers=headers)
    assert answer.status_code == 403


def test_reading_changes_nothing(client: TestClient, case_path: Path) -> None:
    assert client.get("/en/documents/1/review?action=accept&items=e1").status_code in (404, 405)
    with marsad.open_case(case_path) as case:
        assert case.history() == []


@pytest.mark.parametrize("told", [True, False])
def test_too_large_an_upload_is_refused(client: TestClient, settings: Settings, told: bool) -> None:
    body = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n' + b"a" * settings.upload
    content = body if told else (body[n : n + 65_536] for n in range(0, len(body), 65_536))
    answer = client.post("/en/add", content=content, headers={"content-type": "multipart/form-data; boundary=x"})
    assert answer.status_code == 413


def test_too_large_a_decision_is_refused(client: TestClient) -> None:
    sent = {"action": "comment", "items": ["e1"], "comment": "a" * 200_000}
    assert client.post("/en/documents/1/review", json=sent).status_code == 413


@pytest.mark.parametrize("length", ["-1", "x", "9" * 30])
def test_a_length_that_is_none_is_refused(client: TestClient, length: str) -> None:
    assert client.post("/en/add", content=b"", headers={"content-length": length}).status_code in (400, 413)
