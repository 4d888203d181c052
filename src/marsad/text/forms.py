"""The list of Arabic word forms (data/clitics): asked whether a word is written so.

It holds a quarter of a million words, of which a text asks for a few hundred: words that begin alike become a set when
the first of them is asked for, so that a command which reads one article need not wait for all of them."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from functools import cache

from marsad.folders import DATA

# The list is in the order of code points. It is parted by so many letters.
_HEAD = 3


class Forms:
    """A set of words, of the list and of `more`. `folded`: ة counts as ه, as in folded words."""

    def __init__(self, more: Iterable[str] = (), *, folded: bool = False) -> None:
        self._folded = folded
        self._more = frozenset(_folded(word) for word in more) if folded else frozenset(more)
        self._parts: dict[str, frozenset[str]] = {}

    def __contains__(self, form: str) -> bool:
        head = form[:_HEAD]
        part = self._parts.get(head)
        if part is None:
            part = self._parts[head] = self._beginning(head)
        return form in part or form in self._more

    def _beginning(self, head: str) -> frozenset[str]:
        if not self._folded:
            return frozenset(_beginning(head).split())
        return frozenset(_folded(" ".join(map(_beginning, _spellings(head)))).split())


def _folded(words: str) -> str:
    return words.replace("ة", "ه")


def _spellings(head: str) -> list[str]:
    """The letters with each ه as it is, and as ة."""
    spellings = [""]
    for letter in head:
        spellings = [told + x for told in spellings for x in (("ه", "ة") if letter == "ه" else letter)]
    return spellings


def _beginning(head: str) -> str:
    """The lines of the list that begin with some letters; the word itself where they are fewer than it is parted by."""
    lines = _list()
    start = _first_from(lines, head)
    if not head or not lines.startswith(head, start):
        return ""
    if len(head) < _HEAD:
        return head if lines.startswith(head + "\n", start) else ""
    after = head[:-1] + chr(ord(head[-1]) + 1)
    return lines[start : _first_from(lines, after) - 1]


def listed(name: str) -> list[str]:
    """The lines of a file of data/clitics, without comments."""
    lines = (DATA / "clitics" / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _first_from(lines: str, word: str) -> int:
    """Where the first of sorted lines begins that is no smaller than a word."""
    low, high = 0, len(lines)
    while low < high:
        middle = lines.rfind("\n", 0, (low + high) // 2) + 1
        end = lines.index("\n", middle)
        if lines[middle:end] < word:
            low = end + 1
        else:
            high = middle
    return low


@cache
def _list() -> str:
    words = gzip.decompress((DATA / "clitics" / "forms.txt.gz").read_bytes()).decode()
    return "\n" + words.strip("\n") + "\n"
