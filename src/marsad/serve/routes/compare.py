"""Compare: what two outlets give as reasons, side by side."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from starlette.responses import Response

from marsad.analyse.comparison import compared_reasons
from marsad.analyse.voices import voices
from marsad.serve.asking import Filters, outlets_of
from marsad.serve.routing import get
from marsad.serve.view import View

_SHOWN = 60


def _show(view: View) -> Response:
    filters, outlets = Filters.of(view), outlets_of(view)
    one, other = view.asked("one"), view.asked("other")
    rows = []
    if one and other:
        sides = (voices(view.case, replace(filters.selection, outlets=(name,))) for name in (one, other))
        rows = compared_reasons(*sides)
    counts = Counter(row.plain["given_by"] for row in rows)
    return view.page(
        "compare.html", filters=filters, outlets=outlets, sides=(one, other), rows=rows[:_SHOWN],
        more=len(rows) - _SHOWN, counts=counts,
    )  # fmt: skip


ROUTES = (get("/compare", _show),)
