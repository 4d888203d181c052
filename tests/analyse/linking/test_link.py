"""Invented news: what is grouped as one event, and what is kept apart."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from marsad import Reader
from marsad.analyse.linking.excerpt import excerpt_of
from marsad.analyse.linking.kin import kin
from marsad.analyse.linking.link import Linked
from marsad.analyse.linking.link import link as link_excerpts
from marsad.analyse.linking.passages import Passages
from marsad.model import Record
from marsad.resources import read_rows
from marsad.text.clitics import Segmenter

ROWS = list(read_rows(Path(__file__).parent / "news.tsv"))


def link(records: list[Record]) -> list[Linked]:
    return link_excerpts(map(excerpt_of, records), Passages(Segmenter()), kin())


@pytest.fixture(scope="module")
def linked(news: list[Record]) -> list[Linked]:
    return link(news)


def test_main_events_are_grouped_by_story(linked: list[Linked]) -> None:
    group = {report.document: report.group for report in linked if report.main}
    stories = {row["id"]: row["story"] for row in ROWS if row["story"]}
    assert group.keys() == stories.keys()
    wrong = [
        (one, other)
        for one, other in combinations(sorted(stories), 2)
        if (group[one] == group[other]) != (stories[one] == stories[other])
    ]
    assert wrong == []


def test_a_mention_in_passing_joins_the_story(linked: list[Linked]) -> None:
    story = next(report.group for report in linked if report.document == "n1" and report.main)
    assert story in {report.group for report in linked if report.document == "n9" and not report.main}


def test_every_event_is_told_once_in_order(news: list[Record], linked: list[Linked]) -> None:
    assert [(r.document, r.event) for r in linked] == [(r.id, e.id) for r in news for e in r.events]


def test_groups_do_not_depend_on_the_order_of_documents(news: list[Record], linked: list[Linked]) -> None:
    turned = link(news[::-1])
    assert {(r.document, r.event, r.group) for r in turned} == {(r.document, r.event, r.group) for r in linked}


def test_likeness_is_told_of_grouped_reports_alone(linked: list[Linked]) -> None:
    sizes = {group: sum(report.group == group for report in linked) for group in {r.group for r in linked}}
    assert all((report.likeness is None) == (sizes[report.group] == 1) for report in linked)


def test_no_events_no_links(reader: Reader) -> None:
    assert link([reader.read("افتتحت البلدية حديقة جديدة.")]) == []


def test_what_one_document_tells_apart_stays_apart(reader: Reader) -> None:
    text = (
        "جولة من العنف في بعقوبة.\n\nانفجرت عبوة ناسفة قرب سوق الخضار في بعقوبة يوم 3 مارس 2021 وقتلت شرطيين. "
        "وانفجرت عبوة ناسفة قرب سوق الخضار في بعقوبة يوم 4 مارس 2021 وقتلت شرطيين."
    )
    records = [
        reader.read(text, id="a", outlet="أ", published="2021-03-05"),
        reader.read(f"عنف مستمر.\n\n{text}", id="b", outlet="ب", published="2021-03-05"),
    ]
    day = {(r.id, e.id): e.date for r in records for e in r.events}
    days: dict[str, set[str | None]] = {}
    for report in link(records):
        days.setdefault(report.group, set()).add(day[report.document, report.event])
    assert {"2021-03-03", "2021-03-04"} <= set().union(*days.values())
    assert all(not {"2021-03-03", "2021-03-04"} <= held for held in days.values())
