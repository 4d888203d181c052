"""Which events a text tells, and how firmly."""

from __future__ import annotations

import pytest
from tests.tables import cases

from marsad.codebook import codebook


@pytest.mark.parametrize("case", cases("events"), ids=lambda c: c["text"])
def test_types(reader, case):
    found = [e.type for e in reader.read(case["text"]).events]
    assert found == [t for t in case["types"].split() if t != "-"]


@pytest.mark.parametrize("case", cases("events_reported"), ids=lambda c: c["text"])
def test_a_lone_sentence_gives_what_it_reports(reader, case):
    found = [e.type for e in reader.read(case["text"]).events]
    assert found == [t for t in case["types"].split() if t != "-"]


def test_an_article_keeps_what_it_brings_in_beside_the_way(reader):
    mention = next(c["text"] for c in cases("events_reported") if c["types"] == "-" and "2015" in c["text"])
    text = f"{mention} وأضافت أن الفنادق ما زالت خالية. ولم تذكر أرقاما."
    assert [e.type for e in reader.read(text).events] == ["armed_attack"]


def test_every_event_names_its_words_and_rule(reader):
    text = "هاجم تنظيم داعش حاجزا للجيش العراقي في كركوك أمس، ما أدى إلى مقتل جنديين."
    (event,) = reader.read(text, published="2021-09-06").events
    assert text[event.start : event.end] == event.trigger == "هاجم"
    assert event.rule == "table:events/trigger_verb"
    assert event.date == "2021-09-05"
    assert [p.text for p in event.place] == ["كركوك"]
    assert event.evidence == (0,)
    assert event.plover == codebook().plover("armed_attack")


def test_an_attack_on_civilians_is_violence_against_civilians(reader):
    (event,) = reader.read("هاجم مسلحون مدنيين في مقديشو.").events
    assert event.acled is not None
    assert event.acled.event_type == "Violence against civilians"


def test_a_text_without_dates_leaves_its_events_undated(reader):
    (event,) = reader.read("هاجم تنظيم داعش حاجزا للجيش العراقي في كركوك.").events
    assert event.date is None


def test_a_long_line_is_read_in_time_that_grows_with_it(reader):
    line = "هاجم تنظيم داعش حاجزا للجيش العراقي في كركوك و" * 400
    record = reader.read(line)
    assert record.events
    assert all(0 <= e.start < e.end <= len(line) for e in record.events)
