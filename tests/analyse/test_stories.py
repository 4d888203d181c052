"""Stories: what several documents tell of one event, with what they contradict each other in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from marsad.analyse.links import groups_by_item
from marsad.analyse.stories import Figures, Story, _figures, stories
from marsad.analyse.timeline import timeline
from marsad.case import Case
from marsad.model import Count


@pytest.fixture
def told(case: Case) -> list[Story]:
    return stories(case.events(), groups_by_item(case))


@pytest.fixture
def market(told: list[Story]) -> Story:
    return next(
        story for story in told if any(report.document.id == "n1" for report in story.reports if story.origins > 2)
    )


def test_reports_stand_beside_each_other(market: Story) -> None:
    assert {"n1", "n2", "n3", "n9"} <= {report.document.id for report in market.reports}
    assert (market.date, market.type) == ("2021-03-04", "bombing")
    assert market.outlets == ("أ", "ب", "ج", "د")


def test_figures_keep_their_range_and_contradiction(market: Story) -> None:
    assert (market.killed.low, market.killed.high) == (7, 10)
    assert "killed" in market.contradictions
    assert "date" not in market.contradictions


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([], Figures(None, None, True)),
        ([None, Count(13, 13)], Figures(13, 13, True)),
        ([Count(13, 13), Count(20, None)], Figures(13, 20, False)),
        ([Count(10, None), Count(14, 14)], Figures(10, 14, True)),
        ([Count(None, 29), Count(30, 30)], Figures(30, 30, False)),
    ],
)
def test_figures_over_reports(counts: list[Count | None], expected: Figures) -> None:
    assert _figures(counts) == expected


def test_each_report_is_told_once(case: Case, told: list[Story]) -> None:
    items = [report.item for story in told for report in story.reports]
    assert sorted(items) == sorted(answer.item for answer in case.events())


def test_copies_count_as_one_origin(told: list[Story]) -> None:
    for story in told:
        assert story.origins == len({report.document.origin for report in story.reports})


def test_timeline_counts_an_event_once(told: list[Story], market: Story) -> None:
    days = {period.period: period for period in timeline([(market.summary, len(market.reports))], "day")}
    assert list(days) == ["2021-03-04"]
    assert (days["2021-03-04"].events, days["2021-03-04"].reports) == (1, len(market.reports))
    assert (days["2021-03-04"].killed_low, days["2021-03-04"].killed_high) == (7, 10)
    months = timeline([(story.summary, len(story.reports)) for story in told], "month")
    assert sum(period.events for period in months) == len(told)
    assert [p.period for p in months if p.period] == sorted(p.period for p in months if p.period)


def test_tolls_of_a_war_are_not_added_to_those_of_a_day(market: Story) -> None:
    war = replace(market.summary, killed_low=40_000, killed_high=40_000)
    (day,) = timeline([(market.summary, 4), (war, 2)], "day")
    assert (day.events, day.killed_low, day.killed_high, day.totals) == (2, 7, 10, 1)
