"""What the case holds, covers and lacks, and what awaits review."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import Response

from marsad.analyse.coverage import Coverage, coverage
from marsad.case.views import saved_views
from marsad.serve.charts import by_month
from marsad.serve.countries import country
from marsad.serve.routes.warnings import told
from marsad.serve.routing import get
from marsad.serve.view import View

_SHOWN = 10
_HEADINGS = {"events": "happened", "reasons": "why", "statements": "says", "relations": "relations",
             "outlooks": "expected"}  # fmt: skip


def _show(view: View) -> Response:
    found = coverage(view.case)
    ((events,), (linked,)) = (
        view.case.query("SELECT count(*) FROM item WHERE layer = 'events' AND state <> 'rejected'")[0],
        view.case.query("SELECT count(DISTINCT grp) FROM link")[0],
    )
    return view.page(
        "overview.html",
        found=found,
        copies=found.documents - found.origins,
        events=events,
        linked=linked,
        months=by_month(found.months),
        outlets=_most(found.outlets, lambda name: name or view.labels("no_outlet")),
        countries=_most(found.countries, lambda code: country(code, view.lang)),
        review=_review(view, found),
        warnings=_warnings(view, found),
        saved=saved_views(view.case.database),
    )


def _most(counts: Mapping[str, int], named: object) -> list[tuple[str, int, str]]:
    """The greatest counts with the name that is shown and the one that is asked for."""
    assert callable(named)
    return [(named(name), count, name) for name, count in list(counts.items())[:_SHOWN]]


def _review(view: View, found: Coverage) -> list[tuple[str, int, int]]:
    """Each layer with how many of its items people have looked at, and how many there are."""
    rows = []
    for layer, states in found.layers.items():
        whole = sum(states.values())
        if whole:
            rows.append((view.labels(_HEADINGS[layer]), whole - states.get("machine", 0), whole))
    return rows


def _warnings(view: View, found: Coverage) -> list[tuple[str, int, str]]:
    """What to know before relying on figures: label, how many, and where they are listed."""
    rows = (("failed", found.failures), ("aside", found.aside), ("undated", found.undated),
            ("unnamed", found.outlets.get("", 0)))  # fmt: skip
    known = [(view.labels(f"show_{key}"), count, view.path("/documents", show=key)) for key, count in rows if count]
    read = [
        (view.labels.of("warning_", code), len(held), view.path("/warnings") + f"#{code}")
        for code, held in told(view).items()
        # That no date was found is told above, with those who were given none.
        if code != "no-date"
    ]
    return [*known, *read]


ROUTES = (get("/", _show),)
