"""Looking for words in the texts of a case, whatever clitics they carry and however they are spelt."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.case.database import Database
from marsad.case.documents import CaseDocument, all_documents
from marsad.case.words import asked_words, match_expression, searched_forms, stems
from marsad.model import Span


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
    wanted = asked_words(query)
    hits: list[Hit] = []
    for number, rank in rows:
        sentences = database.rows("SELECT n, start, text FROM sentence WHERE doc = ? ORDER BY n", number)
        if exact and not all(any(" ".join(words) in text for _, _, text in sentences) for words in wanted):
            continue
        passages = [
            Passage(n, start, text, spans) for n, start, text in sentences if (spans := _spans(text, wanted, exact))
        ]
        (document,) = all_documents(database, "doc = ?", number)
        hits.append(Hit(document, rank, tuple(passages)))
        if len(hits) == limit:
            break
    return hits


def _spans(text: str, wanted: list[list[str]], exact: bool) -> tuple[Span, ...]:
    if exact:
        return tuple(sorted((Span(at, at + len(p)) for words in wanted for p in [" ".join(words)]
                             for at in _all(text, p)), key=lambda s: s.start))  # fmt: skip
    forms = {form for words in wanted for word in words for form in searched_forms(word)}
    folded = {"".join(form.split()) for form in forms}
    return tuple(Span(start, end) for start, end, stem in stems(text) if stem in folded or _bare(stem) in folded)


def _bare(stem: str) -> str:
    """A word without a preposition that no dictionary took off a name it does not know."""
    return stem[1:] if stem[:1] in "وفبلك" and len(stem) > 3 else stem


def _all(text: str, part: str) -> list[int]:
    found, at = [], text.find(part)
    while at >= 0:
        found.append(at)
        at = text.find(part, at + len(part))
    return found
