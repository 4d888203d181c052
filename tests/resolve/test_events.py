"""The same event told twice is one event; two events stay two."""

from __future__ import annotations

import pytest

ONCE = [
    "مقتل خمسة في تفجير بالموصل\n\nقتل خمسة أشخاص في تفجير سيارة مفخخة في مدينة الموصل أمس. "
    "وقالت الشرطة إن التفجير وقع قرب سوق.",
    "هاجم تنظيم داعش قرية قرب داقوق يوم الاثنين. وأسفر الهجوم عن مقتل تسعة مدنيين.",
    "قصف الجيش السوري بلدة سرمين أمس. وقال ناشط إن القصف استهدف مدرسة.",
    "انتحاري يفجر نفسه في سوق شعبي بالعراق\n\nفجر انتحاري نفسه في سوق في بلدة هيت أمس. وقال شاهد إنه فر من المكان.\n"
    "اقرأ أيضا: انتحاري يفجر نفسه في سوق شعبي بالعراق",
    "قصفت كتائب القسام بلدة سديروت أمس. وأكد شهود أن قصف حركة حماس بلدة سديروت بدأ فجرا.",
]
TWICE = [
    "انفجرت سيارة مفخخة في بغداد يوم الاثنين. وانفجرت سيارة مفخخة أخرى في البصرة.",
    "قصف الجيش السوري بلدة سرمين. وقصف الطيران الروسي مدينة جسر الشغور.",
]


@pytest.mark.parametrize("text", ONCE)
def test_one(reader, text):
    assert len(reader.read(text, published="2016-12-12").events) == 1


@pytest.mark.parametrize("text", TWICE)
def test_two(reader, text):
    assert len(reader.read(text, published="2016-12-12").events) == 2


def test_harm_told_in_the_next_sentence_belongs_to_the_act(reader):
    (event,) = reader.read(ONCE[1], published="2016-12-12").events
    assert event.killed is not None
    assert event.killed.min == 9
    assert event.evidence == (0, 1)
    assert [p.key for p in event.perpetrators] == ["islamic_state"]


def test_the_place_is_carried_over(reader):
    events = reader.read("وصل مقاتلو تنظيم داعش إلى بلدة هجين. وسيطر التنظيم على القرية بعد معارك.").events
    gains = [e for e in events if e.type == "territory_gain"]
    assert [p.text for e in gains for p in e.place] in (["هجين"], [])


DATES = [
    # a day in other years: each line opens with its year
    ("هذا اليوم في التاريخ\n\n1931- مسلحون يهاجمون مخفرا للشرطة في كركوك.", "1931-12-12"),
    ("عام حافل\n\n1931- مسلحون يهاجمون مخفرا للشرطة في كركوك.", "1931"),
    # a toll counted since a day lasts to the day of publication; an act at a day does not
    ("قتل أكثر من 900 شخص في مأرب منذ مارس 2015.", "2015-03/2016-12-12"),
    ("قتل 900 شخص في مأرب في مارس 2015.", "2015-03"),
    # what an act is the first of its kind since does not date it
    ("قتل ستة أشخاص أمس حين هاجم مسلحون ثكنة في لوغار، في أول عمل كبير لهم منذ مايو الماضي.", "2016-12-11"),
    ("قتل ستة أشخاص أمس حين هاجم مسلحون ثكنة في لوغار، في أول عمل كبير منذ انتخاب زعيمهم في مايو.", "2016-12-11"),
]


@pytest.mark.parametrize(("text", "date"), DATES)
def test_dates(reader, text, date):
    assert [e.date for e in reader.read(text, published="2016-12-12").events] == [date]
