"""Events told once each, listed by the database: pages of a list, counts by time and place, without reading records."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.analyse.stories import Story, stories
from marsad.case.answers import document_of
from marsad.case.case import Case
from marsad.case.selection import EVERYTHING, Selection, condition

FROM = (
    " FROM item JOIN event ON event.item = item.item JOIN document ON document.doc = item.doc"
    " LEFT JOIN link ON link.item = item.item"
)
GROUP = "coalesce(link.grp, 'i' || item.item)"
"""SQL over `FROM`: what tells events apart, of which several reports may be linked."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An event in a list: its group, what its first report says, and how many tell it.

    `killed_low` and `killed_high` are the least and most that any report says; `since` is its first day."""

    group: str
    item: str
    type: str
    status: str
    date: str | None
    since: str | None
    place: str | None
    killed_low: int | None
    killed_high: int | None
    reports: int
    origins: int
    outlets: int
    words: str


ORDERS = {
    "oldest": "min(event.since) IS NULL, min(event.since), told",
    "newest": "max(event.until) IS NULL, max(event.until) DESC, told",
    "told": "count(DISTINCT document.origin) DESC, min(event.since), told",
    "killed": "max(coalesce(event.killed_max, event.killed_min, -1)) DESC, min(event.since), told",
}


def listed_events(
    case: Case, selection: Selection = EVERYTHING, order: str = "oldest", limit: int = 50, offset: int = 0
) -> list[Listed]:
    """A page of the events of a selection, each once. `order` is a key of ORDERS."""
    where, values = condition(case.database, selection, "events")
    # SQLite takes the other columns of a group from the row of its least item: the report that was added first.
    rows = case.query(
        f"SELECT {GROUP} AS told, min(item.item), item.doc || ':' || item.id, item.type, event.status, event.date,"
        " event.since, min(event.killed_min), max(coalesce(event.killed_max, event.killed_min)), count(*),"
        " count(DISTINCT document.origin), count(DISTINCT document.outlet), item.doc, item.sentence"
        f"{FROM} WHERE {where} GROUP BY told ORDER BY {ORDERS[order]} LIMIT ? OFFSET ?",
        *values, limit, offset,
    )  # fmt: skip
    return [
        Listed(group, item, type_, status, date, since, _place(case, first), low, high, reports, origins, outlets,
               _sentence(case, document, sentence))
        for group, first, item, type_, status, date, since, low, high, reports, origins, outlets, document, sentence
        in rows
    ]  # fmt: skip


def count_events(case: Case, selection: Selection = EVERYTHING) -> int:
    """How many events a selection holds, each counted once."""
    where, values = condition(case.database, selection, "events")
    ((count,),) = case.query(f"SELECT count(DISTINCT {GROUP}){FROM} WHERE {where}", *values)
    return int(count)


def counts_by_type(case: Case, selection: Selection = EVERYTHING) -> dict[str, int]:
    """Reports of each type, the most first."""
    where, values = condition(case.database, selection, "events")
    return dict(case.query(f"SELECT item.type, count(*){FROM} WHERE {where} GROUP BY 1 ORDER BY 2 DESC, 1", *values))


def counts_by_period(case: Case, selection: Selection = EVERYTHING, digits: int = 7) -> dict[str, int]:
    """Events by the day (10 digits), month (7) or year (4) that holds all of their date."""
    where, values = condition(case.database, selection, "events")
    return dict(
        case.query(
            f"SELECT substr(event.since, 1, ?) AS period, count(DISTINCT {GROUP}){FROM} WHERE {where}"
            " AND event.since IS NOT NULL AND substr(event.since, 1, ?) = substr(event.until, 1, ?)"
            " GROUP BY period ORDER BY period",
            digits, *values, digits, digits,
        )
    )  # fmt: skip


def told_story(case: Case, group: str) -> Story | None:
    """The event of a group with all its reports, None where there is no such group."""
    items = {item for (item,) in case.query("SELECT item FROM link WHERE grp = ?", group)}
    if not items and group[:1] == "i" and group[1:].isdecimal():
        items = {int(group[1:])}
    documents = tuple(sorted({document_of(item) for item in items}))
    if not documents:
        return None
    reports = [report for report in case.events(Selection(documents=documents)) if report.item in items]
    return next(iter(stories(reports, dict.fromkeys(items, group))), None)


def _place(case: Case, item: int) -> str | None:
    rows = case.query("SELECT text FROM location WHERE item = ? AND role = 'place' ORDER BY n LIMIT 1", item)
    return rows[0][0] if rows else None


def _sentence(case: Case, document: int, sentence: int) -> str:
    rows = case.query("SELECT text FROM sentence WHERE doc = ? AND n = ?", document, sentence)
    return rows[0][0] if rows else ""
