"""Patterns searched for where they can begin: most letters of a text begin nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar


class _Found(Protocol):
    def end(self) -> int: ...


M = TypeVar("M", bound=_Found)


def found(begin: re.Pattern[str], match: Callable[[str, int], M | None], text: str) -> Iterator[M]:
    """What `finditer` of a pattern gives, in a small part of its time: `match` (the pattern's own) is tried only where
    `begin` finds that it can succeed. `begin` is quick where it opens with a set of characters."""
    past = 0
    for head in begin.finditer(text):
        start = head.start()
        if start >= past and (here := match(text, start)) is not None:
            past = here.end()
            yield here
