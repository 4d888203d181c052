"""What the report shows, and that hostile text can't command the terminal that shows it."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
import yaml
from rich.cells import cell_len
from rich.console import Console
from tests.report.sample import ATTACK, NEXT, REASON, SAYS, TEXT, WHY, record

from marsad.codebook import codebook
from marsad.report import Report
from marsad.report.labels import REPORT, Labels
from marsad.report.outlined import HEADINGS
from marsad.report.page import Page

SECTIONS = (*HEADINGS.values(), "warnings")


def shown(lang: str = "en", **changes: object) -> str:
    stream = io.StringIO()
    Report(stream, lang).show(replace(record(), **changes))  # type: ignore[arg-type]
    return stream.getvalue()


def in_terminal(lang: str = "en", width: int = 80) -> str:
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, width=width, highlight=False, markup=False)
    Report(stream, lang, Page(stream, lang, console)).show(record())
    return stream.getvalue()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_layer_has_its_section(lang: str) -> None:
    text, labels = shown(lang), Labels(lang)
    positions = [text.index(labels(section).upper()) for section in SECTIONS]
    assert positions == sorted(positions)


def test_every_item_stands_with_its_sentence() -> None:
    text = shown()
    for sentence in (ATTACK, WHY, REASON, SAYS, NEXT):
        assert sentence in text


@pytest.mark.parametrize(
    "words",
    [
        "هجوم في الصنوبر",
        "published 2020-01-15 · from its date line",
        "1. Armed attack · Occurred · date 2020-01-14 · place الصنوبر",
        "by لواء الفجر · against الجيش · weapon رشاش · according to شاهد",
        "killed 3 or more · among them killed جنود \u200e(3)\u200e",
        "The question · لماذا هاجم اللواء الحاجز؟",
        "denied in قال",
        "by لواء الفجر \u200e→\u200e الجيش · explains هاجم الحاجز · according to the author",
        "• شاهد · Report · said with reserve",
        "said with reserve · rejected in the text",
        "passed on by وكالة الصنوبر",
        "when خلال أيام",
        "about 50 families",
        "35.50, 36.25 · or الصنوبر LB",
        "dawn_brigade · ×2",
        "• read as windows-1256 (encoding)",
    ],
)
def test_what_is_known_is_shown(words: str) -> None:
    assert words in shown()


def test_a_file_gets_plain_text_with_whole_sentences_in_a_line() -> None:
    text = shown()
    assert "\x1b" not in text
    assert "\u2068" not in text
    assert any(line.strip() == ATTACK for line in text.splitlines())


def test_a_terminal_gets_colours_and_isolated_values() -> None:
    text = in_terminal()
    assert "\x1b[" in text
    assert "\u20682020-01-14\u2069" in text


def test_dates_are_isolated_among_arabic_labels_also_in_a_file() -> None:
    assert "التاريخ \u20682020-01-14\u2069" in shown("ar")


def test_lines_fit_the_terminal() -> None:
    for line in in_terminal(width=50).splitlines():
        assert cell_len(re.sub("\x1b\\[[0-9;]*m", "", line)) <= 50


@pytest.mark.parametrize("sign", ["\x1b[2J", "\x07", "\x9b31m", "\u202e", "\u2066"])
def test_text_cannot_command_or_reorder_the_terminal(sign: str) -> None:
    hostile = TEXT.replace("لواء", f"لو{sign}اء")
    assert sign not in shown(text=hostile, title=f"عنوان{sign}")


def test_a_record_without_anything_says_so() -> None:
    empty = dict.fromkeys(("events", "reasons", "statements", "outlooks", "relations", "quantities", "places"), ())
    text = shown(**empty, actors=(), warnings=(), question=None)
    assert Labels("en")("nothing") in text


def test_a_name_that_the_codebook_lacks_is_shown_in_plain_words() -> None:
    assert Labels("en").name("event_types", "new_kind_of_thing") == "new kind of thing"


def test_several_reports_are_parted() -> None:
    stream = io.StringIO()
    report = Report(stream)
    report.show(record())
    report.show(record())
    assert stream.getvalue().count("─" * 20) >= 1


def test_labels_are_complete_in_both_languages() -> None:
    words = yaml.safe_load(REPORT.read_text(encoding="utf-8"))
    assert [key for key, row in words.items() if set(row) != {"en", "ar"} or not all(row.values())] == []
    for section in codebook().sections.values():
        assert all(entry.en and entry.ar for entry in section.values())


@pytest.mark.parametrize(
    ("least", "most", "told"),
    [
        (7, 7, "7"),
        (21, None, "21 or more"),
        (None, 5, "at most 5"),
        (3, 9, "3 to 9"),
        (None, None, "?"),
        (2.5, 2.5, "2.5"),
        (1e6, 1e6, "1,000,000"),
    ],
)
def test_a_count_is_told_as_a_range_where_it_is_one(least: float | None, most: float | None, told: str) -> None:
    assert Labels("en").bounds(least, most) == told
