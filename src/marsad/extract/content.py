"""What is said: quotations told from names in quotation marks, and who says the words at a place."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple, TypeVar

from marsad.analysis import Analysis
from marsad.model import Outlook, Span, Statement
from marsad.text.fold import QUOTES

_FEWEST = 3  # words: less between quotation marks is a name or a term, not speech
_LONGEST_NAME = 4  # words in quotation marks that may be the name of what stands before them
_LONGEST_JOINED = 8  # words of a name in quotation marks that is joined to another one
TITLED = "titled"
_NESTED = 8  # statements before a place among which the one that holds it is looked for


Told = TypeVar("Told", Statement, Outlook)


class Quotation(NamedTuple):
    """Words in quotation marks: their span without the marks, and their tokens (last included)."""

    span: Span
    first: int
    last: int


class Quotations:
    """The quotations of a text that are speech."""

    def __init__(self, analysis: Analysis) -> None:
        tokens = analysis.text.tokens
        starts = analysis.text.starts
        self.all: list[Quotation] = []
        outer_end = -1
        names = {a.start: a.end for a in analysis.actors} if analysis.quotes else {}
        for span in analysis.quotes:
            if names.get(span.start, 0) >= span.end:
                continue  # a name in quotation marks
            first = bisect_right(starts, span.start - 1)
            last = bisect_right(starts, span.end - 1) - 1
            words = sum(t.word for t in tokens[first : min(last + 1, first + _FEWEST + 4)])
            if words <= _LONGEST_NAME and first and _titled(analysis, first):
                continue  # شبكة «كذا»، «شبكة كذا»
            if words <= _LONGEST_JOINED and _joined(analysis, span, first):
                continue  # «حركة كذا» و«حزب كذا»
            if words >= _FEWEST and span.end > outer_end:
                self.all.append(Quotation(span, first, last))
                outer_end = span.end
        self._firsts = [q.first for q in self.all]
        self.firsts = frozenset(self._firsts)

    def holding(self, token: int) -> Quotation | None:
        """The quotation that a token stands in."""
        at = bisect_right(self._firsts, token) - 1
        return self.all[at] if at >= 0 and self.all[at].last >= token else None

    def opening(self, first: int, past: int) -> Quotation | None:
        """The first quotation that opens from token `first` on and before `past`."""
        at = bisect_right(self._firsts, first - 1)
        return self.all[at] if at < len(self.all) and self.all[at].first < past else None


def _titled(analysis: Analysis, first: int) -> bool:
    """Whether a short quotation is a name: its kind stands before it, or opens it without the article."""
    kind_inside = analysis.matches.is_in(first, TITLED) and not analysis.text.tokens[first].form.startswith("ال")
    return kind_inside or analysis.matches.is_in(first - 1, TITLED)


def _joined(analysis: Analysis, span: Span, first: int) -> bool:
    """Whether a body's name in quotation marks is joined by و to another one in such marks."""
    raw = analysis.text.raw
    if raw[max(0, span.start - 3) : span.start - 1] != " و":
        return False
    return raw[span.start - 4 : span.start - 3] in QUOTES and analysis.matches.is_in(first, "speaker")


def without_headline(analysis: Analysis, found: list[Told]) -> list[Told]:
    """Without what the headline tells in advance, where the body tells for itself."""
    title = (analysis.document.title or "").strip()
    if not title or not analysis.text.raw.lstrip().startswith(title):
        return found
    past = analysis.text.raw.index(title) + len(title)
    return [item for item in found if item.start >= past] or found


def statement_at(analysis: Analysis, start: int) -> Statement | None:
    """The statement in whose content an offset stands; of several the innermost."""
    statements = analysis.statements
    at = bisect_right(statements, start, key=lambda s: s.start)
    near = statements[max(0, at - _NESTED) : at + _NESTED]
    holding = [s for s in near if s.content and s.content.start <= start < s.content.end]
    return min(holding, key=lambda s: s.content.end - s.content.start if s.content else 0, default=None)


def source_at(analysis: Analysis, start: int) -> str | None:
    """Who says the words at an offset, as the text names them; None for the author."""
    statement = statement_at(analysis, start)
    return statement.speaker.text if statement and statement.speaker else None
