"""What leaves a case: the records that filters leave of it, and what an earlier export holds that no longer does."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterator, Sequence, Set
from dataclasses import replace
from typing import Any

from marsad.case.anchors import anchors
from marsad.case.case import Case
from marsad.case.changes import Changed
from marsad.case.documents import CaseDocument
from marsad.case.selection import EVERYTHING, Selection
from marsad.export.tombstones import Tombstone, Why
from marsad.model import Record
from marsad.model.record import Exported

_ANSWERED = ("events", "reasons", "statements", "relations", "outlooks")
_NAMED = (*_ANSWERED, "places", "actors")
"""Layers whose items bear names outside of the case."""

_FEW = 500
"""So many documents are asked for by number; of more it is quicker to take what is theirs of all."""


def selected(case: Case, selection: Selection, layer: str, only: Set[int] | None = None) -> Iterator[Record]:
    """The records of a case with the items that a selection leaves; what was rejected is left out. Where `layer` is
    given, documents without an item of it are too. `only`: of these documents (numbers)."""
    asked = selection
    if only is not None and len(only) < _FEW:
        if not only:
            return
        asked = replace(selection, documents=tuple(sorted(only)))
    chosen: dict[int, dict[str, set[tuple[int, str]]]] = {}
    for name in _ANSWERED:
        for answer in getattr(case, name)(asked):
            items = chosen.setdefault(answer.document.number, {}).setdefault(name, set())
            items.add((answer.value.start, answer.value.id))
    for document in case.documents(aside=False):
        held = chosen.get(document.number, {})
        if only is not None and document.number not in only:
            continue
        if (layer and not held.get(layer)) or (not held and selection != EVERYTHING):
            continue
        record = case.effective_record(document.number)
        kept: dict[str, Any] = {
            name: tuple(i for i in getattr(record, name) if (i.start, i.id) in held.get(name, ())) for name in _ANSWERED
        }
        ids = {id_: name for id_, name, _ in _names(case, document)}
        yield replace(record, **kept, exported=Exported(document.number, ids))


def tombstones(
    case: Case, changed: Sequence[Changed], records: Sequence[Record], layers: Sequence[str], written: Container[str]
) -> Iterator[Tombstone]:
    """What changed documents had that an export of `records` does not hold: the whole document, or names of items of
    the format's layers that were not `written`."""
    held = {record.exported.document for record in records if record.exported}
    for document in changed:
        if document.purged:
            yield Tombstone(document.number, "", "purged", document.purged)
        elif not document.new:  # of what is new no earlier export holds anything
            yield from _of_items(case, document, document.number in held, layers, written)
            if document.number not in held:
                yield Tombstone(document.number, "", "left out")


def _of_items(
    case: Case, changed: Changed, held: bool, layers: Sequence[str], written: Container[str]
) -> Iterator[Tombstone]:
    """The items that are left out one by one; where the document is as a whole, only why they are not there."""
    document = case.document(changed.number)
    whys: dict[str, Why] = {_name(document, a): "gone" for a in changed.gone if a.partition(":")[0] in layers}
    for _, name, state in _names(case, document, layers):
        if held or state == "rejected":
            whys[name] = "rejected" if state == "rejected" else "left out"
    for name, why in sorted(whys.items()):
        if name not in written:
            yield Tombstone(document.number, name, why)


def _names(case: Case, document: CaseDocument, layers: Sequence[str] = _NAMED) -> list[tuple[str, str, str]]:
    """The id in the record, the name outside, and the state of the items of a document, rejected ones too."""
    rows = case.query("SELECT layer, start, identity, id, state FROM item WHERE doc = ? ORDER BY item", document.number)
    held = zip(rows, anchors((layer, start, identity) for layer, start, identity, *_ in rows), strict=True)
    return [(id_, _name(document, anchor), state) for (layer, _, _, id_, state), anchor in held if layer in layers]


def _name(document: CaseDocument, anchor: str) -> str:
    """`event-17-9f3ab2c41d07`: layer, number of the document, and a hash of the document's id and the anchor. A purged
    document is known by its number alone, which so tells what was of it."""
    digest = hashlib.sha256(f"{document.id}|{anchor}".encode()).hexdigest()[:12]
    return f"{anchor.partition(':')[0][:-1]}-{document.number}-{digest}"
