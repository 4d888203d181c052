"""Words of the report in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import yaml

from marsad.codebook import Codebook, codebook
from marsad.folders import DATA
from marsad.model import Count

REPORT = DATA / "vocab" / "report.yml"
LANGUAGES = ("en", "ar")


class Labels:
    """Headings, labels and the codebook's names in one language (`en`, `ar`); `book` with own event types.

    A label of a later one of the `tables` stands above that of an earlier."""

    def __init__(self, lang: str, book: Codebook | None = None, tables: Iterable[Path] = (REPORT,)) -> None:
        self.lang = lang
        self.comma = "، " if lang == "ar" else ", "
        self._words: dict[str, dict[str, str]] = {}
        for table in tables:
            loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
            self._words.update(yaml.load(table.read_text(encoding="utf-8"), Loader=loader))
        self._sections = (book or codebook()).sections

    def __call__(self, key: str, **filled: object) -> str:
        """The label of a key of report.yml."""
        return self._words[key][self.lang].format(**filled)

    def of(self, prefix: str, name: str) -> str:
        """The label of a name that has its key in report.yml; of another, the name as it is."""
        return self(prefix + name) if prefix + name in self._words else name

    def name(self, section: str, name: str) -> str:
        """The label of a name of the codebook; a name that the codebook does not hold, in plain words."""
        entry = self._sections[section].get(name)
        if entry is None:
            return name.replace("_", " ")
        return entry.ar if self.lang == "ar" else entry.en

    def names(self, section: str) -> tuple[str, ...]:
        """The names of a section of the codebook, in its order."""
        return tuple(self._sections[section])

    def count(self, count: Count) -> str:
        """How many, as a range where the text leaves one."""
        return self.bounds(count.min, count.max)

    def bounds(self, least: float | None, most: float | None) -> str:
        """A figure by its bounds: "7", "13 or more", "3 to 9"."""
        if least is None and most is None:
            return "?"
        if most is None:
            return self("at_least", n=_number(least))
        if least is None:
            return self("at_most", n=_number(most))
        return _number(least) if least == most else self("between", n=_number(least), m=_number(most))


def _number(value: float | None) -> str:
    return f"{value:,.10g}" if value is not None else "?"
