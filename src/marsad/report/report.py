"""The outline of a record, printed."""

from __future__ import annotations

from typing import IO

from marsad.codebook import Codebook
from marsad.model import Record
from marsad.report.labels import Labels
from marsad.report.outline import Entry, Explain, unexplained
from marsad.report.outlined import outlined
from marsad.report.page import Page

_INDENT, _DEEPER = 4, 2


class Report:
    """Prints records for a person to read. `lang` (en, ar) is that of headings and labels, `book` the codebook."""

    def __init__(
        self,
        stream: IO[str],
        lang: str = "en",
        page: Page | None = None,
        book: Codebook | None = None,
        explain: Explain = unexplained,
    ) -> None:
        self._page = page or Page(stream, lang)
        self._labels = Labels(lang, book)
        self._explain = explain
        self._shown = 0

    def show(self, record: Record) -> None:
        """Print one record, parted from the one before."""
        page, outline = self._page, outlined(record, self._labels, self._explain)
        if self._shown:
            page.rule()
        self._shown += 1
        page.title(outline.title)
        for line in outline.source:
            page.facts(line, indent=0)
        if outline.note:
            page.blank()
            page.note(outline.note)
        for section in outline.sections:
            page.heading(section.heading)
            for entry in section.entries:
                self._entry(record, entry)
        if outline.warnings:
            page.heading(self._labels("warnings"))
            for warning in outline.warnings:
                page.note(f"• {warning}")
        page.blank()

    def _entry(self, record: Record, entry: Entry) -> None:
        page, deeper = self._page, entry.level * _DEEPER
        count = f"×{len(entry.items)}" if len(entry.items) > 1 else ""
        page.head(entry.mark, entry.name, entry.brief, count, indent=1 + deeper)
        for facts in entry.facts:
            page.facts(facts, _INDENT + deeper)
        if entry.quoted:
            page.quote(record, *entry.words, _INDENT + deeper)
        for number in entry.evidence:
            page.evidence(record, number, _INDENT + deeper)
        page.facts(entry.made, _INDENT + deeper, style="dim")
