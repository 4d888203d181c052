"""Lists of reasons through the whole pipeline: tests/cases/reasons_lists.tsv, and what a list gives its items."""

from __future__ import annotations

from typing import Any

import pytest
from tests.extract.tables import rows

from marsad import Reader

PUBLISHED = "2020-06-15"
DRESSES = 10


def cases() -> list[Any]:
    return [pytest.param(row, id=row["dress"]) for row in rows("reasons_lists.tsv")]


def test_there_are_enough_dresses() -> None:
    assert len({row["dress"] for row in rows("reasons_lists.tsv") if row["expected"] != "-"}) >= DRESSES


@pytest.mark.parametrize("row", cases())
def test_a_list_gives_its_reasons(reader: Reader, row: dict[str, str]) -> None:
    found = [r for r in reader.read(row["text"], published=PUBLISHED).reasons if r.rule.startswith("code:list.")]
    wanted = [] if row["expected"] == "-" else [part.split("=") for part in row["expected"].split("|")]
    assert [(str(r.order or ""), r.category) for r in found] == [(order, category) for order, category in wanted]
    assert {r.actor.text for r in found if r.actor} <= {row["actor"]}
    assert {r.hedged for r in found} <= {row["hedged"] == "yes"}


ARTICLE = (
    "لماذا يتمسك تنظيم داعش بحقل العمر؟\n\n"
    "يعود تمسك تنظيم داعش بالحقل إلى أسباب أبرزها:\n"
    "1- عائدات النفط: ينتج الحقل نحو 30 ألف برميل يومياً. ويبيع التنظيم البرميل للتجار.\n"
    "2- موقعه على الطريق إلى الحدود: تمر منه قوافل السلاح."
)


def test_an_item_keeps_its_evidence_and_what_supports_it(reader: Reader) -> None:
    record = reader.read(ARTICLE, published=PUBLISHED)
    first = next(r for r in record.reasons if r.order == 1)
    assert [record.text[s.start : s.end] for n, s in enumerate(record.sentences) if n in first.evidence] == [
        "ويبيع التنظيم البرميل للتجار."
    ]
    supporting = {q.text for q in record.quantities if q.id in first.supports}
    assert any("30 ألف" in words for words in supporting)


def test_the_question_is_the_one_that_asks_why(reader: Reader) -> None:
    record = reader.read(ARTICLE, published=PUBLISHED)
    assert record.question is not None
    assert record.question.text == "لماذا يتمسك تنظيم داعش بحقل العمر؟"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("قراءة في هجوم الحسكة\n\nما الذي يدفع داعش إلى السجون؟ يجيب خبراء.", "ما الذي يدفع داعش إلى السجون؟"),
        ("هجوم جديد\n\nيثير الهجوم تساؤلات حول أسباب غياب الحراسة عن السد.", "أسباب غياب الحراسة عن السد"),
        ("مقتل ثلاثة جنود\n\nقتل ثلاثة جنود في كمين شرق حمص.", None),
    ],
)
def test_a_question_is_found_in_the_text_too(reader: Reader, text: str, question: str | None) -> None:
    found = reader.read(text, published=PUBLISHED).question
    assert (found.text if found else None) == question
