"""The date and outlet of a document as its own text tells them: a date line, "آخر تحديث", "المصدر:", an agency's tag.

Only the first and last lines are looked at, so that a date which the story itself tells is not taken for its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from marsad.annotate.times import Times
from marsad.model import Document, Time
from marsad.numbers import read_numbers
from marsad.text.view import Text, read_text
from marsad.times.edtf import parse_moment

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.lexicon.automaton import Matches
    from marsad.resources import Resources

HEAD_LINES, TAIL_LINES, LINE_LENGTH = 6, 3, 240
# A date line's date stands within its first words, and little else stands in the line before it.
_DATELINE_REACH, _DATELINE_WORDS = 60, 5
_ALONE = 0.6
# A cue such as "نشر في" opens its line; deep in a long one it tells of something else.
_CUE_WITHIN = 30
_SEPARATORS = frozenset("-:/()،|")


class Dates:
    """Fills the publication date and outlet that the input did not give, from the text's own head and foot."""

    name: ClassVar[str] = "resolve.dates"
    requires: ClassVar[tuple[str, ...]] = ("document", "text")
    assigns: ClassVar[tuple[str, ...]] = ("document",)

    def __init__(self, resources: Resources) -> None:
        self._automaton = resources.automaton
        self._times = Times(resources)

    def __call__(self, analysis: Analysis) -> Mapping[str, Any]:
        document = analysis.document
        if document.published and document.outlet:
            return {}
        published, outlet = document.published, document.outlet
        for line, is_head in _lines(document.text):
            text = read_text(line)
            matches = self._automaton.find(text)
            if published is None:
                published = self._published(line, text, matches, is_head)
            if outlet is None:
                outlet = _outlet(line, text, matches, is_head)
            if published and outlet:
                break
        basis = document.published_basis or ("dateline" if published else None)
        return {"document": replace(document, published=published, published_basis=basis, outlet=outlet)}

    def _published(self, line: str, text: Text, matches: Matches, is_head: bool) -> str | None:
        """The date of a line that says when it was published, or that is nothing but a date or date line."""
        if not any(c.isdecimal() for c in line):
            return None
        times = self._explicit(line, text, matches)
        if not times:
            return None
        cue = min((text.tokens[m.first].start for m in matches.of("published_cue")), default=None)
        if cue is not None and cue > _CUE_WITHIN and len(line) > 4 * _CUE_WITHIN:
            cue = None
        after_cue = [t for t in times if cue is not None and cue < t.start <= cue + _DATELINE_REACH]
        if after_cue:
            return after_cue[0].edtf
        first = times[0]
        if is_head and (_is_alone(line, first) or _is_dateline(text, first)):
            return first.edtf
        return None

    def _explicit(self, line: str, text: Text, matches: Matches) -> list[Time]:
        """Days told with their year."""
        from marsad.analysis import Analysis

        part = Analysis(Document("", line), text=text, matches=matches, numbers=read_numbers(text, matches))
        found = self._times(part)["times"]
        return [t for t in found if t.basis == "explicit" and (m := parse_moment(t.edtf)) and m.known]


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """The first and last lines that hold something, cut to a length; whether each belongs to the head."""
    head: list[str] = []
    place = 0
    while len(head) < HEAD_LINES and place < len(text):
        end = text.find("\n", place)
        end = len(text) if end < 0 else end
        if line := text[place : min(end, place + LINE_LENGTH)].strip():
            head.append(line)
        place = end + 1
    for line in head:
        yield line, True
    tail = [line.strip() for line in text[max(place, len(text) - TAIL_LINES * LINE_LENGTH) :].splitlines()]
    for line in [line for line in tail if line][-TAIL_LINES:]:
        yield line[:LINE_LENGTH], False


def _is_alone(line: str, time: Time) -> bool:
    """Whether a line says little besides a date (and its hour)."""
    letters = sum(c.isalnum() for c in line)
    return letters > 0 and sum(c.isalnum() for c in time.text) >= _ALONE * letters


def _is_dateline(text: Text, time: Time) -> bool:
    """City, date, dash: the date stands between the first words and a sign that ends the date line."""
    if time.end > _DATELINE_REACH:
        return False
    before = [t for t in text.tokens if t.end <= time.start]
    after = next((t for t in text.tokens if t.start >= time.end), None)
    parted = not before or before[-1].form in _SEPARATORS
    return (
        sum(t.word for t in before) <= _DATELINE_WORDS
        and parted
        and after is not None
        and after.form in _SEPARATORS - {"،"}
    )


def _outlet(line: str, text: Text, matches: Matches, is_head: bool) -> str | None:
    """The name behind "المصدر:", or an agency's tag at the head."""
    for cue in matches.of("outlet_cue"):
        after = cue.last + 1
        if after + 1 < len(text.tokens) and text.tokens[after].form == ":":
            rest = line[text.tokens[after].end :].strip()
            name = rest
            for mark in ("  ", " - ", " | ", "،", "\t", " – "):
                name = name.split(mark)[0]
            name = name.strip(' .|/-\u200f\u200e"«»')
            if 1 < len(name) <= 60 and len(name.split()) <= 6:
                return name
    if not is_head:
        return None
    for tag in matches.of("outlet_tag"):
        before = text.tokens[tag.first - 1].form if tag.first else ""
        behind = text.tokens[tag.last + 1].form if tag.last + 1 < len(text.tokens) else ""
        bracketed = before in ("(", "/") and behind in (")", "/")
        near = text.tokens[tag.first].start <= _DATELINE_REACH
        dashed = near and behind in ("-", ":") and before in ("", "-", "،", "(")
        if (bracketed and text.tokens[tag.last].end <= _DATELINE_REACH * 2) or dashed:
            return str(tag.entry.value)
    return None
