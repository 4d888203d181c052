"""The timeline: how many events each period holds; a bar leads to them."""

from __future__ import annotations

from starlette.responses import Response

from marsad.analyse.listing import count_events, counts_by_period
from marsad.serve.asking import Filters, outlets_of
from marsad.serve.routing import get
from marsad.serve.view import View

STEPS = {"day": 10, "month": 7, "year": 4}


def _show(view: View) -> Response:
    filters = Filters.of(view)
    step = view.asked("by") if view.asked("by") in STEPS else "month"
    counts = counts_by_period(view.case, filters.selection, STEPS[step or "month"])
    total = count_events(view.case, filters.selection)
    return view.page(
        "timeline.html", filters=filters, outlets=outlets_of(view), step=step, steps=STEPS,
        counts=list(counts.items())[::-1], total=total, untold=total - sum(counts.values()),
    )  # fmt: skip


ROUTES = (get("/timeline", _show),)
