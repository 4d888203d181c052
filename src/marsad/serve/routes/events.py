"""Events: the list with its facets, and the page of one event with all its reports side by side."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from starlette.responses import Response

from marsad.analyse.days import days_of
from marsad.analyse.links import are_fresh, relink
from marsad.analyse.listing import ORDERS, Listed, count_events, counts_by_type, listed_events, told_story
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
        "events.html", filters=filters, outlets=outlets_of(view), rows=rows, bars=_bars(rows), total=total,
        page=page, pages=pages, order=order, orders=ORDERS, types=counts_by_type(view.case, filters.selection),
        fresh=are_fresh(view.case),
    )  # fmt: skip


def _rows(view: View) -> Response:
    rows = listed_events(view.case, Filters.of(view).selection, limit=PAGE_SIZE)
    return view.page("events_rows.html", rows=rows, bars=_bars(rows))


def _bars(rows: Sequence[Listed]) -> list[tuple[float, float, bool] | None]:
    """Of each event where its date lies in the time of all: start and width in hundredths, and whether it is longer
    than a day. None for those without a date."""
    spans = [days_of(row.date) for row in rows]
    dated = [span for span in spans if span]
    if not dated:
        return [None] * len(rows)
    first, last = min(span[0] for span in dated), max(span[1] for span in dated)
    share = 100 / (last - first + 1)
    return [
        (round((span[0] - first) * share, 2), round(max((span[1] - span[0] + 1) * share, 1), 2), span[0] != span[1])
        if span else None
        for span in spans
    ]  # fmt: skip


def _event(view: View) -> Response:
    story = told_story(view.case, view.request.path_params["group"])
    if story is None:
        raise UnknownItemError(f"no event {view.request.path_params['group']}: the case may have been linked anew")
    return view.page("event.html", story=story)


def _link(view: View) -> Response:
    with view.writing() as case:
        groups = relink(case)
    return view.json({"groups": groups})


ROUTES = (
    get("/events", _show),
    get("/events/rows", _rows),
    get("/events/{group}", _event),
    post("/events/link", _link),
)
