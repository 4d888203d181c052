"""What is told of a text's language and damage."""

from __future__ import annotations

import pytest
from tests.tables import cases

from marsad import Reader
from marsad.text.condition import judge


@pytest.mark.parametrize("case", cases("conditions"), ids=lambda c: c["text"][:30])
def test_language_and_warnings_are_those_of_the_table(case: dict[str, str]) -> None:
    language, warnings = judge(case["text"])
    assert language == (case["language"] or None)
    assert [w.code for w in warnings] == case["warnings"].split()


def test_overridden_directions_are_pointed_at() -> None:
    _, (warning,) = judge("نص عربي \u202eمقلوب")
    assert (warning.code, warning.start, warning.end) == ("bidi-override", 8, 9)


def test_a_document_without_a_date_is_warned_of_and_one_with_a_date_is_not(reader: Reader) -> None:
    text = "قصفت الطائرات البلدة"
    assert [w.code for w in reader.read(text).warnings] == ["no-date"]
    assert reader.read(text, published="2020-01-15").warnings == ()
