"""Answers that the case holds ready are those that are made of the items."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

import marsad
from marsad.analyse.links import are_fresh, groups_by_item
from marsad.analyse.stories import stories
from marsad.analyse.told import told_stories
from marsad.case import Case
from marsad.case.answers import told_events
from marsad.case.selection import EVERYTHING, Selection

SELECTIONS = (
    EVERYTHING, Selection(outlets=("أ",)), Selection(place="بعقوبة"), Selection(since="2021-03-05"),
    Selection(types=("bombing",), outlets=("ج", "د")),
)  # fmt: skip


@pytest.fixture
def decided(case_file: Path, tmp_path: Path) -> Iterator[Case]:
    """The case with decisions that nobody has linked yet."""
    path = tmp_path / "copy.marsad"
    shutil.copy(case_file, path)
    with marsad.open_case(path, write=True) as case:
        first, second, *_ = case.events()
        case.reject(first.reference, "layla")
        case.correct(second.reference, "layla", "date", "2021-03-07")
        yield case


@pytest.mark.parametrize("selection", SELECTIONS)
def test_events_are_told_as_they_are(case: Case, selection: Selection) -> None:
    told = [msgspec.json.decode(answer) for answer in told_events(case.database, selection)]
    assert told == [dict(answer.plain()) for answer in case.events(selection)]


@pytest.mark.parametrize("selection", SELECTIONS)
def test_stories_are_told_as_they_are(case: Case, selection: Selection) -> None:
    made = stories(case.events(selection), groups_by_item(case))
    told = told_stories(case, selection)
    assert [story.summary for story in told] == [story.summary for story in made]
    assert [story.head for story in told_stories(case, selection, reports=False)] == [story.head for story in told]
    assert [msgspec.json.decode(story.json) for story in told] == [
        {
            **msgspec.json.decode(msgspec.json.encode(story.summary)),
            "reports": [dict(report.plain()) for report in story.reports],
        }
        for story in made
    ]


def test_what_was_decided_since_is_told(decided: Case) -> None:
    assert not are_fresh(decided)
    made = stories(decided.events(), groups_by_item(decided))
    assert [story.summary for story in told_stories(decided)] == [story.summary for story in made]
    told = [msgspec.json.decode(answer) for answer in told_events(decided.database, EVERYTHING)]
    assert told == [dict(answer.plain()) for answer in decided.events()]
    assert {row["state"] for row in told} == {"machine", "corrected"}


def test_only_what_several_tell(case: Case) -> None:
    told = told_stories(case, origins=2)
    assert told
    assert all(story.summary.origins >= 2 for story in told)
