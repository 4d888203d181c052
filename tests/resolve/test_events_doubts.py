"""A place that much speaks against is not told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from marsad import Reader
from marsad.analysis import Analysis
from marsad.model import Event, PlaceRef
from marsad.model.making import make_document
from marsad.resolve.events_doubts import TOO_MANY, Doubts

FAR = (
    "قتل ثلاثة في قصف على دمشق وحلب وحمص وحماة بسوريا. وغادر كثير من الضباط إلى بيوت أقاربهم في طرابلس وسرت، وقالت "
    "عائلاتهم إنهم فقدوا كل شيء، بعد أن خسر الجيش القديم وقادته الكبار الذين تقدم بهم العمر معركة أمام المسلحين استمرت "
    "سبعة أشهر وخلفت وراءها مدنا مدمرة واقتصادا منهارا."
)
NEAR = "دارت معركة في سرت استمرت سبعة أشهر."


def _doubts(reader: Reader, text: str, act: str) -> tuple[Analysis, Doubts, Event]:
    """The doubts of a text, and an event at a word of it."""
    analysis = reader.pipeline(make_document(text))
    event = reader.read("قصف الجيش السوري حلب.").events[0]
    start = text.index(act)
    told = analysis.text.sentence_of(start)
    event = replace(event, start=start, end=start + len(act), place=(), perpetrators=(), evidence=(told,))
    return analysis, Doubts(analysis), event


def _with_place(reader: Reader, text: str, *names: str) -> tuple[Doubts, Event]:
    """An event at the battle of a text with places of these names."""
    analysis, doubts, event = _doubts(reader, text, "معركة")
    named = [next(p for p in analysis.places if p.text == name) for name in names]
    places = tuple(PlaceRef(p.text, p.start, p.end, p.lat, p.lon, p.country, p.kind) for p in named)
    return doubts, replace(event, place=places)


def test_a_place_that_much_speaks_against_is_not_told(reader: Reader) -> None:
    doubts, event = _with_place(reader, FAR, "سرت")
    assert doubts.about(event) >= TOO_MANY
    assert doubts.settled(event).place == ()


def test_a_place_right_behind_its_act_is_told(reader: Reader) -> None:
    doubts, event = _with_place(reader, NEAR, "سرت")
    assert doubts.about(event) == 2  # told once, and named once
    assert doubts.settled(event) is event


@pytest.mark.parametrize(
    ("text", "names", "more"),
    [
        ("دارت معركة في سرت. وعاد أهل سرت إلى بيوتهم.", ["سرت"], -1),  # named twice
        ("دارت معركة في سرت وبنغازي.", ["سرت", "بنغازي"], 1),  # more than one
        ("في سرت دارت معركة.", ["سرت"], 1),  # before the act
        ("دارت معركة أمس، وهي الثانية، في سرت.", ["سرت"], 2),  # behind a comma, and "and"
        ("دارت معركة استمرت من فجر يوم الاثنين حتى ظهر اليوم التالي في سرت.", ["سرت"], 1),  # far off
    ],
)
def test_each_doubt_counts(reader: Reader, text: str, names: list[str], more: int) -> None:
    doubts, event = _with_place(reader, text, *names)
    assert doubts.about(event) == 2 + more


def test_a_place_from_another_sentence_is_in_doubt(reader: Reader) -> None:
    doubts, event = _with_place(reader, "زار الوفد سرت. ودارت معركة عنيفة بين الجيش والمسلحين.", "سرت")
    assert doubts.about(event) == 2 + 3


def test_a_noun_that_stands_for_a_place_settles_it(reader: Reader) -> None:
    text = "انتشر الجنود فجرا في شوارع سرت، وقال سكان إن الحركة توقفت، ثم دارت معركة عنيفة{}."
    doubts, event = _with_place(reader, text.format(" في المدينة"), "سرت")
    assert doubts.about(event) == 2
    doubts, event = _with_place(reader, text.format(""), "سرت")
    assert doubts.about(event) == 6  # before the act, behind a comma and "and", and far off
