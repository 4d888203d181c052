"""Names of the places in a page that links lead to."""

from __future__ import annotations

from marsad.report.outline import Outline


class Anchors:
    """Ids in the part of a page that shows the document of a number, so that several documents stand in one page.

    An item is shown by an entry, alone or with others of the same name, and has its words in the article."""

    def __init__(self, number: int, outline: Outline) -> None:
        self.document = f"d{number}"
        self._entries = {
            item: entry.id for section in outline.sections for entry in section.entries for item in entry.items
        }

    def entry(self, item: str) -> str:
        """The entry that shows an item."""
        return f"{self.document}-{self._entries[item]}"

    def shown(self, item: str | None) -> bool:
        """Whether an entry shows the item."""
        return item in self._entries

    def words(self, item: str) -> str:
        """The words of an item in the article."""
        return f"{self.document}-at-{item}"

    def sentence(self, number: int) -> str:
        """A sentence of the article, by its number in the record."""
        return f"{self.document}-sentence-{number + 1}"

    def section(self, layer: str) -> str:
        """The entries of a layer."""
        return f"{self.document}-{layer}"
