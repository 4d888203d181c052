"""The map: where events happened, drawn without tiles; a circle leads to its events. Where WebGL is there, a script
draws the same data as a map that moves; what is made here is what others see, and what is read aloud."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from starlette.responses import Response

from marsad.analyse.whereabouts import Spot, whereabouts
from marsad.serve.asking import Filters, outlets_of
from marsad.serve.happening import happening
from marsad.serve.routing import get
from marsad.serve.view import View

_STRETCH = math.cos(math.radians(28))
_KM_A_DEGREE = 111.2
_SHOWN, _NAMED, _LISTED = 600, 18, 100
_LEAST_SPAN = 3.0
"""Degrees that the map shows at least, so that one town does not fill it."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A place on the map: x and y in its units, the radius of its circle, and of the ring of what is not known."""

    spot: Spot
    x: float
    y: float
    radius: float
    rough: float


@dataclass(frozen=True, slots=True)
class Frame:
    """What the map shows, in degrees (longitude shortened by the latitude of the region)."""

    x: float
    y: float
    width: float
    height: float


def _show(view: View) -> Response:
    filters = Filters.of(view)
    selection = filters.selection
    whole = whereabouts(view.case, replace(selection, since=None, until=None))
    found = whole.narrowed(selection.since, selection.until)
    frame = _frame(whole.spots[:_SHOWN])
    drawn = [_drawn(spot, frame, found[0].events) for spot in found[:_SHOWN]]
    return view.page(
        "map.html", filters=filters, outlets=outlets_of(view), frame=frame, drawn=drawn, named=_named(drawn, frame),
        listed=found[:_LISTED], total=len(found), held=bool(whole.spots), words=_words(view),
        bounds=[frame.x / _STRETCH, -frame.y - frame.height, (frame.x + frame.width) / _STRETCH, -frame.y],
    )  # fmt: skip


def _data(view: View) -> Response:
    return view.json(happening(view.case, Filters.of(view)))


def _words(view: View) -> dict[str, Any]:
    """What the map that moves says."""
    t = view.labels
    buttons = {"ZoomIn": t("zoom_in"), "ZoomOut": t("zoom_out")}
    return {
        "count": t("events_n", n="{n}"), "rough": t("rough_told"), "events": t("its_events"), "why": t("its_reasons"),
        "locale": {**{f"NavigationControl.{name}": text for name, text in buttons.items()},
                   "Map.Title": t("nav_map"), "Popup.Close": t("close"), "ScaleControl.Kilometers": t("kilometres"),
                   "ScaleControl.Meters": t("metres")},
    }  # fmt: skip


def _frame(found: Sequence[Spot]) -> Frame:
    """The region that holds nearly all events: single far ones do not shrink the rest."""
    weight = sum(spot.events for spot in found)
    edges = []
    for values in ([(s.lon * _STRETCH, s.events) for s in found], [(-s.lat, s.events) for s in found]):
        held, low, high = 0, 0.0, 0.0
        ordered = sorted(values)
        for value, events in ordered:
            if held <= weight * 0.02:
                low = value
            if held <= weight * 0.98:
                high = value
            held += events
        span = max(high - low, _LEAST_SPAN)
        middle = (low + high) / 2
        edges.append((middle - span * 0.56, span * 1.12))
    (x, width), (y, height) = edges
    # No narrower or flatter than a page bears.
    wider, higher = max(width, height * 1.3), max(height, width * 0.45)
    return Frame(x - (wider - width) / 2, y - (higher - height) / 2, wider, higher)


def _drawn(spot: Spot, frame: Frame, most: int) -> Drawn:
    unit = frame.width / 1000
    return Drawn(
        spot=spot,
        x=spot.lon * _STRETCH,
        y=-spot.lat,
        radius=unit * (4 + 22 * math.sqrt(spot.events / most)),
        # What is known to a tenth of the map says nothing on it.
        rough=min((spot.uncertainty_km or 0) / _KM_A_DEGREE, frame.width / 10),
    )


def _named(drawn: Sequence[Drawn], frame: Frame) -> list[Drawn]:
    """The places whose names are written: those with most events, as far as names do not cover each other."""
    named: list[Drawn] = []
    for place in drawn:
        clear = all(
            abs(place.y - other.y) > frame.width / 55 or abs(place.x - other.x) > frame.width / 9 for other in named
        )
        if clear:
            named.append(place)
        if len(named) == _NAMED:
            break
    return named


ROUTES = (get("/map", _show), get("/map/data", _data))
