"""What the steps hand on: a document and everything read out of it so far."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, TypeVar

from marsad.grammar.scene import Scene
from marsad.lexicon.automaton import Matches
from marsad.model import (
    Actor,
    Document,
    Event,
    Outlook,
    Place,
    Quantity,
    ReadingWarning,
    Reason,
    Relation,
    Span,
    Statement,
    TextSpan,
    Time,
)
from marsad.model.quick import changed
from marsad.numbers.number import Number
from marsad.text.view import Text, read_text

if TYPE_CHECKING:
    from collections.abc import Iterable

_NO_TEXT = read_text("")
_NO_MATCHES = Matches(_NO_TEXT, {}, {})
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document on its way to a record. A step returns what it assigns; nothing is ever changed in place.

    `document` is the one fact given; the other fields are layers, empty until their step has run. `mentioned` holds the
    ids of events that the text only speaks of in passing (extract.events.reported)."""

    document: Document
    text: Text = _NO_TEXT
    matches: Matches = _NO_MATCHES
    quotes: tuple[Span, ...] = ()
    question: TextSpan | None = None
    numbers: tuple[Number, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    mentioned: frozenset[str] = frozenset()
    reasons: tuple[Reason, ...] = ()
    relations: tuple[Relation, ...] = ()
    outlooks: tuple[Outlook, ...] = ()
    warnings: tuple[ReadingWarning, ...] = field(default=())

    def scene(self, *layers: str) -> Scene:
        """A scene for a grammar over some layers: place, time, actor, quantity, event."""
        held = {name: self.quantities if name == "quantity" else getattr(self, name + "s") for name in layers}
        return Scene(self.text, self.matches, held)


LAYERS = tuple(f.name for f in fields(Analysis) if f.name != "document")


def numbered(prefix: str, items: Iterable[Item]) -> tuple[Item, ...]:
    """The items in text order, with ids p1, p2 … that are unique in the record."""
    ordered: list[Any] = sorted(items, key=_place_in_text)
    return tuple(
        [item if item.id == (id := f"{prefix}{n}") else _with_id(item, id) for n, item in enumerate(ordered, 1)]
    )


def _place_in_text(item: Any) -> tuple[int, int]:
    return item.start, -item.end


def _with_id(item: Any, id: str) -> Any:
    if not item.id:
        object.__setattr__(item, "id", id)  # just made, by the step that numbers it: nobody else holds it yet
        return item
    return changed(item, id=id)
