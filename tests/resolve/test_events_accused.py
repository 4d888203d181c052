"""Who stands far from an act is not accused of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from marsad import Reader
from marsad.model import ActorRef, Event
from marsad.model.making import make_document
from marsad.resolve.events_accused import Accused


def _with_doer(
    reader: Reader, text: str, act: str = "غارات", *, kind: str = "air_strike", verb: bool = False
) -> tuple[Accused, Event]:
    """An event at a word of a text with its first actor as the doer."""
    analysis = reader.pipeline(make_document(text))
    first, start = analysis.actors[0], text.index(act)
    doer = ActorRef(first.text, first.start, first.end, first.key, first.type)
    rule = "table:events/trigger_verb" if verb else "table:events/trigger"
    event = reader.read("قصف الجيش السوري حلب.").events[0]
    event = replace(event, start=start, end=start + len(act), type=kind, rule=rule, perpetrators=(doer,))
    return Accused(analysis), event


OUT_OF_REACH = (
    "أثنى حزب الله اللبناني على الصبر الذي ظهر في كل بيت وكل شارع في الأيام الأخيرة، وقال إن حركة حماس ستعود إلى "
    "المفاوضات مرة أخرى بعد أن تتوقف الغارات."
)


def test_a_doer_far_behind_another_party_is_not_told(reader: Reader) -> None:
    accused, event = _with_doer(reader, OUT_OF_REACH)
    assert accused.settled(event).perpetrators == ()


@pytest.mark.parametrize("text", ["نفذ حزب الله اللبناني غارات.", OUT_OF_REACH.replace("حركة حماس", "الحال")])
def test_a_doer_near_by_or_with_nobody_between_is_told(reader: Reader, text: str) -> None:
    accused, event = _with_doer(reader, text)
    assert accused.settled(event).perpetrators


@pytest.mark.parametrize("other", [{"kind": "clash"}, {"verb": True}])
def test_sides_of_a_clash_and_subjects_of_verbs_are_told(reader: Reader, other: dict[str, Any]) -> None:
    accused, event = _with_doer(reader, OUT_OF_REACH, **other)
    assert accused.settled(event).perpetrators


FAR_FROM_HIM = "قال الرئيس عبد ربه منصور هادي للصحفيين في المدينة أمس إن المجهولين نفذوا {} قرب تعز."


@pytest.mark.parametrize(("kind", "act"), [("armed_attack", "هجوما"), ("siege", "حصارا")])
def test_a_person_far_from_an_act_of_force_is_not_accused_of_it(reader: Reader, kind: str, act: str) -> None:
    accused, event = _with_doer(reader, FAR_FROM_HIM.format(act), act, kind=kind, verb=True)
    assert accused.settled(event).perpetrators == ()


def test_a_person_beside_an_act_of_force_or_far_from_words_is_told(reader: Reader) -> None:
    accused, event = _with_doer(reader, "نفذ عبد ربه منصور هادي هجوما قرب تعز.", "هجوما", kind="armed_attack")
    assert accused.settled(event).perpetrators
    accused, event = _with_doer(reader, FAR_FROM_HIM.format("طلبا"), "طلبا", kind="demand", verb=True)
    assert accused.settled(event).perpetrators
