"""Stories as commands print them: what their reports say together and the reports as JSON, both ready in the case.

A filter may leave a part of a story's reports; what those say together is worked out anew, as it is for all stories
where the case has changed since it was linked."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from msgspec import Raw

from marsad.analyse.links import are_fresh, links_of
from marsad.analyse.stories import Summary, stories
from marsad.case.answers import document_of
from marsad.case.case import Case
from marsad.case.selection import EVERYTHING, Selection, condition
from marsad.collecting import collection_paused

_FEW = 2_000
"""So many rows are asked for one by one; of more it is quicker to read the whole table."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What the table form shows of a report."""

    item: str
    document: str
    outlet: str | None
    published: str | None
    sentence: str


_cited = msgspec.json.Decoder(Cited).decode


@dataclass(frozen=True, slots=True)
class Told:
    """A story and its reports, the earliest first, each as the JSON of its answer; `items` are their numbers."""

    summary: Summary
    items: Sequence[int]
    reports: Sequence[bytes]

    @property
    def plain(self) -> Mapping[str, Any]:
        """The story as JSON values."""
        return self.summary.plain([Raw(report) for report in self.reports])

    @property
    def documents(self) -> set[int]:
        """The numbers of the documents that tell it."""
        return {document_of(item) for item in self.items}

    def cited(self) -> Iterable[Cited]:
        """Where each report stands, and its sentence."""
        return map(_cited, self.reports)


@collection_paused()
def summaries(case: Case, selection: Selection = EVERYTHING) -> list[Summary]:
    """What the reports of each story that a selection leaves say together, by date, then group."""
    fresh = are_fresh(case)
    if fresh and selection == EVERYTHING:
        return _in_order(_kept(case).values())
    return _in_order(_summarised(case, _items_by_group(case, selection, fresh), fresh))


@collection_paused()
def told_stories(
    case: Case, selection: Selection = EVERYTHING, origins: int = 1, by: Container[int] | None = None
) -> list[Told]:
    """The stories of a selection that so many independent documents tell (where `by` is given, one of these documents
    among them), by date, then group."""
    fresh = are_fresh(case)
    items = _items_by_group(case, selection, fresh)
    if by is not None:
        items = {group: held for group, held in items.items() if any(document_of(item) in by for item in held)}
    chosen = [summary for summary in _summarised(case, items, fresh) if summary.origins >= origins]
    json = _answers(case, [item for summary in chosen for item in items[summary.group]])
    published = dict(case.query("SELECT doc, ifnull(published, '9') FROM document"))

    def first_told(item: int) -> tuple[str, int]:
        return published[document_of(item)], item

    told = []
    for summary in _in_order(chosen):
        held = items[summary.group]
        if len(held) > 1:
            held = sorted(held, key=first_told)
        told.append(Told(summary, held, [json[item] for item in held]))
    return told


def _items_by_group(case: Case, selection: Selection, fresh: bool) -> dict[str, list[int]]:
    """The reports of each story; an event without a link is a story of its own."""
    if fresh and selection == EVERYTHING:
        rows = case.query("SELECT grp, item FROM link")
    else:
        where, values = condition(case.database, selection, "events")
        rows = case.query(
            "SELECT coalesce(link.grp, 'i' || item.item), item.item FROM event JOIN item ON item.item = event.item"
            f" JOIN document ON document.doc = item.doc LEFT JOIN link ON link.item = item.item WHERE {where}",
            *values,
        )
    groups: dict[str, list[int]] = {}
    for group, item in rows:
        groups.setdefault(group, []).append(item)
    return groups


def _summarised(case: Case, items: Mapping[str, Sequence[int]], fresh: bool) -> list[Summary]:
    kept = _kept(case, items) if fresh else {}
    whole = [summary for group, n in items.items() if (summary := kept.get(group)) and summary.reports == len(n)]
    if len(whole) == len(items):
        return whole
    partial = items.keys() - {summary.group for summary in whole}
    wanted = {item for group in partial for item in items[group]}
    documents = tuple(sorted({document_of(item) for item in wanted}))
    asked = replace(EVERYTHING, documents=documents) if len(documents) < _FEW else EVERYTHING
    reports = [report for report in case.events(asked) if report.item in wanted]
    return whole + [story.summary for story in stories(reports, links_of(case))]


def _kept(case: Case, groups: Collection[str] | None = None) -> dict[str, Summary]:
    """The summaries that were made with the links: of these groups, or all."""
    asked = tuple(groups) if groups is not None and len(groups) < _FEW else ()
    rows = case.query(
        "SELECT grp, reports, documents, origins, date, type, place, killed_low, killed_high, injured_low,"
        " injured_high, outlets, contradictions FROM story"
        + (f" WHERE grp IN ({', '.join('?' for _ in asked)})" if asked else ""),
        *asked,
    )
    names: dict[str, tuple[str, ...]] = {}
    for row in rows:
        for cell in row[-2:]:
            if cell not in names:
                names[cell] = tuple(msgspec.json.decode(cell))
    return {row[0]: Summary._make((*row[:-2], names[row[-2]], names[row[-1]])) for row in rows}


def _answers(case: Case, items: Sequence[int]) -> dict[int, bytes]:
    where = f" WHERE item IN ({', '.join(map(str, items))})" if len(items) < _FEW else ""
    return dict(case.query(f"SELECT item, json FROM answer{where}"))


def _in_order(found: Iterable[Summary]) -> list[Summary]:
    return sorted(found, key=lambda summary: (summary.date is None, summary.date or "", summary.group))
