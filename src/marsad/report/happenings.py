"""What happened: the events with their arguments and tolls, each with its sentence."""

from __future__ import annotations

from marsad.model import Event, Record
from marsad.report.labels import Labels
from marsad.report.page import Fact, Page

_TOLLS = ("killed", "injured", "detained", "missing", "displaced")
_LIST = "، "


def show_events(record: Record, page: Page, labels: Labels) -> None:
    """The section of events, in the order of the text."""
    if not record.events:
        return
    page.heading(labels("happened"))
    for n, event in enumerate(record.events, 1):
        page.head(f"{n}.", labels.name("event_types", event.type), _brief(event, labels))
        page.facts([*_sides(event, labels), *_rest(event, labels)])
        page.facts(_tolls(event, labels))
        page.quote(record, event.start, event.end)


def _brief(event: Event, labels: Labels) -> list[Fact]:
    facts = [("", labels.name("statuses", event.status))]
    if event.date:
        facts.append((labels("date"), event.date))
    if event.place:
        facts.append((labels("place"), _LIST.join(p.text for p in event.place)))
    return facts


def _sides(event: Event, labels: Labels) -> list[Fact]:
    by, against = (_LIST.join(a.text for a in side) for side in (event.perpetrators, event.targets))
    if event.type == "clash" and by and against:
        return [(labels("parties"), by + " / " + against)]
    if not against and len(event.perpetrators) > 1:
        return [(labels("parties"), by)]
    return [(labels("by"), by), (labels("against"), against)]


def _rest(event: Event, labels: Labels) -> list[Fact]:
    facts = [(labels("weapon"), event.weapon or ""), (labels("source"), event.source or "")]
    if event.count:
        facts.append(("", labels("times", n=event.count)))
    if event.denied_by:
        facts.append(("", labels("denied_by")))
    return facts


def _tolls(event: Event, labels: Labels) -> list[Fact]:
    facts = [(labels(name), labels.count(count)) for name in _TOLLS if (count := getattr(event, name))]
    for part in event.victims:
        if part.harm in _TOLLS:
            label = f"{labels('among_them')} {labels(part.harm)}"
            facts.append((label, f"{part.who} ({labels.bounds(part.min, part.max)})"))
    return facts
