"""The question page: why does this actor focus on this place. Without both it lists whom and what most is said of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import partial

from starlette.responses import Response

from marsad.analyse.focus import DAYS, Focus, focus, pairs
from marsad.analyse.whereabouts import Whereabouts
from marsad.serve.asking import Filters
from marsad.serve.known import actor_name
from marsad.serve.routing import get
from marsad.serve.view import View

_PAIRS, _VOICES, _MORE, _COLUMNS = 20, 6, 40, 120
_MARGIN = 60
"""Days that the strip shows before the first article and after the last."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Time as a strip. `columns` are (start, width, height of all events, of those with the actor) and `articles` the
    places of articles, in thousandths of the width and hundredths of the height. `days` is what a column holds; events
    whose date is not known to that are left out."""

    first: str
    last: str
    days: int
    columns: tuple[tuple[float, float, float, float], ...]
    articles: tuple[float, ...]


def _show(view: View) -> Response:
    filters, known = Filters.of(view), view.known
    named = partial(actor_name, known, labels=view.labels)
    if not filters.actor or not filters.place:
        asked = pairs(view.case, filters.selection, _PAIRS)
        return view.page("questions.html", filters=filters, named=named, pairs=asked)
    found = focus(view.case, filters.actor, filters.place)
    actor = named(filters.actor, filters.actor)
    spots = [spot.text if view.lang == "ar" else spot.name for spot in found.there.spots if spot.id == filters.place]
    sites = [voice.place.text for voice in found.voices if voice.place and voice.place.id == filters.place]
    return view.page(
        "question.html", filters=filters, found=found, actor=actor, place=(*spots, *sites, filters.place)[0],
        strip=_strip(found), days=DAYS, voices=_VOICES, more=_MORE,
    )  # fmt: skip


def _strip(found: Focus) -> Strip | None:
    """None where no article has a day."""
    days = [_day(article.published) for article in found.articles if article.before is not None]
    if not days:
        return None
    first, last = min(days) - _MARGIN, max(days) + _MARGIN
    step = 1 + (last - first) // _COLUMNS
    counts = [_counted(told, first, last, step) for told in (found.there, found.own)]
    share, most = 1000 / (last - first + 1), max((*counts[0].values(), 1))
    columns = tuple(
        (round(n * step * share, 1), round(step * share * 0.9, 2), round(100 * counts[0][n] / most, 1),
         round(100 * counts[1][n] / most, 1))
        for n in sorted(counts[0])
    )  # fmt: skip
    begin, end = (date.fromordinal(day).isoformat() for day in (first, last))
    return Strip(begin, end, step, columns, tuple(round((day - first + 0.5) * share, 1) for day in sorted(set(days))))


def _counted(told: Whereabouts, first: int, last: int, step: int) -> Counter[int]:
    """Events by the column that holds all of their date."""
    counts: Counter[int] = Counter()
    for event in told.events:
        if event.since and event.until and first <= _day(event.since) and _day(event.until) <= last:
            columns = {(_day(end) - first) // step for end in (event.since, event.until)}
            counts.update(columns if len(columns) == 1 else ())
    return counts


def _day(iso: str | None) -> int:
    return date.fromisoformat((iso or "")[:10]).toordinal()


ROUTES = (get("/question", _show),)
