"""Which item of the system answers which item of the gold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

Item = Mapping[str, Any]
T = TypeVar("T")


def _shared(a: Item, b: Item) -> int:
    shared: int = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return max(0, shared)


def _length(start: int, end: int) -> int:
    return max(1, end - start)


def overlap(a: Item, b: Item) -> float:
    """Shared characters over the shorter span's length, 0 to 1."""
    return _shared(a, b) / min(_length(a["start"], a["end"]), _length(b["start"], b["end"]))


def agreement(a: Item, b: Item) -> float:
    """Shared characters over the stretch from the first start to the last end, 0 to 1."""
    return _shared(a, b) / _length(min(a["start"], b["start"]), max(a["end"], b["end"]))


def pair_up(gold: Sequence[T], system: Sequence[T], weight: Callable[[T, T], float]) -> list[tuple[T, T]]:
    """One-to-one pairs, the heaviest first; a weight of 0 forbids a pair, and ties go to the earlier items."""
    candidates = [(-w, i, j) for i, g in enumerate(gold) for j, s in enumerate(system) if (w := weight(g, s)) > 0]
    candidates.sort()
    taken_gold: set[int] = set()
    taken_system: set[int] = set()
    pairs = []
    for _, i, j in candidates:
        if i not in taken_gold and j not in taken_system:
            taken_gold.add(i)
            taken_system.add(j)
            pairs.append((gold[i], system[j]))
    return pairs
