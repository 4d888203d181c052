"""Reasons in running text: tests/cases/reasons.tsv, and what is told of each."""

from __future__ import annotations

from typing import Any

import pytest
from tests.extract.tables import rows

from marsad import Reader
from marsad.model import Reason

PUBLISHED = "2020-06-15"


def cases() -> list[Any]:
    return [
        pytest.param(row["text"], row["expected"], id=f"{row['group']}-{n}")
        for n, row in enumerate(rows("reasons.tsv"))
    ]


def reasons(reader: Reader, text: str) -> tuple[Reason, ...]:
    return reader.read(text, published=PUBLISHED).reasons


def test_the_table_is_large_enough() -> None:
    assert len(cases()) >= 80


@pytest.mark.parametrize(("text", "expected"), cases())
def test_a_sentence_gives_its_reasons_and_no_others(reader: Reader, text: str, expected: str) -> None:
    wanted = [] if expected == "-" else [part.split("=", 1) for part in expected.split("|")]
    found = {(reason.category, reason.text) for reason in reasons(reader, text)}
    for category, words in wanted:
        assert any(category == c and words in t for c, t in found), f"{category}={words} not in {found}"
    assert len(found) == len(wanted), f"more than wanted: {found}"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        pytest.param(row["text"], row["actor"], id=f"{row['group']}-{n}")
        for n, row in enumerate(rows("reasons_actors.tsv"))
    ],
)
def test_the_actor_is_the_one_that_acts(reader: Reader, text: str, actor: str) -> None:
    found = reasons(reader, text)
    assert found
    assert {reason.actor.text if reason.actor else "-" for reason in found} == {actor}


@pytest.mark.parametrize(
    "text",
    [
        "بلغ عدد النازحين في مأرب مليوناً بسبب القتال.",
        "تأتي البلاد في المرتبة الأخيرة بسبب ضعف اقتصادها.",
        "عين الرجل قائداً للتنظيم ليُقتل بعد شهر في غارة أمريكية.",
        "ورداً على خطاب الرئيس، قالت حركة حماس إنها ترحب بالوساطة.",
        "يسهل على تنظيم داعش تجنيد العاطلين لتحقيق أهدافه.",
        "تكبد التجار الأتراك خسائر كبيرة جراء الحظر الروسي.",
        "تسعى الحكومة اليمنية التي تعمل من الرياض لتأمين المدينة.",
    ],
)
def test_what_nobody_does_has_no_reason(reader: Reader, text: str) -> None:
    assert not reasons(reader, text)


def test_a_reason_tells_behaviour_target_and_source(reader: Reader) -> None:
    text = "قال محمد العلي إن الجيش السوري أرسل دبابات إلى السخنة بهدف قطع خط الإمداد عن تنظيم داعش."
    (reason,) = reasons(reader, text)
    assert reason.behaviour is not None
    assert "أرسل دبابات" in reason.behaviour
    assert reason.target == "تنظيم داعش"
    assert reason.source == "محمد العلي"
    assert reason.kind == "goal"


def test_people_of_nobody_told_give_no_reason(reader: Reader) -> None:
    assert not reasons(reader, "مقاتلوهم استغل الجيش الفوضى.")


def test_what_is_told_twice_is_one_reason(reader: Reader) -> None:
    text = (
        "انسحب الجيش السوداني من الحامية بسبب نقص الذخيرة.\n"
        "وفي التفاصيل أن الجيش السوداني انسحب من الحامية ليلاً بسبب نقص الذخيرة."
    )
    assert len(reasons(reader, text)) == 1


def test_offsets_quote_the_text(reader: Reader) -> None:
    text = "نشرت تركيا «قوات خاصة» في إدلب بُغيةَ حمايةِ نقاطها، وقصف الجيش السوري الطريقَ ردّاً على ذلك الانتشار."
    record = reader.read(text, published=PUBLISHED)
    assert record.reasons
    assert [record.text[r.start : r.end] for r in record.reasons] == [r.text for r in record.reasons]
