"""Relations, figures, places and actors: what is named, once each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from typing import TypeVar

from marsad.model import Place, Quantity, Record
from marsad.report.labels import Labels
from marsad.report.page import Fact, Page

Item = TypeVar("Item")


def show_relations(record: Record, page: Page, labels: Labels) -> None:
    """Control, backing, alliances and the like."""
    if not record.relations:
        return
    page.heading(labels("relations"))
    for relation in record.relations:
        facts = [
            ("", labels.name("statuses", relation.status)) if relation.status != "occurred" else ("", ""),
            (labels("from"), relation.from_.text if relation.from_ else ""),
            (labels("to"), relation.to.text if relation.to else ""),
            (labels("place"), "، ".join(p.text for p in relation.places)),
            (labels("date"), relation.date or ""),
            (labels("source"), relation.source or ""),
        ]
        page.head("•", labels.name("relation_types", relation.type), (f for f in facts if f[1]))
        page.quote(record, relation.start, relation.end)


def show_figures(record: Record, page: Page, labels: Labels) -> None:
    """Quantities with what they count."""
    if not record.quantities:
        return
    page.heading(labels("figures"))
    for quantity in record.quantities:
        page.head("•", quantity.text, _measure(quantity, labels))


def _measure(quantity: Quantity, labels: Labels) -> list[Fact]:
    value = labels.bounds(quantity.min, quantity.max)
    if quantity.approximate:
        value = f"{labels('about')} {value}"
    facts = [("", value if quantity.unit in (None, "other") else f"{value} {quantity.unit}")]
    held = [("per", quantity.per), ("counted", quantity.of), ("place", quantity.place), ("source", quantity.source)]
    return facts + [(labels(key), found) for key, found in held if found]


def show_places(record: Record, page: Page, labels: Labels) -> None:
    """Each place once, with what is known of where it is."""
    if not record.places:
        return
    page.heading(labels("places"))
    for place, count in _distinct((p.gazetteer_id or (p.text, p.lat, p.lon), p) for p in record.places):
        page.head("•", place.text, _located(place, count, labels))


def _located(place: Place, count: int, labels: Labels) -> list[Fact]:
    facts = [("", labels.name("place_kinds", place.kind))]
    where = [part for part in (place.admin1, place.country) if part]
    if where:
        facts.append(("", "، ".join(where)))
    if place.lat is not None and place.lon is not None:
        facts.append(("", f"{place.lat:.2f}, {place.lon:.2f}"))
    elif place.kind not in ("country", "region"):
        facts.append(("", labels("unlocated")))
    if place.alternatives:
        others = [f"{other.name} {other.country or ''}".strip() for other in place.alternatives]
        facts.append((labels("or"), "، ".join(dict.fromkeys(others))))
    return facts + _counted(count)


def show_actors(record: Record, page: Page, labels: Labels) -> None:
    """Each actor once."""
    if not record.actors:
        return
    page.heading(labels("actors"))
    for actor, count in _distinct((a.key or a.text, a) for a in record.actors):
        facts = [("", labels.name("actor_types", actor.type)), ("", actor.role or ""), ("", actor.key or "")]
        page.head("•", actor.text, [f for f in facts if f[1]] + _counted(count))


def _counted(count: int) -> list[Fact]:
    return [("", f"×{count}")] if count > 1 else []


def _distinct(keyed: Iterable[tuple[Hashable, Item]]) -> list[tuple[Item, int]]:
    """The first item of each key with how often the key stands there, in order."""
    first: dict[Hashable, Item] = {}
    count: Counter[Hashable] = Counter()
    for key, item in keyed:
        first.setdefault(key, item)
        count[key] += 1
    return [(item, count[key]) for key, item in first.items()]
