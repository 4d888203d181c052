"""The links of a case: computed from its records, kept in its table `link`, made again when the case has changed."""

from __future__ import annotations

from dataclasses import astuple
from typing import Any

import msgspec
from msgspec.structs import replace

from marsad.analyse.linking.excerpt import Excerpt
from marsad.analyse.linking.kin import kin
from marsad.analyse.linking.link import link
from marsad.analyse.linking.passages import Passages
from marsad.analyse.stories import Story, stories
from marsad.case.case import Case
from marsad.case.changes import latest
from marsad.case.corrections import effective_excerpts
from marsad.collecting import collection_paused
from marsad.text.clitics import Segmenter

_STAMP = "linked"


def are_fresh(case: Case) -> bool:
    """Whether the case is linked as it is now."""
    return case.query("SELECT value FROM setting WHERE name = ?", _STAMP) == [(_state(case),)]


@collection_paused()
def relink(case: Case) -> int:
    """Link the events of all documents again; the number of groups of two and more. The case is open for writing."""
    with case.snapshot():
        state = _state(case)
        excerpts = [replace(excerpt, id=id) for id, excerpt in effective_excerpts(case.database, Excerpt)]
        items = {
            (document, event): item
            for item, document, event in case.query(
                "SELECT item.item, document.id, item.id FROM item JOIN document ON document.doc = item.doc"
                " WHERE layer = 'events' AND state <> 'rejected'"
            )
        }
        reports = case.events()
    linked = link(excerpts, Passages(Segmenter()), kin())
    links = {items[report.document, report.event]: report for report in linked}
    told = stories(reports, {item: report.group for item, report in links.items()})
    with case.database.transaction():
        case.database.run("DELETE FROM link")
        case.database.run("DELETE FROM story")
        # What was corrected or purged meanwhile has no item: the stamp then tells that the links are not fresh.
        case.database.many(
            "INSERT INTO link (item, grp, main, likeness) SELECT item, ?, ?, ? FROM item WHERE item = ?",
            ((link.group, int(link.main), link.likeness, item) for item, link in links.items()),
        )
        case.database.many(
            "INSERT INTO story (reports, json, grp, date, type, place, killed_low, killed_high, injured_low,"
            " injured_high, documents, origins, outlets, contradictions)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            map(_row, told),
        )
        case.database.run("INSERT OR REPLACE INTO setting VALUES (?, ?)", _STAMP, state)
    return sum(len(story.reports) > 1 for story in told)


def groups_by_item(case: Case) -> dict[int, str]:
    """The group of each event, by item; empty where the case was never linked."""
    return dict(case.query("SELECT item, grp FROM link"))


def groups_of(case: Case) -> list[dict[str, Any]]:
    """Of each document that was read, in order: the group of its main event (None without events), and the others'."""
    rows = case.query(
        "SELECT document.id, link.grp, link.main FROM document LEFT JOIN item ON item.doc = document.doc"
        " AND item.layer = 'events' LEFT JOIN link ON link.item = item.item"
        " WHERE document.aside IS NULL ORDER BY document.doc, item.start, item.item"
    )
    told: dict[str, dict[str, Any]] = {}
    for document, group, main in rows:
        row = told.setdefault(document, {"id": document, "main": None, "mentions": []})
        if main:
            row["main"] = group
        elif group is not None and group not in row["mentions"]:
            row["mentions"].append(group)
    return list(told.values())


def _row(story: Story) -> tuple[Any, ...]:
    """The cells of a story: how many reports, as JSON, then each field of its summary."""
    summary = story.summary
    told = (msgspec.json.encode(cell).decode() if isinstance(cell, tuple) else cell for cell in astuple(summary))
    return len(story.reports), msgspec.json.encode(summary), *told


def _state(case: Case) -> str:
    """What tells one state of documents, readings and corrections from another."""
    return str(latest(case.database))
