"""What a person keeps or adds from the workbench: views, names of actors; warnings of how documents were read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.serve.conftest import ADDRESS
from tests.serve.test_views import links

import marsad
from marsad.case.views import saved_views
from marsad.serve.app import workbench
from marsad.serve.settings import Settings
from marsad.tables.actors import read_actors

NAME = "سرايا الزيتون"


@pytest.fixture
def owner(settings: Settings, tmp_path: Path) -> Iterator[TestClient]:
    """A browser of somebody whose folder of tables is not there yet."""
    with TestClient(workbench(replace(settings, own=tmp_path / "own")), base_url=ADDRESS) as client:
        page = client.get(f"/en/?token={settings.token}").text
        client.headers["x-csrf-token"] = page.partition('name="csrf" content="')[2].partition('"')[0]
        yield client


@pytest.fixture
def actor(owner: TestClient) -> str:
    """The address of an actor's page that the matrix of reasons leads to."""
    return links(owner.get("/en/why").text, "/en/actors/")[0]


def test_a_view_is_saved_renamed_opened_and_deleted(client: TestClient, settings: Settings) -> None:
    asked = "/en/events?type=shelling&order=newest"
    assert client.post("/en/views", json={"name": "قصف <b>", "address": asked}).status_code == 200
    assert "/ar/events?type=shelling&order=newest" in links(client.get("/ar/").text, "/ar/events")
    assert "<b>" not in client.get("/ar/views").text
    assert client.post("/en/views/rename", json={"name": "قصف <b>", "new": " قصف  آخر "}).status_code == 200
    with marsad.open_case(settings.case) as case:
        assert saved_views(case.database) == {"قصف آخر": "/events?type=shelling&order=newest"}
    assert client.post("/en/views/delete", json={"name": "قصف آخر"}).status_code == 200
    assert 'class="card empty"' in client.get("/en/views").text


@pytest.mark.parametrize(
    ("path", "given", "status"),
    [
        ("", {"name": "", "address": "/en/map"}, 400),
        ("", {"name": "x" * 81, "address": "/en/map"}, 404),
        ("", {"name": "x", "address": "//elsewhere.example/"}, 400),
        ("", {"name": "x", "address": "javascript:alert(1)"}, 400),
        ("", {"name": "x", "address": "/" + "x" * 3000}, 404),
        ("/rename", {"name": "none", "new": "y"}, 404),
        ("/delete", {"name": "none"}, 404),
        ("/delete", {"name": 7}, 400),
    ],
)
def test_what_is_no_view_is_refused(client: TestClient, path: str, given: dict[str, object], status: int) -> None:
    assert client.post(f"/en/views{path}", json=given, headers={"accept": "application/json"}).status_code == status


def test_two_views_of_one_name_are_refused(client: TestClient) -> None:
    for name in ("a", "b"):
        client.post("/en/views", json={"name": name, "address": f"/en/map?place={name}"})
    assert client.post("/en/views/rename", json={"name": "a", "new": "b"}).status_code == 404


def test_a_name_is_previewed_then_added_to_the_tables_and_the_case(
    owner: TestClient, actor: str, settings: Settings, tmp_path: Path
) -> None:
    key = actor.rpartition("/")[2]
    seen = owner.post(f"{actor}/preview", json={"name": NAME}).json()
    assert seen == {"faults": [], "changes": 0, "lines": []}
    assert not (tmp_path / "own").exists()
    added = owner.post(f"{actor}/alias", json={"name": NAME, "here": True})
    assert added.status_code == 200
    rows, faults = read_actors(Path(added.json()["written"]))
    assert (faults, [row.key for row in rows]) == ([], [key])
    assert NAME in rows[0].names
    assert NAME in owner.get(actor).text
    with marsad.open_case(settings.case) as case:
        assert [(d.action, d.value) for d in case.history()] == [("alias", key)]
    record = marsad.Reader(tmp_path / "own").read(f"هاجمت {NAME} حاجزاً قرب بلدة الزهراء وقتلت جنديين.")
    assert key in {mention.key for mention in record.actors}


def test_the_preview_tells_what_would_change(owner: TestClient, actor: str, settings: Settings) -> None:
    key = actor.rpartition("/")[2]
    with marsad.open_case(settings.case) as case:
        ((name,),) = case.query(
            "SELECT text FROM party WHERE role = 'mention' AND key <> ? AND type <> 'person' LIMIT 1", key
        )
    seen = owner.post(f"{actor}/preview", json={"name": name}).json()
    assert seen["changes"] > 0
    assert seen["lines"][0]["told"]


def test_a_name_of_another_actor_is_refused(owner: TestClient, actor: str, tmp_path: Path) -> None:
    assert owner.post(f"{actor}/preview", json={"name": "حركة حماس"}).json()["faults"]
    assert owner.post(f"{actor}/alias", json={"name": "حركة حماس"}).status_code == 400
    assert not (tmp_path / "own").exists()


@pytest.mark.parametrize("name", ["", " ", "x" * 121])
def test_what_is_no_name_is_refused(owner: TestClient, actor: str, name: str) -> None:
    assert owner.post(f"{actor}/alias", json={"name": name}).status_code == 400


def test_without_a_folder_nothing_is_written(client: TestClient) -> None:
    actor = links(client.get("/en/why").text, "/en/actors/")[0]
    assert client.post(f"{actor}/alias", json={"name": NAME}).status_code == 400


def test_private_persons_have_no_page(client: TestClient, settings: Settings) -> None:
    with marsad.open_case(settings.case, write=True) as case:
        case.database.run("UPDATE party SET key = 'somebody_private', type = 'person' WHERE role = 'speaker'")
    assert client.get("/en/actors/somebody_private").status_code == 404
    assert client.get("/en/actors/nobody").status_code == 404


def test_warnings_are_listed_with_their_documents(
    client: TestClient, settings: Settings, reader: marsad.Reader
) -> None:
    record = reader.read(
        "أعلن ناطق باسم البلدية افتتاح السوق \u202eالجديد\u202c في القرية بعد أسابيع من العمل.", id="signs"
    )
    with marsad.open_case(settings.case, write=True) as case:
        number = case.store(record, b"").number
    page = client.get("/en/warnings").text
    assert 'id="bidi-override"' in page
    assert f"/en/documents/{number}" in links(page, "/documents/")
    assert links(client.get("/en/").text, "/en/warnings#bidi-override")
