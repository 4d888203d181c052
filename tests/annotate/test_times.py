"""The rules of times: every example fires its rule, every counter-example leaves it silent."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.annotate.times import Times
from marsad.errors import GrammarError
from marsad.grammar import Rule
from marsad.model.making import make_document
from marsad.numbers.step import Numbers
from marsad.pipeline import Pipeline
from marsad.resources import Resources
from marsad.text.steps import Find, View
from marsad.times.rules import check

_RESOURCES = Resources()
_PIPELINE = Pipeline([View(_RESOURCES), Find(_RESOURCES), Numbers(_RESOURCES), Times(_RESOURCES)])
_MONTHS = ["كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول",
           "تشرين الثاني", "كانون الأول"]  # fmt: skip
_EGYPTIAN = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر",
             "ديسمبر"]  # fmt: skip
_MAGHREB = ["جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "شتنبر", "أكتوبر", "نونبر",
            "دجنبر"]  # fmt: skip

_WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
_UNITS = ["الحادي", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع"]
_ORDINALS = ["الأول", *_UNITS[1:], "العاشر", *(f"{u} عشر" for u in _UNITS), "العشرين",
             *(f"{u} والعشرين" for u in _UNITS), "الثلاثين", "الحادي والثلاثين"]  # fmt: skip


def values(text: str, published: str | None = "2018-09-12") -> list[str]:
    return [t.edtf for t in _PIPELINE(make_document(text, published=published)).times]


@pytest.mark.parametrize("rule", _RESOURCES.grammar("times").rules, ids=lambda rule: rule.name)
def test_examples(rule: Rule) -> None:
    def fired(text: str) -> set[str]:
        return {t.rule for t in _PIPELINE(make_document(text, published="2018-09-12")).times}

    assert rule.name in fired(rule.example)
    assert rule.name not in fired(rule.counter)


@settings(max_examples=40, deadline=None)
@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2060, 12, 31)))
def test_a_date_reads_back_in_every_form(day: date) -> None:
    eastern = str(day.year).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    forms = [
        f"{day.day} {_MONTHS[day.month - 1]} {day.year}",
        f"{day.day}. {_EGYPTIAN[day.month - 1]} {day.year}",
        f"{_ORDINALS[day.day - 1]} من {_MONTHS[day.month - 1]} عام {day.year}",
        f"{_WEEKDAYS[day.weekday()]} {day.day} {_EGYPTIAN[day.month - 1]} {day.year}",
        f"{_WEEKDAYS[day.weekday()]}، الموافق {day.day} {_MONTHS[day.month - 1]} {day.year}",
        f"{day.day} {_EGYPTIAN[day.month - 1]} {day.year}",
        f"{day.day} {_MAGHREB[day.month - 1]} {day.year}",
        f"{day.day} {_EGYPTIAN[day.month - 1]}/{_MONTHS[day.month - 1]} {eastern}",
        f"{day.day} {_EGYPTIAN[day.month - 1]} ({_MONTHS[day.month - 1]}) عام {day.year}",
        day.isoformat(),
        f"{day.day:02d}/{day.month:02d}/{day.year}",
        f"{day.year}/{day.month}/{day.day}",
    ]
    for form in forms:
        assert values(f"وقع الهجوم بتاريخ {form} في البلدة.") == [day.isoformat()], form


def test_the_same_year_is_the_last_one_told() -> None:
    text = "جرى الاقتراع في 25 أيلول 2015، وسقطت البلدة في 20 تشرين الأول من العام نفسه."
    assert values(text) == ["2015-09-25", "2015-10-20"]
    assert values(text, None) == ["2015-09-25", "2015-10-20"]


def test_days_after_a_dated_event() -> None:
    assert values("وقع الهجوم في 26 حزيران 2015. واعتقل المنفذ بعد يومين من الهجوم.") == ["2015-06-26", "2015-06-28"]


def test_days_after_an_event_without_a_date_are_no_time() -> None:
    assert values("اعتقل المنفذ بعد يومين من الهجوم.") == []


def test_a_day_that_no_calendar_has_is_no_day() -> None:
    assert "2017-02-31" not in values("وقع الهجوم في 31 شباط 2017.")


def test_the_clock_is_kept_beside_the_day() -> None:
    (time,) = _PIPELINE(make_document("دوى الانفجار عند الساعة 5:30 من فجر الأحد.", published="2018-09-12")).times
    assert (time.edtf, time.clock) == ("2018-09-09", "الساعة 5:30 من فجر")


def test_calendars_are_named() -> None:
    (time,) = _PIPELINE(make_document("صدر الحكم في 14 محرم 1438هـ.")).times
    assert (time.edtf, time.calendar) == ("2016-10-15", "hijri")


def test_no_text_costs_more_than_its_length() -> None:
    for unit in ("من 1 إلى ", "بين ", "يوم الأحد ", "خمسة وعشرين ألف ", "2015 ", "مطلع "):
        assert _PIPELINE(make_document(unit * 3000)).text.tokens


def test_unknown_operations_are_named() -> None:
    with pytest.raises(GrammarError, match="no operation 'guess'"):
        check({"times.odd": "guess"})
