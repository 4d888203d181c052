"""Anchors: what an item is called outside of its case, whatever is decided on it, left out beside it, or hidden.

An anchor names layer, place in the text and, of several that begin there, which: `events:120:1`. What a person added is
named by the decision: `events:added:12`. Neither a correction of its type nor a rejection of its neighbour moves it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator


def anchors(items: Iterable[tuple[str, int, str]]) -> Iterator[str]:
    """The anchor of each item of a document, given layer, start and identity of all of them in their order."""
    seen: Counter[tuple[str, int]] = Counter()
    for layer, start, identity in items:
        if identity.startswith(f"{layer}:added:"):
            yield identity
            continue
        seen[layer, start] += 1
        yield f"{layer}:{start}:{seen[layer, start]}"
