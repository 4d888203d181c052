"""Looking for words in the texts of a case, whatever clitics they carry and however they are spelt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from marsad.case.database import Database
from marsad.case.documents import CaseDocument, all_documents
from marsad.case.words import asked_words, match_expression, searched_forms, stems
from marsad.model import Span
from marsad.text.fold import fold


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with the words that were looked for; `spans` count in `text`, `start` in the document's text."""

    sentence: int
    start: int
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that holds what was looked for, with the sentences that hold any of it. A lower `rank` is better."""

    document: CaseDocument
    rank: float
    passages: tuple[Passage, ...]


def search(database: Database, query: str, *, exact: bool = False, limit: int = 50) -> list[Hit]:
    """Documents that hold all words and phrases of a question, the best first (BM25, then id).

    `exact`: only where the words stand as they are written in the question."""
    expression = match_expression(query)
    if not expression:
        return []
    rows = database.rows(
        "SELECT search.rowid, bm25(search) FROM search JOIN document ON document.doc = search.rowid"
        " WHERE search MATCH ? ORDER BY bm25(search), document.id",
        expression,
    )
    look = _Exactly(query) if exact else _Alike(query)
    hits: list[Hit] = []
    for number, rank in rows:
        sentences = database.rows("SELECT n, start, text FROM sentence WHERE doc = ? ORDER BY n", number)
        passages = [Passage(n, start, text, spans) for n, start, text in sentences if (spans := look.spans(text))]
        if exact and not look.complete(text for _, _, text in sentences):
            continue
        (document,) = all_documents(database, "doc = ?", number)
        hits.append(Hit(document, rank, tuple(passages)))
        if len(hits) == limit:
            break
    return hits


class _Exactly:
    """Looks for words and phrases as they are written."""

    def __init__(self, query: str) -> None:
        self._parts = [" ".join(words) for words in asked_words(query)]

    def spans(self, text: str) -> tuple[Span, ...]:
        found = {Span(at, at + len(part)) for part in self._parts for at in _all(text, part)}
        return tuple(sorted(found, key=lambda span: (span.start, span.end)))

    def complete(self, texts: Iterable[str]) -> bool:
        """Whether each word and phrase stands in one of the texts."""
        whole = "\n".join(texts)
        return all(part in whole for part in self._parts)


class _Alike:
    """Looks for words and phrases in whatever spelling, with whatever clitics."""

    def __init__(self, query: str) -> None:
        self._parts = [[searched_forms(word) for word in words] for words in asked_words(query)]
        self._forms = {form for part in self._parts for forms in part for form in forms}

    def spans(self, text: str) -> tuple[Span, ...]:
        # Most sentences hold none of it: they need not be taken apart.
        folded = fold(text).text.casefold()
        parts = [part for part in self._parts if all(any(form in folded for form in forms) for forms in part)]
        words = list(stems(text, among=self._forms)) if parts else []
        found: set[Span] = set()
        for part in parts:
            for n in range(len(words) - len(part) + 1):
                run = words[n : n + len(part)]
                if all(_matches(word, forms) for (_, _, word), forms in zip(run, part, strict=True)):
                    found.update(Span(start, end) for start, end, _ in run)
        return tuple(sorted(found, key=lambda span: (span.start, span.end)))

    def complete(self, texts: Iterable[str]) -> bool:
        """Whether each word and phrase stands in one of the texts: the index says so."""
        return True


def _matches(word: str, forms: set[str]) -> bool:
    """The word is one of the forms, or is with a preposition that no dictionary took off a name it does not know."""
    return word in forms or (len(word) > 3 and word[0] in "وفبلك" and word[1:] in forms)


def _all(text: str, part: str) -> list[int]:
    found, at = [], text.find(part)
    while at >= 0:
        found.append(at)
        at = text.find(part, at + len(part))
    return found
