"""Why an actor has to do with a place: what is gathered belongs to both, and adds up."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from marsad.analyse.focus import DAYS, Focus, focus, pairs
from marsad.case import Case
from marsad.case.selection import EVERYTHING


@pytest.fixture
def asked(case: Case) -> tuple[str, str]:
    cell = pairs(case, EVERYTHING, 5)[0]
    key, place = (cell.actor and cell.actor.key), (cell.place and cell.place.id)
    assert key
    assert place
    return key, place


@pytest.fixture
def found(case: Case, asked: tuple[str, str]) -> Focus:
    return focus(case, *asked)


def test_reasons_are_those_of_the_actor(found: Focus, asked: tuple[str, str]) -> None:
    assert found.voices
    assert {voice.actor and voice.actor.key for voice in found.voices} == {asked[0]}
    assert sum(len(driver.voices) for driver in found.drivers) == len(found.voices)
    for counts in (found.drivers, found.sayers):
        assert sum(one.firm + one.hedged + one.denied for one in counts) == len(found.voices)


def test_what_supports_a_reason_stands_in_its_document(case: Case, found: Focus) -> None:
    told = {voice.document for voice in found.voices}
    supported = {item for voice in case.reasons() for item in voice.value.supports}
    assert {support.document for support in found.supports} <= told
    assert {support.item.partition(":")[2] for support in found.supports} <= supported
    assert all(support.words in support.text for support in found.supports)


def test_some_reason_of_the_case_has_support(case: Case) -> None:
    cells = [
        (cell.actor.key or "", cell.place.id or "") for cell in pairs(case, EVERYTHING, 99) if cell.actor and cell.place
    ]
    assert any(focus(case, *cell).supports for cell in cells)


def test_events_are_counted_around_the_day_of_each_article(found: Focus) -> None:
    assert {article.document for article in found.articles} == {v.document for v in found.voices}
    for article in found.articles:
        if article.before is None:
            continue
        day = date.fromisoformat(article.published or "")
        after = [
            event
            for event in found.there.events
            if event.since
            and event.until
            and day.isoformat() < event.since
            and event.until <= (day + timedelta(DAYS)).isoformat()
        ]
        assert article.after == len(after)
        assert (article.own_before or 0) <= article.before


def test_outlooks_and_denials_come_from_the_same_articles(found: Focus) -> None:
    documents = {article.document for article in found.articles}
    assert {answer.document.number for answer in (*found.outlooks, *found.denials)} <= documents


def test_nobody_has_no_reasons(case: Case, asked: tuple[str, str]) -> None:
    empty = focus(case, "nobody_of_this_name", asked[1])
    assert (empty.voices, empty.articles, empty.outlooks, empty.own.events) == ((), (), (), ())
