"""Making the outline of a record: the sections in the order in which they are shown."""

from __future__ import annotations

from collections.abc import Iterable

from marsad.model import Record
from marsad.report import arguments, happenings, mentions
from marsad.report.labels import Labels
from marsad.report.outline import (
    ACTORS,
    DATA,
    EVENTS,
    FIGURES,
    OUTLOOKS,
    OWN,
    PLACES,
    REASONS,
    RELATIONS,
    STATEMENTS,
    TIMES,
    Entry,
    Explain,
    Fact,
    Outline,
    Section,
    fact,
    lines,
    unexplained,
)
from marsad.report.references import References

HEADINGS = {
    REASONS: "why", EVENTS: "happened", STATEMENTS: "says", OUTLOOKS: "expected", PLACES: "places", ACTORS: "actors",
    TIMES: "times_named", FIGURES: "figures", RELATIONS: "relations",
}  # fmt: skip
"""Layers of the record in the order in which they are shown, with the keys of their headings in report.yml."""
_TITLE = 120


def outlined(record: Record, labels: Labels, explain: Explain = unexplained) -> Outline:
    """The outline of a record in the language of the labels."""
    named = References(record)
    entries: dict[str, Iterable[Entry]] = {
        REASONS: arguments.reasons(record, labels, named, explain),
        EVENTS: happenings.events(record, labels, named, explain),
        STATEMENTS: arguments.statements(record, labels, explain),
        OUTLOOKS: arguments.outlooks(record, labels),
        PLACES: mentions.places(record, labels),
        ACTORS: mentions.actors(record, labels),
        TIMES: mentions.times(record, labels),
        FIGURES: mentions.figures(record, labels),
        RELATIONS: mentions.relations(record, labels, named),
    }
    sections = [Section(layer, labels(key), tuple(entries[layer])) for layer, key in HEADINGS.items()]
    found = any((record.events, record.reasons, record.statements, record.places, record.actors))
    return Outline(
        title=title(record),
        source=_source(record, labels),
        sections=tuple(section for section in sections if section.entries),
        warnings=tuple(f"{warning.message} ({warning.code})" for warning in record.warnings),
        note=None if found else labels("nothing"),
    )


def title(record: Record) -> str:
    """The document's title, else its first line."""
    return record.title or record.text.strip().partition("\n")[0][:_TITLE] or record.id


def _source(record: Record, labels: Labels) -> tuple[tuple[Fact, ...], ...]:
    source = record.source
    outlet = fact("", source.outlet) if source.outlet else fact("", labels("no_outlet"), OWN)
    published = fact("", labels("undated"), OWN)
    if source.published:
        published = fact(labels("published"), source.published, DATA)
    basis = labels(f"basis_{source.published_basis}") if source.published and source.published_basis else None
    return lines([outlet, published, fact("", basis, OWN)], [fact("", source.path or source.url or record.id)])
