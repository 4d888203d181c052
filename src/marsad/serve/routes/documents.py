"""The documents of the case, filtered and in pages; inputs that could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from starlette.responses import Response

from marsad.case.documents import CaseDocument, all_documents
from marsad.serve.asking import outlets_of
from marsad.serve.routing import get
from marsad.serve.view import PAGE_SIZE, View

FAILED = "failed"
SHOWN = {
    "copies": "origin IN (SELECT origin FROM document GROUP BY origin HAVING count(*) > 1)",
    "review": "aside IS NULL AND EXISTS (SELECT 1 FROM item WHERE item.doc = document.doc AND item.state = 'machine'"
    " AND layer IN ('events', 'reasons'))",
    "reviewed": "doc IN (SELECT doc FROM history)",
    "undated": "since IS NULL",
    "unnamed": "outlet IS NULL",
    "aside": "aside IS NOT NULL",
}
"""Kinds of documents that can be asked for, and their condition."""
_ORDERS = {
    "added": "doc",
    "newest": "since IS NULL, until DESC, doc",
    "oldest": "since IS NULL, since, doc",
    "outlet": "outlet IS NULL, outlet, doc",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A document in the list: how many events and reasons it tells, how many of them await review, its copies."""

    document: CaseDocument
    events: int
    reasons: int
    waiting: int
    copies: int


def _show(view: View) -> Response:
    held: dict[str, Any] = {"rows": [], "failures": [], "outlets": outlets_of(view), "kinds": [*SHOWN, FAILED],
                            "orders": list(_ORDERS), "page": 1, "pages": 1}  # fmt: skip
    if view.asked("show") == FAILED:
        held["failures"] = view.case.failures()
        held["total"] = len(held["failures"])
        return view.page("documents.html", **held)
    where, values = _condition(view)
    ((total,),) = view.case.query(f"SELECT count(*) FROM document WHERE {where}", *values)
    pages = max(1, ceil(total / PAGE_SIZE))
    page = view.number("page", 1, pages)
    order = _ORDERS.get(view.asked("order") or "", "doc")
    numbers = [number for (number,) in view.case.query(
        f"SELECT doc FROM document WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?",
        *values, PAGE_SIZE, (page - 1) * PAGE_SIZE,
    )]  # fmt: skip
    held |= {"rows": _rows(view, numbers), "total": total, "page": page, "pages": pages}
    return view.page("documents.html", **held)


def _condition(view: View) -> tuple[str, list[Any]]:
    """The SQL of the filters in the address."""
    parts, values = ["1"], list[Any]()
    kind = SHOWN.get(view.asked("show") or "")
    if kind:
        parts.append(kind)
    words = view.asked("title")
    if words:
        parts.append("(instr(lower(ifnull(title, '')), lower(?1)) OR instr(lower(id), lower(?1)))")
        values.append(words)
    for name, sql in (("outlet", "outlet = ?"), ("since", "until >= ?"), ("until", "since <= ?")):
        given = view.asked(name)
        if given:
            parts.append(sql.replace("?", f"?{len(values) + 1}"))
            values.append(given)
    return " AND ".join(parts), values


def _rows(view: View, numbers: Sequence[int]) -> list[Row]:
    """The rows of some documents, in the order of the numbers."""
    listed = ", ".join(map(str, numbers)) or "NULL"
    found = {document.number: document for document in all_documents(view.case.database, f"doc IN ({listed})")}
    counts: dict[tuple[int, str], int] = {}
    for number, layer, state, count in view.case.query(
        "SELECT doc, layer, state, count(*) FROM item"
        f" WHERE doc IN ({listed}) AND layer IN ('events', 'reasons') GROUP BY doc, layer, state"
    ):
        kinds = ([layer] if state != "rejected" else []) + (["waiting"] if state == "machine" else [])
        for kind in kinds:
            counts[number, kind] = counts.get((number, kind), 0) + count
    copies: dict[int, int] = dict(view.case.query(
        f"SELECT origin, count(*) FROM document WHERE origin IN (SELECT origin FROM document WHERE doc IN ({listed}))"
        " GROUP BY origin"
    ))  # fmt: skip
    return [
        Row(found[n], counts.get((n, "events"), 0), counts.get((n, "reasons"), 0), counts.get((n, "waiting"), 0),
            copies[found[n].origin] - 1)
        for n in numbers
    ]  # fmt: skip


ROUTES = (get("/documents", _show),)
