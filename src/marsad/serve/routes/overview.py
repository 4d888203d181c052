"""What the case holds, covers and lacks, and what awaits review."""

from __future__ import annotations

from starlette.responses import Response

from marsad.analyse.coverage import coverage
from marsad.serve.routing import get
from marsad.serve.view import View

_SHOWN = 12


def _show(view: View) -> Response:
    found = coverage(view.case)
    return view.page("overview.html", found=found, copies=found.documents - found.origins)


ROUTES = (get("/", _show),)
