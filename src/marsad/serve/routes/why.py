"""Why: the matrix of drivers, and the sentences of its cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response

from marsad.analyse.drivers import Dimension, Driver, drivers
from marsad.analyse.voices import voices
from marsad.serve.asking import Filters, outlets_of
from marsad.serve.known import actor_name
from marsad.serve.routing import get
from marsad.serve.view import View

SIDES: tuple[Dimension, ...] = ("actor", "place", "outlet")
_ROWS = 25
_VOICES = 60
_ASKED = 6


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the matrix: who or what it is about, and its cells by category."""

    identity: str
    name: str
    cells: dict[str, Driver]
    origins: int


def _show(view: View) -> Response:
    filters = Filters.of(view)
    side: Dimension = next((name for name in SIDES if name == view.asked("by")), "actor")
    told = voices(view.case, filters.selection)
    found = drivers(told, (side, "category"))
    rows = _rows(found, side, view)
    columns = [name for name, _ in Counter(
        {category: sum(row.cells[category].origins for row in rows if category in row.cells)
         for category in sorted({driver.category or "" for driver in found})}
    ).most_common()]  # fmt: skip
    asked, category = view.asked("cell"), view.asked("category")
    row = next((row for row in rows if row.identity == asked), None)
    cell = row.cells.get(category or "") if row else None
    places = Counter((v.place.id, v.place.text) for v in cell.voices if v.place and v.place.id) if cell else Counter()
    actors = Counter((v.actor.key, v.actor.text) for v in cell.voices if v.actor and v.actor.key) if cell else Counter()
    most = max((driver.origins for driver in found), default=1)
    return view.page(
        "why.html", filters=filters, outlets=outlets_of(view), side=side, sides=SIDES, rows=rows[:_ROWS],
        more=len(rows) - _ROWS, columns=columns, cell=cell, cell_row=asked, row=row, cell_column=category, most=most,
        total=len(told), shown=_VOICES,
        places=[one for one, _ in places.most_common(_ASKED)], actors=[one for one, _ in actors.most_common(_ASKED)],
    )  # fmt: skip


def _rows(found: Sequence[Driver], side: Dimension, view: View) -> list[Row]:
    cells: dict[str, dict[str, Driver]] = {}
    names: dict[str, Counter[str]] = {}
    for driver in found:
        identity, name = _named(driver, side)
        cells.setdefault(identity, {})[driver.category or ""] = driver
        names.setdefault(identity, Counter())[name] += driver.documents
    # "The movement" says less than the name of who is meant.
    known = view.known if side == "actor" else {}
    rows = [
        Row(
            identity=identity,
            name=actor_name(known, identity, names[identity].most_common(1)[0][0], view.labels),
            cells=held,
            origins=len({voice.origin for driver in held.values() for voice in driver.voices}),
        )
        for identity, held in cells.items()
    ]
    # What is not known stands last: it is no one's.
    return sorted(rows, key=lambda row: (row.identity == "", -row.origins, row.identity))


def _named(driver: Driver, side: Dimension) -> tuple[str, str]:
    if side == "actor":
        return (driver.actor.key or driver.actor.text, driver.actor.text) if driver.actor else ("", "")
    if side == "place":
        return (driver.place.id or driver.place.text, driver.place.text) if driver.place else ("", "")
    return driver.outlet or "", driver.outlet or ""


ROUTES = (get("/why", _show),)
