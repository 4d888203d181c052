"""A document with everything that was read from it; each item with how it was made and what people decided."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from marsad.case.corrections import machine_record
from marsad.case.documents import CaseDocument
from marsad.case.effective import Effective
from marsad.case.history import Decision, active
from marsad.case.layers import model_of
from marsad.errors import UnknownItemError
from marsad.model import Event, Reason, Statement
from marsad.report.outline import Fact
from marsad.report.outlined import HEADINGS
from marsad.serve.fields import ADDABLE, fields_of, terms, told
from marsad.serve.reading import reading
from marsad.serve.routing import get
from marsad.serve.view import View

_GREATEST = 2**63 - 1
"""What a number can be in SQLite."""


def _show(view: View) -> Response:
    document = document_of(view)
    if document.aside:
        text = str(machine_record(view.case.database, document.number)["text"])
        return view.page("aside.html", document=document, text=text)
    read = reading(view.case, document, view.labels)
    return view.page(
        "reader.html",
        document=document,
        read=read,
        headings=HEADINGS,
        copies=view.case.copies(document.number),
        neighbours=_neighbours(view, document.number),
        history=_history(view, document, read.items),
        addable=[(layer, view.labels(HEADINGS[layer]), terms(layer, view.labels)) for layer in ADDABLE],
    )


def _item(view: View) -> Response:
    """The part of the page that tells of one item how it was made, and takes a person's decision on it."""
    document, name = document_of(view), view.request.path_params["item"]
    items = view.case.items(document.number)
    item = next((item for item in items if item.value["id"] == name), None)
    if item is None:
        raise UnknownItemError(f"the document {document.id!r} has no item {name!r}: was it read again?")
    history = [row for row in _history(view, document, {name: item}) if row["decision"].identity == item.identity]
    return view.page(
        "item.html", document=document, item=item, made=_made(view, item), fields=fields_of(item, items, view.labels),
        history=history, told=told,
    )  # fmt: skip


def document_of(view: View) -> CaseDocument:
    """The document that the address names. Raises UnknownItemError."""
    number = int(view.request.path_params["number"])
    if number > _GREATEST:
        raise UnknownItemError(f"no document {number}")
    return view.case.document(number)


def _neighbours(view: View, number: int) -> tuple[int | None, int | None]:
    """The documents before and after, in the order in which they were added."""
    ((before, after),) = view.case.query(
        "SELECT (SELECT max(doc) FROM document WHERE doc < ?1), (SELECT min(doc) FROM document WHERE doc > ?1)", number
    )
    return before, after


def _made(view: View, item: Effective) -> list[tuple[str, list[Fact]]]:
    """What made an item: its rule, the line of a table behind it, the words; what has no label stands with the last."""
    made = model_of(item.layer, item.machine) if item.machine is not None else None
    if isinstance(made, Event | Reason | Statement):
        facts = view.explanation(made)
    else:
        facts = view.explanation.by_rule(str(item.value["rule"]))
    rows: list[tuple[str, list[Fact]]] = []
    for fact in facts:
        if fact.label or not rows:
            rows.append((fact.label or view.labels("made_by"), []))
        rows[-1][1].append(fact)
    return rows


def _history(view: View, document: CaseDocument, items: dict[str, Effective]) -> list[dict[str, Any]]:
    """The decisions on a document, the newest first: whether each holds, the words of its item, values side by side."""
    decided = view.case.history(document.number)
    holding = {decision.entry for decision in active(decided)}
    by_identity = {item.identity: item for item in items.values()}
    return [
        {
            "decision": decision,
            "holds": decision.entry in holding,
            "item": by_identity.get(decision.identity or ""),
            "words": _words(by_identity.get(decision.identity or "")),
            "before": _told(view, decision, decision.machine),
            "after": _told(view, decision, decision.value),
        }
        for decision in reversed(decided)
    ]


def _words(item: Effective | None) -> str:
    """What an item is called in a line."""
    named = ("text", "trigger", "cue", "id")
    return next((str(item.value[name]) for name in named if item.value.get(name)), "") if item else ""


def _told(view: View, decision: Decision, value: object) -> str:
    layer = (decision.identity or "").partition(":")[0]
    return told(layer, decision.field or "", value, view.labels)


ROUTES = (
    get("/documents/{number:int}", _show),
    get("/documents/{number:int}/items/{item}", _item),
)
