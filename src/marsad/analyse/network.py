"""Who acts on whom: actors and what is told between them, each tie with the independent documents that tell it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from marsad.case.case import Case
from marsad.case.selection import EVERYTHING, Selection, condition
from marsad.collecting import collection_paused

KINDS = ("attacks", "accuses", "backs", "allies", "disputes")
"""What a tie is about. `allies` and `disputes` have no direction: their ends stand in the order of their keys."""

_ACCUSING = ("accusation", "condemnation")
_RELATIONS = {"backing": "backs", "alliance": "allies", "dispute": "disputes"}
MUTUAL = ("allies", "disputes")


@dataclass(frozen=True, slots=True)
class Node:
    """An actor: `key`, the words that name it most often here, its type."""

    key: str
    text: str
    type: str | None


@dataclass(frozen=True, slots=True)
class Tie:
    """What one actor does to another. `origins` are documents that are no copies of each other, `items` name the
    events or relations, `denied` how many of them are told as denied."""

    kind: str
    source: str
    target: str
    origins: int
    denied: int
    items: tuple[int, ...]

    @property
    def plain(self) -> Mapping[str, Any]:
        """The tie as JSON values."""
        names = ("kind", "source", "target", "origins", "denied")
        return {**{name: getattr(self, name) for name in names}, "reports": len(self.items)}


@dataclass(frozen=True, slots=True)
class Network:
    """Actors by key, and ties, those of most independent documents first."""

    nodes: Mapping[str, Node]
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that tells of a tie."""

    reference: str
    document: int
    sentence: int
    outlet: str | None
    published: str | None
    type: str
    status: str | None
    text: str


@collection_paused()
def network(case: Case, violent: Collection[str], public: Container[str], selection: Selection = EVERYTHING) -> Network:
    """The network of a selection. `violent` are the event types that are attacks; of persons only those in `public`
    (keys of the actors' dictionary) are in it: nobody else is followed through a case."""
    found: dict[tuple[str, str, str], dict[int, tuple[int, bool]]] = {}
    names: dict[str, Counter[str]] = {}
    types: dict[str, str | None] = {}
    for item, origin, kind, denied, *ends in (*_acts(case, violent, selection), *_relations(case, selection)):
        if any(type_ == "person" and key not in public for key, _, type_ in ends) or ends[0][0] == ends[1][0]:
            continue
        for key, text, type_ in ends:
            names.setdefault(key, Counter())[text] += 1
            types.setdefault(key, type_)
        source, target = (end[0] for end in (sorted(ends) if kind in MUTUAL else ends))
        found.setdefault((kind, source, target), {})[item] = origin, denied
    ties = [
        Tie(kind, source, target, len({origin for origin, _ in items.values()}),
            sum(denied for _, denied in items.values()), tuple(items))
        for (kind, source, target), items in found.items()
    ]  # fmt: skip
    ties.sort(key=lambda tie: (-tie.origins, -len(tie.items), tie.source, tie.target, tie.kind))
    # Of words that are as frequent the longer: a name rather than a word for it.
    nodes = {
        key: Node(key, max(words, key=lambda text: (words[text], len(text), text)), types[key])
        for key, words in names.items()
    }
    return Network(nodes, tuple(ties))


def told_of(case: Case, tie: Tie, limit: int = 60) -> list[Told]:
    """The sentences of a tie, by date of publication."""
    marks = ", ".join("?" for _ in tie.items)
    rows = case.query(
        "SELECT item.doc || ':' || item.id, item.doc, item.sentence, document.outlet, document.published,"
        " item.type, event.status, coalesce(sentence.text, '') FROM item JOIN document ON document.doc = item.doc"
        " LEFT JOIN event ON event.item = item.item"
        " LEFT JOIN sentence ON sentence.doc = item.doc AND sentence.n = item.sentence"
        f" WHERE item.item IN ({marks}) ORDER BY document.since IS NULL, document.since, item.item LIMIT ?",
        *tie.items, limit,
    )  # fmt: skip
    return [Told(*row) for row in rows]


_Row = tuple[int, int, str, bool, tuple[str, str, str | None], tuple[str, str, str | None]]


def _acts(case: Case, violent: Collection[str], selection: Selection) -> Iterator[_Row]:
    kinds = {**dict.fromkeys(violent, "attacks"), **dict.fromkeys(_ACCUSING, "accuses")}
    where, values = condition(case.database, selection, "events")
    rows = case.query(
        "SELECT item.item, document.origin, item.type, event.status, one.key, one.text, one.type, other.key,"
        " other.text, other.type FROM item JOIN document ON document.doc = item.doc"
        " JOIN event ON event.item = item.item"
        " JOIN party one ON one.item = item.item AND one.role = 'perpetrator' AND one.key IS NOT NULL"
        " JOIN party other ON other.item = item.item AND other.role = 'target' AND other.key IS NOT NULL"
        f" WHERE {where} AND event.status NOT IN ('planned', 'possible')",
        *values,
    )
    for item, origin, type_, status, *ends in rows:
        if type_ in kinds:
            yield item, origin, kinds[type_], status == "denied", tuple(ends[:3]), tuple(ends[3:])


def _relations(case: Case, selection: Selection) -> Iterator[_Row]:
    where, values = condition(case.database, selection, "relations")
    rows = case.query(
        "SELECT item.item, document.origin, item.type, item.value ->> 'status', one.key, one.text, one.type, other.key,"
        " other.text, other.type FROM item JOIN document ON document.doc = item.doc"
        " JOIN party one ON one.item = item.item AND one.role = 'from' AND one.key IS NOT NULL"
        " JOIN party other ON other.item = item.item AND other.role = 'to' AND other.key IS NOT NULL"
        f" WHERE {where}",
        *values,
    )
    for item, origin, type_, status, *ends in rows:
        if type_ in _RELATIONS:
            yield item, origin, _RELATIONS[type_], status == "denied", tuple(ends[:3]), tuple(ends[3:])
