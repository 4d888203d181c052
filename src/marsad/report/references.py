"""What the slots of an item name, as parts that know which item of the record they speak of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from marsad.model import Record
from marsad.report.outline import Part


class Reference(Protocol):
    """Words that fill a slot, with where they stand."""

    @property
    def text(self) -> str: ...
    @property
    def start(self) -> int | None: ...
    @property
    def end(self) -> int | None: ...


class References:
    """The items of a record by where they stand and by id."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._at = {(i.start, i.end): i.id for layer in (record.places, record.actors) for i in layer}
        self._called = {
            **{e.id: e.trigger for e in record.events},
            **{s.id: s.cue for s in record.statements},
            **{q.id: record.text[q.start : q.end] for q in record.quantities},
            **{r.id: r.text for r in record.reasons},
        }

    def parts(self, references: Iterable[Reference]) -> tuple[Part, ...]:
        """The words of references, each with the mention that stands there."""
        return tuple(self.part(r) for r in references)

    def part(self, reference: Reference) -> Part:
        """The words of a reference with the mention that stands there."""
        target = None
        if reference.start is not None and reference.end is not None:
            target = self._at.get((reference.start, reference.end))
        return Part(reference.text, target)

    def items(self, ids: Iterable[str]) -> tuple[Part, ...]:
        """Other items of the record, called by their words."""
        return tuple(Part(self._called[i], i) for i in ids if i in self._called)
