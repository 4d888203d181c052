"""Events: the list with its facets, and the page of one event with all its reports side by side."""

from __future__ import annotations

from math import ceil

from starlette.responses import Response

from marsad.analyse.links import are_fresh, relink
from marsad.analyse.listing import ORDERS, count_events, counts_by_type, listed_events, told_story
from marsad.errors import UnknownItemError
from marsad.serve.asking import Filters, outlets_of
from marsad.serve.routing import get, post
from marsad.serve.view import PAGE_SIZE, View


def _show(view: View) -> Response:
    filters = Filters.of(view)
    total = count_events(view.case, filters.selection)
    pages = max(1, ceil(total / PAGE_SIZE))
    page = view.number("page", 1, pages)
    order = view.asked("order") if view.asked("order") in ORDERS else "oldest"
    rows = listed_events(view.case, filters.selection, order or "oldest", PAGE_SIZE, (page - 1) * PAGE_SIZE)
    return view.page(
        "events.html", filters=filters, outlets=outlets_of(view), rows=rows, total=total, page=page, pages=pages,
        order=order, orders=ORDERS, types=counts_by_type(view.case, filters.selection), fresh=are_fresh(view.case),
    )  # fmt: skip


def _event(view: View) -> Response:
    story = told_story(view.case, view.request.path_params["group"])
    if story is None:
        raise UnknownItemError(f"no event {view.request.path_params['group']}: the case may have been linked anew")
    return view.page("event.html", story=story)


def _link(view: View) -> Response:
    with view.writing() as case:
        groups = relink(case)
    return view.json({"groups": groups})


ROUTES = (get("/events", _show), get("/events/{group}", _event), post("/events/link", _link))
