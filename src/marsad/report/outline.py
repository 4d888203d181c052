"""The outline of a record: what was read, section by section, before anybody asks how it is shown.

A record becomes an outline once; the terminal (report.py) and the page (html/) are two ways to show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from marsad.model import Event, Reason, Statement

TEXT, DATA, OWN = "text", "data", "own"
"""What a value is: words of the document, data that run from left to right (dates, points), marsad's own words."""
REASONS, EVENTS, STATEMENTS, OUTLOOKS = "reasons", "events", "statements", "outlooks"
PLACES, ACTORS, TIMES, FIGURES, RELATIONS, QUESTION = (
    "places", "actors", "times", "quantities", "relations", "question",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One value of a fact. `target` is the id of the item of the record that it speaks of, where there is one.

    A `sign` ("→", "/") stands between two values instead of a comma."""

    text: str
    target: str | None = None
    sign: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A label (or none) with its values. `form` is TEXT, DATA or OWN."""

    label: str
    parts: tuple[Part, ...]
    form: str = TEXT


def between(left: Part, right: Part, comma: str) -> str:
    """What stands between two values of a fact."""
    return " " if left.sign or right.sign else comma


def fact(label: str, value: str | None, form: str = TEXT, target: str | None = None) -> Fact:
    """A fact of one value; no value makes a fact without parts, which is not shown."""
    return Fact(label, (Part(value, target),) if value else (), form)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was read.

    id          of the item in the record; entries of places and actors stand for several, all in `items`
    mark        what it is counted by ("1.", "•")
    name        what it is called; `form` says whose words that are
    brief       what stands in its first line; `facts` are the lines under it
    words       start and end of the words that carry it, which a quotation marks
    quoted      whether the sentence of its words is shown with it
    evidence    numbers of further sentences that argue for it
    level       1 where it belongs to the entry above
    made        how it came about (`marsad read --explain`)"""

    id: str
    mark: str
    name: str
    words: tuple[int, int]
    form: str = OWN
    brief: tuple[Fact, ...] = ()
    facts: tuple[tuple[Fact, ...], ...] = ()
    items: tuple[str, ...] = ()
    quoted: bool = False
    evidence: tuple[int, ...] = ()
    level: int = 0
    made: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """The entries of one layer of the record under their heading."""

    layer: str
    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """Everything that is told of a record. `source` are lines of facts under the title."""

    title: str
    source: tuple[tuple[Fact, ...], ...]
    sections: tuple[Section, ...]
    warnings: tuple[str, ...] = ()
    note: str | None = None


Explain = Callable[[Event | Reason | Statement], tuple[Fact, ...]]
"""What made an item and from which words; see marsad.tables.origins."""


def unexplained(item: Event | Reason | Statement) -> tuple[Fact, ...]:
    """No word on how an item was made."""
    del item
    return ()


def kept(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts that have a value."""
    return tuple(f for f in facts if f.parts)


def lines(*rows: Iterable[Fact]) -> tuple[tuple[Fact, ...], ...]:
    """Lines of facts without what has no value."""
    return tuple(row for row in map(kept, rows) if row)
