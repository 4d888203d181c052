"""What happened: the events with their arguments and tolls, each with its sentence."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.model import Event, Record
from marsad.report.labels import Labels
from marsad.report.outline import DATA, OWN, Entry, Explain, Fact, Part, fact, kept, lines
from marsad.report.references import References

_TOLLS = ("killed", "injured", "detained", "missing", "displaced")


def events(record: Record, labels: Labels, named: References, explain: Explain) -> Iterator[Entry]:
    """The events in the order of the text."""
    for n, event in enumerate(record.events, 1):
        yield Entry(
            event.id,
            f"{n}.",
            labels.name("event_types", event.type),
            (event.start, event.end),
            brief=kept(_brief(event, labels, named)),
            facts=lines(
                [*_sides(event, labels, named), *_rest(event, labels)],
                _tolls(event, labels),
                [
                    Fact(labels("led_to"), named.items(event.led_to)),
                    Fact(labels("denied_by"), named.items(event.denied_by)),
                ],
            ),
            items=(event.id,),
            quoted=True,
            made=explain(event),
        )


def _brief(event: Event, labels: Labels, named: References) -> list[Fact]:
    return [
        fact("", labels.name("statuses", event.status), OWN),
        fact(labels("date"), event.date, DATA),
        Fact(labels("place"), named.parts(event.place)),
    ]


def _sides(event: Event, labels: Labels, named: References) -> list[Fact]:
    by, against = named.parts(event.perpetrators), named.parts(event.targets)
    if event.type == "clash" and by and against:
        return [Fact(labels("parties"), (*by, Part("/", sign=True), *against))]
    if not against and len(by) > 1:
        return [Fact(labels("parties"), by)]
    return [Fact(labels("by"), by), Fact(labels("against"), against)]


def _rest(event: Event, labels: Labels) -> list[Fact]:
    return [
        fact(labels("weapon"), event.weapon),
        fact(labels("source"), event.source),
        fact("", labels("times", n=event.count) if event.count else None, OWN),
    ]


def _tolls(event: Event, labels: Labels) -> list[Fact]:
    facts = [fact(labels(name), labels.count(count), OWN) for name in _TOLLS if (count := getattr(event, name))]
    for part in event.victims:
        if part.harm in _TOLLS:
            label = f"{labels('among_them')} {labels(part.harm)}"
            count = Part(f"({labels.bounds(part.min, part.max)})", sign=True)
            facts.append(Fact(label, (Part(part.who), count)))
    return facts
