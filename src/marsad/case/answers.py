"""Items of a case as answers: what was found, where it stands, and the sentence that says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from marsad.case.database import Database
from marsad.case.documents import CaseDocument, all_documents
from marsad.case.layers import decoder
from marsad.case.projection import ITEMS_PER_DOCUMENT
from marsad.case.selection import Selection, condition

T = TypeVar("T")

_ORDER = {"events": "event.since IS NULL, event.since, event.until, document.id, item.start, item.identity"}
_PLAIN_ORDER = "document.since IS NULL, document.since, document.id, item.start, item.identity"


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """An item of a case. `value` is the item as it holds (Event, Reason, Statement …), `words` its sentence.

    `reference` (17:e2) names it on the command line; `identity` is what it is recognised by in another reading."""

    document: CaseDocument
    item: int
    identity: str
    state: str
    sentence: int
    words: str
    value: T

    @property
    def reference(self) -> str:
        """The document's number and the item's id in it."""
        return f"{self.document.number}:{self.value.id}"  # type: ignore[attr-defined]

    def plain(self) -> Mapping[str, Any]:
        """The answer as JSON values: where it stands, then the fields of the record's item."""
        import msgspec

        document = self.document
        return {
            "item": self.reference,
            "state": self.state,
            "document": document.id,
            "outlet": document.outlet,
            "published": document.published,
            "title": document.title,
            "sentence": self.words,
            **{k.rstrip("_"): v for k, v in msgspec.to_builtins(self.value).items()},
        }


def answers(database: Database, layer: str, selection: Selection) -> list[Answer[Any]]:
    """The items of a layer that a selection holds, by date, then document, then place in the text.

    The order depends on nothing but the documents and what was read from them."""
    where, values = condition(database, selection, layer)
    event = "JOIN event ON event.item = item.item" if layer == "events" else ""
    rows = database.rows(
        "SELECT item.item, item.doc, item.identity, item.state, item.sentence, sentence.text, item.value FROM item"
        f" JOIN document ON document.doc = item.doc {event}"
        " LEFT JOIN sentence ON sentence.doc = item.doc AND sentence.n = item.sentence"
        f" WHERE {where} ORDER BY {_ORDER.get(layer, _PLAIN_ORDER)}",
        *values,
    )
    decode = decoder(layer)
    documents = _documents(database, {row[1] for row in rows})
    return [
        Answer(documents[doc], item, identity, state, sentence, words or "", decode(value))
        for item, doc, identity, state, sentence, words, value in rows
    ]


def document_of(item: int) -> int:
    """The number of the document that holds an item."""
    return item // ITEMS_PER_DOCUMENT


def _documents(database: Database, numbers: set[int]) -> dict[int, CaseDocument]:
    if not numbers:
        return {}
    # Beyond some hundreds one pass over the table is quicker than looking each up.
    few = len(numbers) < 500
    where = f"doc IN ({', '.join(map(str, sorted(numbers)))})" if few else "1"
    return {document.number: document for document in all_documents(database, where)}
