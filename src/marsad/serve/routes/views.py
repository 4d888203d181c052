"""Saved views: named addresses of this workbench; the overview lists them."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.responses import Response

from marsad.case import views
from marsad.serve.routing import BadRequestError, get, post
from marsad.serve.view import View


def _show(view: View) -> Response:
    return view.page("views.html", saved=views.saved_views(view.case.database))


def _save(view: View) -> Response:
    name, address = _given(view, "name"), _given(view, "address")
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        raise BadRequestError("a view is an address of this workbench")
    # The language is that of the moment, no part of a view.
    path = "/" + parts.path.partition(f"/{view.lang}/")[2] if parts.path.startswith(f"/{view.lang}/") else parts.path
    with view.writing() as case:
        views.save_view(case.database, name, path + (f"?{parts.query}" if parts.query else ""))
    return view.json({"saved": name})


def _rename(view: View) -> Response:
    with view.writing() as case:
        views.rename_view(case.database, _given(view, "name"), _given(view, "new"))
    return view.json({})


def _delete(view: View) -> Response:
    with view.writing() as case:
        views.delete_view(case.database, _given(view, "name"))
    return view.json({})


def _given(view: View, name: str) -> str:
    value = view.given.get(name)
    if not isinstance(value, str) or not value.strip():
        raise BadRequestError(f"the request names no {name}")
    return value


ROUTES = (get("/views", _show), post("/views", _save), post("/views/rename", _rename), post("/views/delete", _delete))
