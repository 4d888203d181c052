"""A document of the case as the reader shows it: the article and its entries, with what people decided on each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from markupsafe import Markup as Escaped

from marsad.case.case import Case
from marsad.case.corrections import machine_record
from marsad.case.documents import CaseDocument
from marsad.case.effective import MACHINE, Effective
from marsad.case.layers import LAYERS, Plain
from marsad.case.prepared import record_of
from marsad.report.html.anchors import Anchors
from marsad.report.html.article import article
from marsad.report.html.entries import Entries
from marsad.report.html.markup import Markup, tag
from marsad.report.labels import Labels
from marsad.report.outline import Entry, Outline
from marsad.report.outlined import outlined


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands in the reader. `article` and `entries` are HTML, `items` the items by id, rejected ones too."""

    document: CaseDocument
    text: str
    outline: Outline
    article: Escaped
    entries: Escaped
    items: dict[str, Effective]


def reading(case: Case, document: CaseDocument, labels: Labels) -> Reading:
    """The reading of a document as it holds now. What was rejected is shown as such, so that it can be taken back."""
    items = case.items(document.number)
    layers: dict[str, list[Plain]] = {layer: [item.value for item in items if item.layer == layer] for layer in LAYERS}
    record = replace(record_of({**machine_record(case.database, document.number), **layers}), id=document.id)
    by_id = {str(item.value["id"]): item for item in items}
    outline = outlined(record, labels)
    anchors = Anchors(1, outline)
    entries = Entries(record, labels, anchors, _beside(by_id, labels))
    return Reading(
        document, record.text, outline,
        Escaped(article(record, outline, anchors, items=True)), Escaped(entries.sections(outline)), by_id,
    )  # fmt: skip


def _beside(items: dict[str, Effective], labels: Labels) -> Callable[[Entry], Markup | None]:
    """What stands beside an entry: the states of its items, and their ids for the script."""

    def beside(entry: Entry) -> Markup | None:
        held = [items[id] for id in entry.items if id in items]
        if not held:
            return None
        states = dict.fromkeys(item.state for item in held if item.state != MACHINE)
        # An entry that stands for several mentions is rejected when all of them are.
        alone = len({item.state for item in held}) == 1
        chips = [
            tag("span", labels(f"state_{state}"), class_=f"state {state}{'' if alone else ' partly'}")
            for state in states
        ]
        return tag("span", *chips, class_="review", data_items=" ".join(entry.items))

    return beside
