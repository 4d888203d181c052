"""Sentences: where one ends and the next begins.

A line's end ends one; so do . ! ? ؟ ؛ … before white space, also behind a closing quotation mark or bracket; at the end
of a quotation, and between two words of three letters or more, without white space behind it too (».وقال,
المواجهات.كما, تعز .أما).
A full stop does not where it belongs to an abbreviation (د. فلان), to letters of an acronym (أ. ف. ب.), to a
list marker at the head of a line (1. …), or to the day of a date (2. أكتوبر، بين 3. و5. أيار)."""

from __future__ import annotations

import re
from functools import cache

from marsad.folders import DATA
from marsad.model.references import Span
from marsad.text.fold import fold_word
from marsad.text.searching import found

# [1] the marks with what closes behind them, [2] the white space; with none behind it [3] at the end of a quotation and
# [4] between two words, not before the end of an address (ويكيبيديا.أورغ)
_END = re.compile(
    r"((?<![.!?؟؛…])(?:[.!?؟؛…]++[\"”»’'\u200e\u200f]*+|\.[\)\]]))(\s+)|[\n\u2028\u2029]\s*"
    r"|((?<=[»”\"])[.!?؟]|(?<![.!?؟؛…])[.!?؟][»”])(?=[\u0621-\u064a])"
    r"|((?:(?<=[\u0621-\u063a\u0641-\u064a]{3})|(?<=[\u0621-\u063a\u0641-\u064a] ))[.!?؟])"
    r"(?=[\u0621-\u063a\u0641-\u064a]{3})(?!أور[غج]\b)"
)
_MAY_END = re.compile("[.!?؟؛…\n\u2028\u2029]")
_WORD_BEFORE = re.compile(r"[^\s]*$")
_ACRONYM_PART = re.compile(r"[\(\[«\"“]?(?:[\u0621-\u064a]\.)*[\u0621-\u064aA-Z]$")
_ACRONYM_AHEAD = re.compile(r"[\u0621-\u064aA-Z]\.(?:\s|$|[\u0621-\u064a]\.)")
_SPELT_ON = re.compile(r"[\u0621-\u064a]{1,6}\.[\u0621-\u064a]")
_LIST_MARKER = re.compile(r"[\(\[]?(?:\d{1,2}|[٠-٩]{1,2}|[۰-۹]{1,2}|[\u0621-\u064a])$")
# Titles and the like that are written as letters with a full stop: دكتور، أستاذ، مهندس، صفحة، جزء، قبل الميلاد …
_ABBREVIATIONS = frozenset({"د", "أ", "ا", "م", "ص", "ج", "ق", "ط", "ت"})
_DAY = re.compile(r"و?(\d{1,2})\.?")
# What may stand between the days of a date: بين 3. و5. أيار, من 3. حتى 5. أيار.
_TO, _MOST_DAYS = frozenset({"و", "او", "الي", "حتي", "-", "–"}), 4
# No sentence grows past this many characters: what works sentence by sentence stays linear on a text without marks.
LONGEST = 6_000


def split_sentences(raw: str) -> tuple[Span, ...]:
    """Spans of the sentences of a text, trimmed, in order. Linear in its length."""
    spans: list[Span] = []
    start = 0
    for match in found(_MAY_END, _END.match, raw):
        if match.group(1) and "\n" not in match.group(2) and not _ends(raw, start, match):
            continue
        if match.group(4) and _spelt(raw, start, match):
            continue
        marked = match.group(1) or match.group(3) or match.group(4)
        _add(raw, start, match.start() + len(marked) if marked else match.start(), spans)
        start = match.end()
    _add(raw, start, len(raw), spans)
    return tuple(spans)


def _ends(raw: str, start: int, match: re.Match[str]) -> bool:
    """Whether the marks end a sentence, or only an abbreviation or a list marker."""
    marks = match.group(1)
    if marks != ".":
        return True
    before = _WORD_BEFORE.search(raw, max(start, match.start() - 24), match.start())
    word = before.group() if before else ""
    if match.start() - start == len(word) and _LIST_MARKER.match(word):
        return False
    if word[-1:].isdigit() and _DAY.fullmatch(word.lstrip("([-–")) and _dates(raw, match.end()):
        return False
    bare = word.lstrip('([«"“‘و')
    if bare in _ABBREVIATIONS and "." not in bare:
        return False
    if not _ACRONYM_PART.match(word):
        return True
    # Behind an acronym a sentence of its own shows itself by its conjunction.
    return raw[match.end() : match.end() + 1] == "و" and not _ACRONYM_AHEAD.match(raw, match.end())


def _spelt(raw: str, start: int, match: re.Match[str]) -> bool:
    """Whether a full stop between two words parts letters of an acronym, spelt by their names: إيه.إف.بي."""
    before = _WORD_BEFORE.search(raw, max(start, match.start() - 24), match.start())
    behind = _SPELT_ON.match(raw, match.end())
    return behind is not None or (before is not None and "." in before.group())


def _dates(raw: str, at: int) -> bool:
    """Whether what follows the full stop of a number makes it the day of a month: the month's name, or more days."""
    for word in raw[at : at + 60].split()[: 2 * _MOST_DAYS]:
        if fold_word(word.strip("،,.؛:()")) in _month_words():
            return True
        if _DAY.fullmatch(word) is None and fold_word(word) not in _TO:
            return False
    return False


@cache
def _month_words() -> frozenset[str]:
    """The first word of each month's names, folded, from the words of the calendar."""
    rows = ((DATA / "words" / "times.tsv").read_text(encoding="utf-8")).splitlines()
    cells = (row.split("\t") for row in rows if row.startswith("month\t"))
    return frozenset(fold_word(form.split()[0]) for row in cells for form in row[2].split("|"))


def _add(raw: str, start: int, end: int, spans: list[Span]) -> None:
    while start < end and raw[start].isspace():
        start += 1
    while end > start and raw[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = raw.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        spans.append(Span(start, cut))
        start = cut + (raw[cut : cut + 1] == " ")
    if end > start:
        spans.append(Span(start, end))
