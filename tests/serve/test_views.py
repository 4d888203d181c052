"""The analysis pages: they answer in both languages, keep their filters, and lead to what they count."""

from __future__ import annotations

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

import marsad
from marsad.analyse.links import are_fresh
from marsad.analyse.listing import count_events, counts_by_period, counts_by_type, listed_events, told_story
from marsad.analyse.whereabouts import whereabouts
from marsad.case import Case
from marsad.case.selection import Selection
from marsad.serve.settings import Settings

PAGES = ("why", "events", "map", "timeline", "network", "question", "compare")


@pytest.fixture
def case(settings: Settings) -> Case:
    return marsad.open_case(settings.case)


def links(page: str, part: str) -> list[str]:
    """The addresses of a page's links that hold a part."""
    return [unescape(href) for href in re.findall(r'href="([^"]*)"', page) if part in href]


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("name", PAGES)
def test_pages_answer_in_both_languages(client: TestClient, name: str, lang: str) -> None:
    answer = client.get(f"/{lang}/{name}")
    assert answer.status_code == 200
    assert f'lang="{lang}"' in answer.text
    assert 'aria-current="page"' in answer.text


@pytest.mark.parametrize("name", PAGES)
def test_filters_that_nothing_fits_tell_so(client: TestClient, name: str) -> None:
    answer = client.get(f"/en/{name}?actor=nobody_of_this_name&one=x&other=y")
    assert answer.status_code == 200
    assert 'class="card empty"' in answer.text


@pytest.mark.parametrize(
    "query", ["since=never", "by=nothing", "order=nothing", "page=-3", "page=99999999999999", "type=x"]
)
@pytest.mark.parametrize("name", PAGES)
def test_values_that_no_form_sends_do_no_harm(client: TestClient, name: str, query: str) -> None:
    assert client.get(f"/en/{name}?{query}").status_code == 200


def test_a_cell_of_the_matrix_opens_its_sentences(client: TestClient) -> None:
    cells = links(client.get("/ar/why").text, "cell=")
    assert cells
    opened = client.get(cells[0].partition("#")[0]).text
    assert 'id="cell"' in opened
    assert "<mark>" in opened


def test_an_event_shows_its_reports(client: TestClient, case: Case) -> None:
    page = client.get("/en/events").text
    groups = links(page, "/en/events/")
    assert len(groups) == min(50, count_events(case))
    told = client.get(groups[0])
    assert told.status_code == 200
    assert 'class="reports"' in told.text
    assert client.get("/en/events/g000000000000").status_code == 404


def test_linking_from_the_page(client: TestClient, settings: Settings) -> None:
    assert "data-link=" in client.get("/en/events").text
    answer = client.post("/en/events/link", json={})
    assert answer.status_code == 200
    with marsad.open_case(settings.case) as case:
        assert are_fresh(case)
    assert "data-link=" not in client.get("/en/events").text


def test_the_map_leads_to_the_events_of_a_place(client: TestClient, case: Case) -> None:
    spot = whereabouts(case).spots[0]
    found = client.get(f"/en/events?place={spot.id}").text
    assert links(client.get("/en/map").text, f"place={spot.id}")
    assert links(found, "/en/events/")


def test_each_event_is_listed_once(case: Case) -> None:
    rows = listed_events(case, limit=1000)
    assert len(rows) == len({row.group for row in rows}) == count_events(case)
    assert sum(row.reports for row in rows) == len(case.events()) == sum(counts_by_type(case).values())
    assert sum(counts_by_period(case).values()) <= len(rows)
    first, rest = listed_events(case, limit=3), listed_events(case, limit=3, offset=3)
    assert [row.group for row in (*first, *rest)] == [row.group for row in rows[:6]]


def test_a_listed_event_can_be_told(case: Case) -> None:
    for row in listed_events(case):
        story = told_story(case, row.group)
        assert story is not None
        assert (len(story.reports), story.origins) == (row.reports, row.origins)
    assert told_story(case, "i1") is None
    assert told_story(case, "x") is None


def test_filters_narrow_the_list(case: Case) -> None:
    for row in listed_events(case, Selection(types=("shelling",))):
        assert row.type == "shelling"


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_question_is_answered_from_the_list_of_questions(client: TestClient, lang: str) -> None:
    asked = links(client.get(f"/{lang}/question").text, "/question?actor=")
    assert asked
    page = client.get(asked[0]).text
    for part in ("given", "says", "expected", "around"):
        assert f'id="{part}"' in page
    assert "<mark>" in page


def test_the_matrix_and_the_map_lead_to_questions(client: TestClient) -> None:
    cells = links(client.get("/en/why").text, "cell=")
    opened = (client.get(cell.partition("#")[0]).text for cell in cells)
    assert any(links(page, "/en/question?actor=") for page in opened)
    assert links(client.get("/en/map").text, "/en/question?place=")


def test_a_tie_opens_its_sentences(client: TestClient) -> None:
    ties = links(client.get("/en/network").text, "tie=")
    assert ties
    page = client.get(ties[0].partition("#")[0]).text
    assert 'id="tie"' in page
    assert links(page, "#d1-sentence-")


def test_the_list_of_a_stretch_of_time_is_a_part_of_the_page(client: TestClient) -> None:
    whole, part = (client.get(f"/en/events/rows{query}").text for query in ("", "?since=2100-01-01"))
    assert "<html" not in whole
    assert links(whole, "/en/events/")
    assert 'class="card empty"' in part
