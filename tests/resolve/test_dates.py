"""Dates and outlets that a text tells of itself."""

from __future__ import annotations

import pytest

from marsad.analysis import Analysis
from marsad.model.making import make_document
from marsad.numbers.step import Numbers
from marsad.pipeline import Pipeline
from marsad.resolve.dates import Dates
from marsad.resolve.outlet import ResolveOutlet
from marsad.resources import Resources
from marsad.text.steps import Find, View

_RESOURCES = Resources()
_STEPS = [View, Find, Numbers, Dates, ResolveOutlet]
_PIPELINE = Pipeline(step(_RESOURCES) for step in _STEPS)


def read(text: str, published: str | None = None, outlet: str | None = None) -> Analysis:
    return _PIPELINE(make_document(text, published=published, outlet=outlet))


@pytest.mark.parametrize(
    ("text", "published", "outlet"),
    [
        ("عنوان\n\nآخر تحديث 2018-03-04 10:00 - المصدر: موقع الميناء\n\nنص.", "2018-03-04", "موقع الميناء"),
        ("عنوان\nنشر في: 4 آذار 2018\nقصفت البلدة أمس.", "2018-03-04", None),
        ("عنوان\nالأحد 4 آذار 2018 - 15:20\nقصفت البلدة أمس.", "2018-03-04", None),
        ("حمص - 4 آذار 2018 - قال ناشطون إن القصف اشتد.", "2018-03-04", None),
        ("تعز (رويترز) - قال سكان إن القصف اشتد.", None, "رويترز"),
        ("قصفت البلدة أمس.\nالمصدر: صحيفة الضفة", None, "صحيفة الضفة"),
        ("قتل ثلاثة في 4 آذار 2018 في القصف على البلدة.", None, None),
        ("قتل ثلاثة في القصف.\nوقع الاتفاق في 4 آذار 2018 - كما قال المصدر - وانهار.", None, None),
        ("قصفت البلدة أمس.", None, None),
    ],
)
def test_told_by_the_text(text: str, published: str | None, outlet: str | None) -> None:
    document = read(text).document
    assert (document.published, document.outlet) == (published, outlet)
    assert document.published_basis == ("dateline" if published else None)


def test_what_is_given_stays() -> None:
    text = "آخر تحديث 2018-03-04 - المصدر: موقع الميناء\n\nقصفت البلدة أمس."
    document = read(text, "2019-01-01", "الساحل").document
    assert (document.published, document.published_basis, document.outlet) == ("2019-01-01", "given", "الساحل")


def test_a_date_deep_in_the_story_is_not_its_own() -> None:
    story = "\n".join(["قصفت البلدة."] * 30 + ["4 آذار 2018"] + ["عاد الهدوء."] * 30)
    assert read(story).document.published is None
