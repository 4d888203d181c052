"""The question that an article sets itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from marsad.model import Span, TextSpan

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.resources import Resources

# A title and its repetition, kicker and dateline take so many sentences at most.
TITLE_SENTENCES = 4
MOST_QUESTIONS = 4
LONGEST = 30
_MARKS = ("؟", "?")
_ASKING = frozenset({"لماذا", "هل", "كيف", "ما", "ماذا", "من", "اين", "متي", "اي", "علام", "لم", "بماذا"})
_QUESTIONS = frozenset({"تساولات", "تساول", "السوال", "سوال", "اسيله", "التساول"})
_TOLD = _QUESTIONS | {"و" + word for word in _QUESTIONS}
_ABOUT = frozenset({"حول", "عن", "بشان"})


class Question:
    """Finds the question: the title's, else one in the text that asks why, or is told ("تساؤلات حول أسباب…")."""

    name: ClassVar[str] = "extract.question"
    requires: ClassVar[tuple[str, ...]] = ("text", "matches", "quotes")
    assigns: ClassVar[tuple[str, ...]] = ("question",)

    def __init__(self, resources: Resources) -> None:
        del resources

    def __call__(self, analysis: Analysis) -> Mapping[str, Any]:
        found = next(_title(analysis), None) or next(_asked(analysis), None) or next(_told(analysis), None)
        return {"question": None if found is None else TextSpan(found.start, found.end, analysis.text.words(found))}


def _why(analysis: Analysis, n: int) -> bool:
    first, past = analysis.text.sentence_tokens[n]
    is_in = analysis.matches.is_in
    return any(is_in(t, "why_word") or _several(analysis, t) for t in range(first, past))


def _several(analysis: Analysis, token: int) -> bool:
    found = analysis.matches.starting(token, "why_noun")
    return any(str(match.entry.value).endswith("many") for match in found)


def _ends_asking(analysis: Analysis, n: int) -> bool:
    sentence = analysis.text.sentences[n]
    return analysis.text.raw[sentence.start : sentence.end].rstrip("\"»”“' !").endswith(_MARKS)


def _title(analysis: Analysis) -> Iterator[Span]:
    """A question in the title: one that asks why before any other."""
    sentences = analysis.text.sentences
    head = range(min(TITLE_SENTENCES, len(sentences)))
    for n in head:
        first, past = analysis.text.sentence_tokens[n]
        opens = past > first and analysis.text.tokens[first].form in ("لماذا",)
        if (_ends_asking(analysis, n) or opens) and _why(analysis, n):
            yield sentences[n]
    if sentences and _ends_asking(analysis, 0):
        first, past = analysis.text.sentence_tokens[0]
        if any(analysis.text.tokens[t].form in _ASKING for t in range(first, past)):
            yield sentences[0]


def _asked(analysis: Analysis) -> Iterator[Span]:
    """A sentence that asks why, outside quotations. Who asks many questions holds an interview."""
    if not any(mark in analysis.text.raw for mark in _MARKS):
        return
    asking = [n for n in range(len(analysis.text.sentences)) if _ends_asking(analysis, n)]
    if len(asking) > MOST_QUESTIONS:
        return
    for n in asking:
        first, past = analysis.text.sentence_tokens[n]
        sentence = analysis.text.sentences[n]
        if past - first <= LONGEST and _why(analysis, n) and not _quoted(analysis, sentence):
            yield sentence


def _quoted(analysis: Analysis, span: Span) -> bool:
    return any(q.start <= span.start < q.end for q in analysis.quotes)


def _told(analysis: Analysis) -> Iterator[Span]:
    """A question that the text tells: the words behind "تساؤلات حول"."""
    tokens, forms = analysis.text.tokens, analysis.text.forms
    for n in sorted([n for form in _TOLD & forms.keys() for n in forms[form]]):
        past = analysis.text.sentence_tokens[tokens[n].sentence][1]
        for t in range(n + 1, min(n + 4, past - 1)):
            if tokens[t].form in _ABOUT and analysis.matches.is_in(t + 1, "why_noun"):
                last = t + 1
                while last + 1 < past and tokens[last + 1].form not in ".،؛:؟?!":
                    last += 1
                yield analysis.text.span(t + 1, last)
