"""Why, and who says so: drivers of a case, and two sides beside each other."""

from __future__ import annotations

from marsad.analyse.comparison import compared_reasons, compared_stories
from marsad.analyse.drivers import drivers
from marsad.analyse.voices import voices
from marsad.case import Case
from marsad.case.selection import EVERYTHING, Selection


def test_voices_show_the_words_and_their_sentence(case: Case) -> None:
    told = voices(case)
    assert len(told) == len(case.reasons())
    assert all(voice.said.text and voice.said.text in voice.said.sentence for voice in told)
    assert [voice.said.item for voice in told] == [answer.reference for answer in case.reasons()]


def test_every_voice_stands_in_one_driver(case: Case) -> None:
    told = voices(case)
    found = drivers(told)
    assert sum(len(driver.voices) for driver in found) == len(told)
    assert {voice.said.item for driver in found for voice in driver.voices} == {voice.said.item for voice in told}
    for driver in found:
        assert driver.firm + driver.hedged + driver.denied == len(driver.voices)
        assert driver.origins <= driver.documents


def test_dimensions_that_are_not_asked_for_are_left_out(case: Case) -> None:
    found = drivers(voices(case), ("category",))
    assert all(driver.actor is None and driver.place is None for driver in found)
    assert len({driver.category for driver in found}) == len(found)


def test_filters_narrow(case: Case) -> None:
    told = voices(case, Selection(actor="islamic_state"))
    assert told
    assert {voice.actor.key for voice in told if voice.actor} == {"islamic_state"}


def test_a_place_that_is_asked_for_makes_the_row(case: Case) -> None:
    """Also of reasons that are about another place first: that one's rows are for those who ask for it."""
    named = case.query(
        "SELECT DISTINCT location.gazetteer_id FROM location JOIN voice USING (item)"
        " WHERE location.gazetteer_id <> voice.place_id ORDER BY 1"
    )
    assert named
    for (asked,) in named:
        assert {voice.place.id for voice in voices(case, Selection(place=asked)) if voice.place} == {asked}


def test_compared_reasons_hold_both_sides(case: Case) -> None:
    one, other = (voices(case, Selection(documents=(case.document(name).number,))) for name in
                  ("analysis-hamrin", "analysis-sukhna"))  # fmt: skip
    rows = compared_reasons(one, other)
    sides = [(row.plain["given_by"]) for row in rows]
    assert sides == sorted(sides, key=("both", "one", "other").index)
    assert sum(len(row.one.voices) for row in rows if row.one) == len(one)
    assert sum(len(row.other.voices) for row in rows if row.other) == len(other)
    same = compared_reasons(one, one)
    assert {row.given_by for row in same} == {"both"}


def test_compared_stories_tell_who_reports(case: Case) -> None:
    rows = compared_stories(case, EVERYTHING, Selection(outlets=("أ",)), Selection(outlets=("ج",)))
    both = [story for by, story in rows if by == "both"]
    assert any({"n1", "n3"} <= {report.document for report in story.cited()} for story in both)
    assert all({"أ", "ج"} <= set(story.summary.outlets) for story in both)
    alone = [story for by, story in rows if by == "one"]
    assert any(report.document == "n4" for story in alone for report in story.cited())
