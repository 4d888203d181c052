"""Python's search for cycles between objects, put off while many objects are made that stay or hold no cycles.

Loading the tables makes a million small objects of which none is garbage, and reading a document a hundred for each
word that die by themselves, since no cycle holds a document: the search would walk them again and again, for a third
of the time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_pausing, _was_on = 0, True


@contextmanager
def collection_paused() -> Iterator[None]:
    """No search inside; may be nested, and used by several threads at once. A search that was off before stays off."""
    global _pausing, _was_on
    with _lock:
        if _pausing == 0:
            _was_on = gc.isenabled()
            gc.disable()
        _pausing += 1
    try:
        yield
    finally:
        with _lock:
            _pausing -= 1
            if _pausing == 0 and _was_on:
                gc.enable()
