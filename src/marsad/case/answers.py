"""Items of a case as answers: what was found, where it stands, and the sentence that says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar, cast

import msgspec

from marsad.case.database import Database
from marsad.case.documents import CaseDocument, all_documents
from marsad.case.layers import decoder
from marsad.case.projection import ITEMS_PER_DOCUMENT
from marsad.case.selection import EVERYTHING, Selection, condition
from marsad.collecting import collection_paused

T = TypeVar("T")

_ORDER = "document.since IS NULL, document.since, document.id, item.start, item.identity"


@dataclass(frozen=True)
class Answer(Generic[T]):
    """An item of a case. `value` is the item as it holds (Event, Reason, Statement …), `words` its sentence.
    It is made of the item's `json` when it is asked for.

    `reference` (17:e2) names it on the command line; `identity` is what it is recognised by in another reading."""

    document: CaseDocument
    layer: str
    item: int
    id: str
    identity: str
    state: str
    sentence: int
    words: str
    json: str

    @cached_property
    def value(self) -> T:
        """The item as the model's dataclass."""
        return cast(T, decoder(self.layer)(self.json))

    @property
    def reference(self) -> str:
        """The document's number and the item's id in it."""
        return f"{self.document.number}:{self.id}"

    def plain(self) -> Mapping[str, Any]:
        """The answer as JSON values: where it stands, then the fields of the record's item."""
        document = self.document
        return {
            "item": self.reference,
            "state": self.state,
            "document": document.id,
            "outlet": document.outlet,
            "published": document.published,
            "title": document.title,
            "sentence": self.words,
            **msgspec.json.decode(self.json),
        }


@collection_paused()
def answers(database: Database, layer: str, selection: Selection) -> list[Answer[Any]]:
    """The items of a layer that a selection holds, by date, then document, then place in the text.

    The order depends on nothing but the documents and what was read from them."""
    where, values = condition(database, selection, layer)
    events = layer == "events"
    event = "JOIN event ON event.item = item.item JOIN answer ON answer.item = item.item" if events else ""
    rows = database.rows(
        "SELECT item.item, item.doc, item.id, item.identity, item.state, item.sentence, sentence.text, item.value"
        f" FROM item JOIN document ON document.doc = item.doc {event}"
        " LEFT JOIN sentence ON sentence.doc = item.doc AND sentence.n = item.sentence"
        f" WHERE {where} ORDER BY {'answer.rank' if events else _ORDER}",
        *values,
    )
    documents = _documents(database, {row[1] for row in rows})
    return [
        Answer(documents[doc], layer, item, id, identity, state, sentence, words or "", value)
        for item, doc, id, identity, state, sentence, words, value in rows
    ]


@collection_paused()
def told_events(database: Database, selection: Selection) -> list[bytes]:
    """The same for events, each as the JSON of its `plain`, which the case holds ready."""
    if selection == EVERYTHING:
        rows = database.rows("SELECT json FROM answer WHERE NOT rejected ORDER BY rank")
    else:
        where, values = condition(database, selection, "events")
        rows = database.rows(
            "SELECT json FROM answer WHERE item IN (SELECT item.item FROM event JOIN item ON item.item = event.item"
            f" JOIN document ON document.doc = item.doc WHERE {where}) ORDER BY rank",
            *values,
        )
    return [told for (told,) in rows]


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
