"""Warnings: what should be known about how documents were read, by kind, with the documents."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from starlette.responses import Response

from marsad.analyse.warnings import Warned, state_of, warnings_of
from marsad.case.case import open_case
from marsad.case.documents import CaseDocument, all_documents
from marsad.serve.routing import get
from marsad.serve.view import View

_SHOWN = 100


def _show(view: View) -> Response:
    found = told(view)
    numbers = {str(one.document) for held in found.values() for one in held[:_SHOWN]}
    where = f"doc IN ({', '.join(sorted(numbers))})" if numbers else "0"
    documents: dict[int, CaseDocument] = {d.number: d for d in all_documents(view.case.database, where)}
    return view.page("warnings.html", found=found, documents=documents, shown=_SHOWN)


def told(view: View) -> dict[str, list[Warned]]:
    """The warnings of the case, kept until its documents change: they stand in the records alone."""
    return _told(view.settings.case, state_of(view.case))


@lru_cache(maxsize=4)
def _told(path: Path, _state: tuple[int, ...]) -> dict[str, list[Warned]]:
    with open_case(path) as case:
        return warnings_of(case)


ROUTES = (get("/warnings", _show),)
