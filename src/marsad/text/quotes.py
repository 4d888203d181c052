"""Quotations: stretches of text between quotation marks, nested or unbalanced."""

from __future__ import annotations

from marsad.model.references import Span
from marsad.text.view import Text

_PAIRS = {"«": "»", "“": "”", "„": "“", "‹": "›", "❝": "❞"}
_BOTH = '"＂'


def quotations(text: Text) -> tuple[Span, ...]:
    """Spans inside quotation marks (marks left out), outer before inner. A mark that never closes opens nothing.

    A line's end closes what is open: a quotation that runs over paragraphs is marked anew in each."""
    raw = text.raw
    found: list[Span] = []
    open_marks: list[tuple[str, int]] = []
    for i, c in enumerate(raw):
        if c == "\n":
            open_marks.clear()
        elif c in _BOTH:
            if open_marks and open_marks[-1][0] == c:
                found.append(Span(open_marks.pop()[1], i))
            else:
                open_marks.append((c, i + 1))
        elif open_marks and c == _PAIRS.get(open_marks[-1][0]):
            found.append(Span(open_marks.pop()[1], i))
        elif c in _PAIRS or c == "”":
            # Some keyboards open with the closing mark: ”…”
            open_marks.append(("“" if c == "”" else c, i + 1))
    return tuple(sorted((s for s in found if s.end > s.start), key=lambda s: (s.start, -s.end)))
