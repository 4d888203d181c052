"""Stories as commands print them: what their reports say together and the reports as JSON, both ready in the case.

A filter may leave a part of a story's reports; what those say together is worked out anew, as it is for all stories
where the case has changed since it was linked."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import repeat
from operator import itemgetter
from typing import NamedTuple

import msgspec

from marsad.analyse.links import are_fresh
from marsad.analyse.stories import Summary, stories
from marsad.case.answers import document_of
from marsad.case.case import Case
from marsad.case.selection import EVERYTHING, Selection, condition
from marsad.collecting import collection_paused

_FEW = 2_000
"""So many rows are asked for one by one; of more it is quicker to read the whole table."""


class Cited(msgspec.Struct, frozen=True, gc=False):
    """What a report is pointed to with."""

    item: str
    document: str
    outlet: str | None
    published: str | None
    sentence: str


_summary = msgspec.json.Decoder(Summary).decode
_cited = msgspec.json.Decoder(Cited).decode


class Told(NamedTuple):
    """A story and its reports. `head` is its summary as JSON; `items` are the numbers of its reports, the earliest
    first, `answers` the JSON of each, where they were asked for."""

    head: bytes
    items: Sequence[int]
    answers: Mapping[int, bytes]

    @property
    def summary(self) -> Summary:
        """What the reports say together."""
        return _summary(self.head)

    @property
    def json(self) -> bytes:
        """The story as a JSON object, with its reports."""
        head, items, answers = self
        # Put together as text: megabytes of reports are not read only to be written again. Most stories have one.
        reports = answers[items[0]] if len(items) == 1 else b",".join([answers[item] for item in items])
        return b'%b,"reports":[%b]}' % (head[:-1], reports)

    @property
    def documents(self) -> set[int]:
        """The numbers of the documents that tell it."""
        return {document_of(item) for item in self.items}

    def cited(self) -> Iterator[Cited]:
        """Where each report stands, and its sentence."""
        return (_cited(self.answers[item]) for item in self.items)


_Kept = tuple[str, str, int, bytes, int]
"""Group, date (_UNDATED where it has none), origins, summary as JSON, and number of reports of a story."""

_UNDATED = "~"
"""Comes behind all dates."""

_date = itemgetter(1)


@collection_paused()
def told_stories(
    case: Case,
    selection: Selection = EVERYTHING,
    origins: int = 1,
    by: Container[int] | None = None,
    reports: bool = True,
) -> list[Told]:
    """The stories of a selection that so many independent documents tell (where `by` is given, one of these documents
    among them), by date, then group. Without `reports` their JSON is left out."""
    fresh = are_fresh(case)
    items = _items_by_group(case, selection, fresh)
    if by is not None:
        told = {group for group, held in items.items() for item in held if document_of(item) in by}
        items = {group: held for group, held in items.items() if group in told}
    heads = [row for row in _heads(case, items, fresh) if row[2] >= origins]
    held = [items[group] for group, *_ in heads]
    answers = _answers(case, held) if reports else {}
    return list(map(Told, [json for _, _, _, json, _ in heads], held, repeat(answers)))


def _items_by_group(case: Case, selection: Selection, fresh: bool) -> dict[str, list[int]]:
    """The reports of each story, the earliest first; an event without a link is a story of its own."""
    if fresh and selection == EVERYTHING:
        rows = case.query("SELECT grp, item FROM link ORDER BY item")
    else:
        where, values = condition(case.database, selection, "events")
        rows = case.query(
            "SELECT coalesce(link.grp, 'i' || item.item), item.item FROM event JOIN item ON item.item = event.item"
            " JOIN document ON document.doc = item.doc LEFT JOIN link ON link.item = item.item"
            f" WHERE {where} ORDER BY item.item",
            *values,
        )
    groups: dict[str, list[int]] = {}
    for group, item in rows:
        groups.setdefault(group, []).append(item)
    published = dict(case.query("SELECT doc, ifnull(published, '9') FROM document"))
    for held in groups.values():
        if len(held) > 1:
            held.sort(key=lambda item: published[document_of(item)])
    return groups


def _heads(case: Case, items: Mapping[str, Sequence[int]], fresh: bool) -> list[_Kept]:
    """What the reports of each story that were chosen say together, by date, then group."""
    kept = _kept(case, items) if fresh else []
    whole = [row for row in kept if len(items.get(row[0], ())) == row[-1]]
    if len(whole) == len(items):
        return whole
    partial = items.keys() - {row[0] for row in whole}
    groups = {item: group for group in partial for item in items[group]}
    documents = tuple(sorted({document_of(item) for item in groups}))
    asked = replace(EVERYTHING, documents=documents) if len(documents) < _FEW else EVERYTHING
    made = [story.summary for story in stories([r for r in case.events(asked) if r.item in groups], groups)]
    encode = msgspec.json.Encoder().encode
    whole += [(told.group, told.date or _UNDATED, told.origins, encode(told), len(items[told.group])) for told in made]
    return sorted(sorted(whole), key=_date)


def _kept(case: Case, groups: Collection[str]) -> list[_Kept]:
    """What was made with the links, of these groups at least, by date, then group."""
    asked = tuple(groups) if len(groups) < _FEW else ()
    where = f" WHERE grp IN ({', '.join('?' for _ in asked)})" if asked else ""
    rows = case.query(
        f"SELECT grp, ifnull(date, '{_UNDATED}'), origins, json, reports FROM story{where} ORDER BY grp", *asked
    )
    # The table is in the order of the groups: sorted here, what the rows hold is not moved about by the database.
    return sorted(rows, key=_date)


def _answers(case: Case, groups: Sequence[Sequence[int]]) -> dict[int, bytes]:
    where = ""
    if sum(map(len, groups)) < _FEW:
        where = f" WHERE item IN ({', '.join(str(item) for items in groups for item in items)})"
    return dict(case.query(f"SELECT item, json FROM answer{where}"))
