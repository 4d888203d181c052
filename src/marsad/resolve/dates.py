"""The date of a document as its own text tells it: a date line, "آخر تحديث"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from marsad.annotate.times import Times
from marsad.model import Document, Time
from marsad.numbers import read_numbers
from marsad.resolve.head_and_foot import head_and_foot
from marsad.text.view import Text, read_text
from marsad.times.edtf import parse_moment

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.lexicon.automaton import Matches
    from marsad.resources import Resources

# A date line's date stands within its first words, and little else stands in the line before it.
_DATELINE_REACH, _DATELINE_WORDS = 60, 5
_ALONE = 0.6
# A cue such as "نشر في" opens its line; deep in a long one it tells of something else.
_CUE_WITHIN = 30
_SEPARATORS = frozenset("-:/()،|")


class Dates:
    """Fills the publication date that the input did not give, from the text's own head and foot."""

    name: ClassVar[str] = "resolve.dates"
    requires: ClassVar[tuple[str, ...]] = ("document", "text")
    assigns: ClassVar[tuple[str, ...]] = ("document",)

    def __init__(self, resources: Resources) -> None:
        self._automaton = resources.automaton
        self._times = Times(resources)

    def __call__(self, analysis: Analysis) -> Mapping[str, Any]:
        document = analysis.document
        if document.published:
            return {}
        for start, end, is_head in head_and_foot(document.text):
            line = document.text[start:end].strip()
            if published := self._published(line, is_head):
                return {"document": replace(document, published=published, published_basis="dateline")}
        return {}

    def _published(self, line: str, is_head: bool) -> str | None:
        """The date of a line that says when it was published, or that is nothing but a date or date line."""
        if not any(c.isdecimal() for c in line):
            return None
        text = read_text(line)
        matches = self._automaton.find(text)
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
