"""Places, actors, times, figures and relations: what is named; places and actors once each."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

from marsad.model import Actor, Place, Quantity, Record
from marsad.report.labels import Labels
from marsad.report.outline import DATA, OWN, TEXT, Entry, Fact, Part, fact, kept, lines
from marsad.report.references import References

Item = TypeVar("Item", Place, Actor)


def places(record: Record, labels: Labels) -> Iterator[Entry]:
    """Each place once, with what is known of where it is."""
    for found in _alike((p.gazetteer_id or (p.text, p.lat, p.lon), p) for p in record.places):
        place = found[0]
        yield _entry(found, place.text, (place.start, place.end), _located(place, labels))


def _located(place: Place, labels: Labels) -> list[Fact]:
    return [
        fact("", labels.name("place_kinds", place.kind), OWN),
        Fact("", tuple(Part(part) for part in (place.admin1, place.country) if part), DATA),
        fact("", f"{place.lat:.2f}, {place.lon:.2f}", DATA)
        if place.lat is not None and place.lon is not None
        else fact("", labels("unlocated") if place.kind not in ("country", "region") else None, OWN),
        Fact(labels("or"), tuple(map(Part, _others(place))), DATA),
    ]


def _others(place: Place) -> Iterable[str]:
    """The other places of that name, told once."""
    return dict.fromkeys(f"{other.name} {other.country or ''}".strip() for other in place.alternatives)


def actors(record: Record, labels: Labels) -> Iterator[Entry]:
    """Each actor once."""
    for found in _alike((a.key or a.text, a) for a in record.actors):
        actor = found[0]
        facts = [
            fact("", labels.name("actor_types", actor.type), OWN),
            fact("", actor.role),
            fact("", actor.key, DATA),
        ]
        yield _entry(found, actor.text, (actor.start, actor.end), facts)


def times(record: Record, labels: Labels) -> Iterator[Entry]:
    """Every expression of time with the date that it means."""
    for time in record.times:
        brief = [
            fact("", time.edtf, DATA),
            fact("", time.clock),
            fact("", labels(f"calendar_{time.calendar}") if time.calendar != "gregorian" else None, OWN),
        ]
        yield Entry(time.id, "•", time.text, (time.start, time.end), TEXT, kept(brief), items=(time.id,))


def figures(record: Record, labels: Labels) -> Iterator[Entry]:
    """Quantities with what they count."""
    for quantity in record.quantities:
        yield Entry(
            quantity.id, "•", quantity.text, (quantity.start, quantity.end), TEXT,
            brief=kept(_measure(quantity, labels)), items=(quantity.id,),
        )  # fmt: skip


def _measure(quantity: Quantity, labels: Labels) -> list[Fact]:
    value = labels.bounds(quantity.min, quantity.max)
    if quantity.approximate:
        value = f"{labels('about')} {value}"
    if quantity.unit not in (None, "other"):
        value = f"{value} {labels.of('unit_', quantity.unit)}"
    return [
        fact("", value, OWN),
        fact(labels("per"), labels.of("per_", quantity.per) if quantity.per else None, OWN),
        fact(labels("counted"), quantity.of),
        fact(labels("place"), quantity.place),
        fact(labels("source"), quantity.source),
    ]


def relations(record: Record, labels: Labels, named: References) -> Iterator[Entry]:
    """Control, backing, alliances and the like."""
    for relation in record.relations:
        brief = [
            fact("", labels.name("statuses", relation.status) if relation.status != "occurred" else None, OWN),
            Fact(labels("from"), (named.part(relation.from_),) if relation.from_ else ()),
            Fact(labels("to"), (named.part(relation.to),) if relation.to else ()),
            Fact(labels("place"), named.parts(relation.places)),
            fact(labels("date"), relation.date, DATA),
            fact(labels("source"), relation.source),
        ]
        yield Entry(
            relation.id, "•", labels.name("relation_types", relation.type), (relation.start, relation.end),
            facts=lines(brief), items=(relation.id,), quoted=True,
        )  # fmt: skip


def _entry(found: list[Item], name: str, words: tuple[int, int], brief: Iterable[Fact]) -> Entry:
    ids = tuple(item.id for item in found)
    return Entry(ids[0], "•", name, words, TEXT, kept(brief), items=ids)


def _alike(keyed: Iterable[tuple[Hashable, Item]]) -> Iterable[list[Item]]:
    """The items of each key together, in the order in which the keys are first met."""
    found: dict[Hashable, list[Item]] = {}
    for key, item in keyed:
        found.setdefault(key, []).append(item)
    return found.values()
