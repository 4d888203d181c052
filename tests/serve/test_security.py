"""Who gets in, what may be asked, and what every answer says to the browser."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from marsad.serve.pages import PAGES
from marsad.serve.security import HEADERS
from marsad.serve.settings import Settings

PLACES = ["/", *(f"/{lang}{page.path}" for page in PAGES if page.path for lang in ("ar", "en"))]


@pytest.mark.parametrize("path", PLACES)
def test_nothing_is_shown_without_the_token(stranger: TestClient, path: str) -> None:
    assert stranger.get(path).status_code == 403


def test_a_wrong_token_opens_nothing(stranger: TestClient) -> None:
    answer = stranger.get("/?token=wrong")
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_the_token_gives_a_session_and_leaves_the_address(stranger: TestClient, settings: Settings) -> None:
    answer = stranger.get(f"/en/?token={settings.token}&a=1")
    assert (answer.status_code, answer.headers["location"]) == (303, "/en/?a=1")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert settings.token not in cookie
    assert stranger.get("/en/").status_code == 200


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example", "///evil.example"])
def test_the_token_leads_to_no_other_machine(stranger: TestClient, settings: Settings, path: str) -> None:
    answer = stranger.get(f"{path}?token={settings.token}")
    location = answer.headers.get("location", "/")
    assert location.startswith("/")
    assert location[1:2] not in ("/", "\\")


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8040", "127.0.0.1:9", "127.0.0.1", ""])
def test_another_host_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/en/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("path", [*PLACES, "/en/nothing", "/static/0/workbench.css"])
def test_every_answer_carries_the_headers(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_the_policy_allows_no_inline_script_or_style() -> None:
    policy = HEADERS["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(client: TestClient, method: str) -> None:
    assert client.request(method, "/en/").status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "../app.py",
        "..%2fapp.py",
        "%2e%2e/app.py",
        "/etc/passwd",
        "js/../../app.py",
        "....//app.py",
        "js",
        "nothing.css",
    ],
)
def test_no_path_leads_out_of_the_static_files(client: TestClient, path: str) -> None:
    version = client.get("/en/").text.partition("/static/")[2].partition("/")[0]
    assert client.get(f"/static/{version}/workbench.css").status_code == 200
    answer = client.get(f"/static/{version}/{path}")
    assert answer.status_code in (404, 403)
    assert "import" not in answer.text


def test_a_password_is_asked_for_before_any_page(guarded: TestClient) -> None:
    assert guarded.get("/en/").headers["location"] == "/login"
    assert guarded.get("/login").status_code == 200
    assert guarded.post("/login", data={"password": "حصن-72-نخلة"}).status_code == 303
    assert guarded.get("/en/").status_code == 200


def test_a_wrong_password_opens_nothing(guarded: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("marsad.serve.login._PAUSE", 0)
    assert guarded.post("/login", data={"password": "حصن"}).status_code == 403
    assert guarded.get("/en/").headers["location"] == "/login"


def test_the_password_is_not_taken_from_another_site(guarded: TestClient) -> None:
    answer = guarded.post("/login", data={"password": "حصن-72-نخلة"}, headers={"origin": "http://evil.example"})
    assert answer.status_code == 403
    assert guarded.get("/en/").headers["location"] == "/login"
