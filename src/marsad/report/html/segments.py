"""Cutting a text into stretches that carry the same items, so that items which overlap can all be shown.

HTML elements nest, and links do not even do that; what was read out of a text overlaps as it will. So the text is cut
at every start and end, and each stretch says whose words it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple


class Marked(NamedTuple):
    """An item with its words: `start` and `end` in the text, the layer, and the id of the item."""

    start: int
    end: int
    layer: str
    id: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text. `items` are those whose words it is, the shortest first; the stretch links to `owner`.

    `also` are items that no stretch is left for: each has another owner."""

    start: int
    end: int
    items: tuple[Marked, ...]
    owner: Marked
    also: tuple[Marked, ...] = field(default=())


def segments(marked: Iterable[Marked]) -> list[Segment]:
    """The stretches of the text that carry something, in order and without overlap.

    The shortest item owns a stretch, unless a longer one had no stretch of its own then."""
    stretches = _stretches(sorted(m for m in marked if m.end > m.start))
    owners = [min(items, key=_length) for _, _, items in stretches]
    owned = Counter(owner.id for owner in owners)
    where: dict[Marked, list[int]] = {}
    for n, (_, _, items) in enumerate(stretches):
        for item in items:
            where.setdefault(item, []).append(n)
    also: dict[int, list[Marked]] = {}
    for item in sorted(where, key=lambda item: (len(where[item]), item)):
        if owned[item.id]:
            continue
        free = next((n for n in where[item] if owned[owners[n].id] > 1), None)
        if free is None:
            also.setdefault(where[item][-1], []).append(item)
            continue
        owned[owners[free].id] -= 1
        owners[free] = item
        owned[item.id] += 1
    return [
        Segment(start, end, tuple(sorted(items, key=_length)), owners[n], tuple(also.get(n, ())))
        for n, (start, end, items) in enumerate(stretches)
    ]


def _length(item: Marked) -> tuple[int, str]:
    return item.end - item.start, item.id


def _stretches(marked: list[Marked]) -> list[tuple[int, int, list[Marked]]]:
    """The text cut at every start and end, with the items that are open there."""
    cuts = sorted({offset for m in marked for offset in (m.start, m.end)})
    found = []
    running: list[Marked] = []
    upcoming = 0
    for start, end in pairwise(cuts):
        running = [m for m in running if m.end > start]
        while upcoming < len(marked) and marked[upcoming].start <= start:
            running.append(marked[upcoming])
            upcoming += 1
        if running:
            found.append((start, end, list(running)))
    return found
