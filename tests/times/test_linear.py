"""No text costs more than its length: the calls that reading numbers, times and quantities makes grow as it does.

Calls are counted and not timed, so that the test says the same on every machine."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from marsad.annotate.quantities import Quantities
from marsad.annotate.times import Times
from marsad.model.making import make_document
from marsad.numbers.step import Numbers
from marsad.pipeline import Pipeline
from marsad.resources import Resources
from marsad.text.steps import Find, View

PHRASES = (
    "من 5 ",
    "بين 5 و",
    "12 ",
    "12، ",
    "و200 ",
    "مليون ",
    "ألف ألف و",
    "خمسة وعشرون ",
    "ثلاثة فاصلة واحد ",
    "بضع مئات آلاف ",
    "الأحد ",
    "الأحد والاثنين ",
    "أيام السبت، الأحد ",
    "5 آب ",
    "5 آب - ",
    "آذار/نيسان ",
    "آب 2014 إلى ",
    "عام ",
    "عام 2016/",
    "2016-12-12 ",
    "1/",
    "الأسبوع الأول من ",
    "قبل ثلاثة أيام ",
    "قبل يومين من ",
    "منذ شهر و",
    "أكثر من 20 ",
    "20% ",
    "قتيلان وجرحى ",
    "40 مليون دولار شهريا ",
    "رمضان 14 محرم ",
    "اليوم (الأربعاء) ",
    "الساعة الثالثة فجر ",
    "مساء أمس.\n",
)
FEW, TIMES = 25, 4
# Four times the text may cost this many times the calls: more than four, since a sentence grows until it is cut.
MOST = 6.0


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    resources = Resources()
    steps = [View(resources), Find(resources), Numbers(resources), Times(resources), Quantities(resources)]
    return Pipeline(steps)


def calls(pipeline: Pipeline, text: str) -> int:
    """How many functions are called, and generators resumed, to read a text."""
    document = make_document(text, published="2018-09-12")
    count = 0

    def tick(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tick)
    try:
        pipeline(document)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("phrase", PHRASES)
def test_cost_grows_as_the_text_does(pipeline: Pipeline, phrase: str) -> None:
    calls(pipeline, phrase * FEW)
    few, many = calls(pipeline, phrase * FEW), calls(pipeline, phrase * FEW * TIMES)
    assert many < MOST * few, f"{phrase!r}: {few} calls for {FEW}, {many} for {FEW * TIMES}"
