"""Stories as commands print them: what their reports say together and the reports as JSON, both ready in the case.

A filter may leave a part of a story's reports; what those say together is worked out anew, as it is for all stories
where the case has changed since it was linked."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
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

_FIRST_TOLD = (
    "ifnull(document.published, '9'), item.doc, item.start, event.since IS NULL, event.since, event.until,"
    " item.identity"
)
"""The order of a story's reports: that of `stories`."""


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
    items = _items_by_group(case, selection)
    return _in_order(_summarised(case, items))


@collection_paused()
def told_stories(
    case: Case, selection: Selection = EVERYTHING, origins: int = 1, by: Container[int] | None = None
) -> list[Told]:
    """The stories of a selection that so many independent documents tell (where `by` is given, one of these documents
    among them), by date, then group."""
    items = _items_by_group(case, selection)
    if by is not None:
        items = {group: held for group, held in items.items() if any(document_of(item) in by for item in held)}
    chosen = [summary for summary in _summarised(case, items) if summary.origins >= origins]
    json = _answers(case, [item for summary in chosen for item in items[summary.group]])
    return [
        Told(summary, held, [json[item] for item in held])
        for summary in _in_order(chosen)
        for held in (items[summary.group],)
    ]


@collection_paused()
def _items_by_group(case: Case, selection: Selection) -> dict[str, list[int]]:
    """The reports of each story, in their order; an event without a link is a story of its own."""
    where, values = condition(case.database, selection, "events")
    groups: dict[str, list[int]] = {}
    for group, item in case.query(
        "SELECT coalesce(link.grp, 'i' || item.item), item.item FROM event JOIN item ON item.item = event.item"
        " JOIN document ON document.doc = item.doc LEFT JOIN link ON link.item = item.item"
        f" WHERE {where} ORDER BY {_FIRST_TOLD}",
        *values,
    ):
        groups.setdefault(group, []).append(item)
    return groups


def _summarised(case: Case, items: Mapping[str, Sequence[int]]) -> list[Summary]:
    kept = _kept(case)
    whole = [summary for group, n in items.items() if (summary := kept.get(group)) and summary.reports == len(n)]
    if len(whole) == len(items):
        return whole
    partial = items.keys() - {summary.group for summary in whole}
    wanted = {item for group in partial for item in items[group]}
    documents = tuple(sorted({document_of(item) for item in wanted}))
    # Beyond some hundreds one pass over all is quicker, and SQLite takes no more than some ten thousand numbers.
    asked = replace(EVERYTHING, documents=documents) if len(documents) < 500 else EVERYTHING
    reports = [report for report in case.events(asked) if report.item in wanted]
    return whole + [story.summary for story in stories(reports, links_of(case))]


def _kept(case: Case) -> dict[str, Summary]:
    """The summaries that were made with the links; none where the case has changed since."""
    if not are_fresh(case):
        return {}
    rows = case.query(
        "SELECT grp, reports, documents, origins, date, type, place, killed_low, killed_high, injured_low,"
        " injured_high, outlets, contradictions FROM story"
    )
    names: dict[str, tuple[str, ...]] = {}
    for row in rows:
        for cell in row[-2:]:
            if cell not in names:
                names[cell] = tuple(msgspec.json.decode(cell))
    return {
        group: Summary(group, *cells, names[outlets], names[contradictions])  # type: ignore[call-arg]
        for group, *cells, outlets, contradictions in rows
    }


def _answers(case: Case, items: Sequence[int]) -> dict[int, bytes]:
    few = len(items) < 2_000
    where = f" WHERE item IN ({', '.join(map(str, items))})" if few else ""
    return dict(case.query(f"SELECT item, json FROM answer{where}"))


def _in_order(found: Iterable[Summary]) -> list[Summary]:
    return sorted(found, key=lambda summary: (summary.date is None, summary.date or "", summary.group))
