"""The report of a record, section by section."""

from __future__ import annotations

from typing import IO

from marsad.codebook import Codebook
from marsad.model import Record
from marsad.report.arguments import show_outlooks, show_reasons, show_statements
from marsad.report.happenings import show_events
from marsad.report.labels import Labels
from marsad.report.mentions import show_actors, show_figures, show_places, show_relations
from marsad.report.page import Page

_SECTIONS = (
    show_events, show_reasons, show_statements, show_outlooks, show_relations, show_figures, show_places, show_actors,
)  # fmt: skip


class Report:
    """Prints records for a person to read. `lang` (en, ar) is that of headings and labels, `book` the codebook."""

    def __init__(
        self, stream: IO[str], lang: str = "en", page: Page | None = None, book: Codebook | None = None
    ) -> None:
        self._page = page or Page(stream, lang)
        self._labels = Labels(lang, book)
        self._shown = 0

    def show(self, record: Record) -> None:
        """Print one record, parted from the one before."""
        page, labels = self._page, self._labels
        if self._shown:
            page.rule()
        self._shown += 1
        self._header(record)
        if not any((record.events, record.reasons, record.statements, record.places, record.actors)):
            page.blank()
            page.note(labels("nothing"))
        for section in _SECTIONS:
            section(record, page, labels)
        if record.warnings:
            page.heading(labels("warnings"))
            for warning in record.warnings:
                page.note(f"• {warning.message} ({warning.code})")
        page.blank()

    def _header(self, record: Record) -> None:
        page, labels, source = self._page, self._labels, record.source
        page.title(record.title or record.text.strip().partition("\n")[0][:120])
        published = labels("undated")
        if source.published:
            basis = f" ({labels('basis_' + source.published_basis)})" if source.published_basis else ""
            published = f"{source.published}{basis}"
        page.facts([("", source.outlet or labels("no_outlet")), (labels("published"), published)], indent=0)
        page.facts([("", source.path or source.url or record.id)], indent=0)
