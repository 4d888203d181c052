"""`marsad codebook`: what the types and categories mean."""

from __future__ import annotations

from pathlib import Path

import click

from marsad.cli import options
from marsad.codebook import Codebook, EventType, Name, codebook_of
from marsad.resources import Resources

SECTION_LABELS = {
    "event_types": ("Event types", "أنواع الأحداث"),
    "statuses": ("Statuses of events", "حالات الأحداث"),
    "actor_types": ("Types of actors", "أنواع الأطراف"),
    "place_kinds": ("Kinds of places", "أنواع الأماكن"),
    "reason_categories": ("Categories of reasons", "فئات الأسباب"),
    "reason_kinds": ("Kinds of reasons", "أشكال الأسباب"),
    "statement_kinds": ("Kinds of statements", "أنواع الأقوال"),
    "relation_types": ("Types of relations", "أنواع العلاقات"),
}


@click.command()
@click.argument("name", required=False)
@options.language
@options.lexicons
def codebook(name: str | None, lang: str, lexicons: Path | None) -> None:
    """Print the codebook: every type and category that a record can hold, and what it means; your own types too.

    NAME is one entry (shelling) or one section (reason_categories); without it everything is printed.

    \b
    marsad codebook
    marsad codebook reason_categories
    marsad codebook shelling --lang ar
    """
    book = Resources(lexicons).of(codebook_of)
    if name is None:
        for section in book.sections:
            _print_section(book, section, lang)
    elif name in book.sections:
        _print_section(book, name, lang)
    else:
        found = [entry for entries in book.sections.values() if (entry := entries.get(name))]
        if not found:
            raise click.UsageError(
                f"the codebook has no {name!r}: give a section ({', '.join(book.sections)}) or a name that "
                "`marsad codebook` prints"
            )
        for entry in found:
            _print_entry(entry, lang)


def _print_section(book: Codebook, section: str, lang: str) -> None:
    english, arabic = SECTION_LABELS.get(section, (section, section))
    click.secho(f"{arabic if lang == 'ar' else english} ({section})", bold=True)
    for entry in book.sections[section].values():
        label = entry.ar if lang == "ar" else entry.en
        click.echo(f"  {entry.name:<18} {label}: {entry.means}")
    click.echo()


def _print_entry(entry: Name, lang: str) -> None:
    first, second = (entry.ar, entry.en) if lang == "ar" else (entry.en, entry.ar)
    click.secho(f"{entry.name}: {first} ({second})", bold=True)
    click.echo(f"  {entry.means}")
    if isinstance(entry, EventType):
        for row in entry.acled:
            when = f"  (where {row.when})" if row.when else ""
            click.echo(f"  ACLED   {row.event_type} / {row.sub_event_type}{when}")
        if entry.plover:
            click.echo(f"  PLOVER  {entry.plover}")
