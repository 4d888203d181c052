"""Making many objects at once without Python's search for cycles between them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def bulk() -> Iterator[None]:
    """`@bulk()` before a function that makes thousands of answers: the collector of cycles waits until it has ended.

    Answers hold no cycles, and the collector would walk all of them again and again while they are made: it took half
    of the time of a question to a whole case."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
