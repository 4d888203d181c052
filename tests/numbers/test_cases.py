"""Numbers of the case table, and values that survive being written out."""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.lexicon import Automaton
from marsad.numbers import plain, read_numbers
from marsad.numbers.bounds import number_bounds, range_bounds
from marsad.numbers.digits import parse_digits
from marsad.resources import Resources
from marsad.text import read_text

_AUTOMATON = Resources().automaton
CASES = Path(__file__).parent.parent / "cases" / "numbers.tsv"


def rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        lines = [line for line in file if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def automaton() -> Automaton:
    return _AUTOMATON


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["text"])
def test_case(automaton: Automaton, row: dict[str, str]) -> None:
    text = read_text(row["text"])
    numbers = read_numbers(text, automaton.find(text))
    if row["kind"] == "-":
        assert numbers == ()
        return
    assert {n.kind for n in numbers} == {row["kind"]}
    expected = [] if row["values"] == "-" else [float(v) for v in row["values"].split()]
    assert [plain(n.value) for n in numbers if n.value is not None] == expected


@given(st.integers(min_value=0, max_value=10**15))
def test_grouped_figures_read_back(value: int) -> None:
    assert parse_digits(f"{value:,}") == value
    assert parse_digits(str(value)) == value


_ONES = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
_TENS = ["", "عشرة", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
_HUNDREDS = ["", "مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"]


def in_words(value: int) -> str:
    """A number below a million as news writes it."""
    thousands, rest = divmod(value, 1000)
    parts = []
    if thousands == 1:
        parts.append("ألف")
    elif thousands == 2:
        parts.append("ألفان")
    elif thousands:
        parts.append(_below_thousand(thousands) + (" آلاف" if 3 <= thousands % 100 <= 10 else " ألف"))
    if rest:
        parts.append(_below_thousand(rest))
    return " و".join(parts)


def _below_thousand(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    parts = [_HUNDREDS[hundreds]] if hundreds else []
    if 11 <= rest <= 19:
        parts.append({11: "أحد", 12: "اثنا"}.get(rest, _ONES[rest - 10]) + " عشر")
    elif rest:
        tens, ones = divmod(rest, 10)
        parts.extend(p for p in (_ONES[ones], _TENS[tens]) if p)
    return " و".join(parts)


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=999_999))
def test_numbers_in_words_read_back(value: int) -> None:
    text = read_text(in_words(value))
    numbers = read_numbers(text, _AUTOMATON.find(text))
    assert [n.value for n in numbers] == [Fraction(value)], in_words(value)


@pytest.mark.parametrize(
    ("text", "bound", "expected"),
    [
        ("20", "more", (21, None)),
        ("20", "least", (20, None)),
        ("20", "less", (None, 19)),
        ("20", "most", (None, 20)),
        ("20", "about", (20, 20)),
        ("20", None, (20, 20)),
        ("العشرات", None, (20, None)),
        ("المئات", None, (200, None)),
        ("الآلاف", None, (2000, None)),
        ("بضعة", None, (3, 9)),
        ("بضعة عشر", None, (13, 19)),
        ("بضع مئات", None, (300, 900)),
        ("عدة", None, (None, None)),
    ],
)
def test_bounds(automaton: Automaton, text: str, bound: str | None, expected: tuple[int | None, int | None]) -> None:
    view = read_text(text)
    (number,) = read_numbers(view, automaton.find(view))
    assert number_bounds(number, bound)[:2] == expected


def test_a_range_shares_the_scale_of_its_end(automaton: Automaton) -> None:
    view = read_text("5 ثم 7 ملايين")
    low, high = read_numbers(view, automaton.find(view))
    assert range_bounds(low, high) == (5_000_000, 7_000_000, False)
    assert range_bounds(high, low) is None
