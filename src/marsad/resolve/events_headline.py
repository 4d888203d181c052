"""The headline of a text: where it ends, and where the page repeats it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from marsad.analysis import Analysis

# A text of this many sentences whose first line does not end like a sentence has a headline.
_ARTICLE = 3
# Sentences behind the headline that tell what it announces.
LEAD = 2
# A title of fewer words may stand in the text by chance.
_TITLE_WORDS = 4


def headline_end(analysis: Analysis) -> int:
    """Where the headline ends; 0 where the text has none."""
    title, text = analysis.document.title or "", analysis.document.text
    if title and text.startswith(title):
        return len(title)
    spans = analysis.text.sentences
    if len(spans) < _ARTICLE or text[spans[0].end - 1] in ".!؟" or "\n" not in text[spans[0].end : spans[1].start]:
        return 0
    return spans[0].end


def repeats(analysis: Analysis, end: int) -> list[tuple[int, int]]:
    """Where the headline that ends at `end` stands again, word for word, in the rest of the text."""
    text = analysis.document.text
    title = text[:end].strip()
    found: list[tuple[int, int]] = []
    if len(title.split()) < _TITLE_WORDS:
        return found
    at = text.find(title, end)
    while at >= 0:
        found.append((at, at + len(title)))
        at = text.find(title, at + len(title))
    return found
