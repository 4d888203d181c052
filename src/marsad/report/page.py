"""Lines of a report: headings, facts and quoted sentences, safe and readable in a terminal that knows both directions.

Terminals order right-to-left text themselves, so nothing is reversed here. Values that stand in a line of another
direction are isolated (FSI … PDI): without it an ISO date behind an Arabic word is shown flipped."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from rich.console import Console
from rich.text import Text

from marsad.model import Record
from marsad.report.outline import Fact, between
from marsad.report.passages import passage
from marsad.report.safe import safe

_ISOLATE, _POP = "\u2068", "\u2069"
PLAIN_WIDTH = 10_000
SEPARATOR = " · "


class Page:
    """Writes a report to a stream: coloured and wrapped in a terminal, plain and unwrapped elsewhere."""

    def __init__(self, stream: IO[str], lang: str = "en", console: Console | None = None) -> None:
        self.console = console or Console(file=stream, highlight=False, emoji=False, markup=False)
        self._lang = lang
        terminal = self.console.is_terminal
        if console is None and not terminal:
            self.console.width = PLAIN_WIDTH
        # In a file English labels keep dates and Arabic names apart, and plain text is easier to search.
        self._isolating = terminal or lang == "ar"

    def title(self, text: str) -> None:
        """The document's title."""
        self._print(Text(safe(text), style="bold"))

    def heading(self, text: str) -> None:
        """The heading of a section."""
        self.console.print()
        self._print(Text(text.upper(), style="bold cyan"))

    def rule(self) -> None:
        """The line between two reports."""
        self.console.print(Text("─" * min(self.console.width, 60), style="dim"))
        self.console.print()

    def blank(self) -> None:
        """An empty line."""
        self.console.print()

    def head(self, mark: str, name: str, facts: Iterable[Fact] = (), count: str = "", indent: int = 1) -> None:
        """The first line of an item: its mark ("1."), its name, short facts, and how often it stands there."""
        line = Text()
        line.append(f"{mark} ", style="dim")
        line.append(self._isolated(name), style="bold")
        self._append(line, facts)
        if count:
            line.append(f"{SEPARATOR}{count}")
        self._print(line, indent)

    def facts(self, facts: Iterable[Fact], indent: int = 4, style: str = "") -> None:
        """Facts of an item, label and value, in one line; nothing where there are none."""
        line = Text(style=style)
        self._append(line, facts)
        if line:
            self._print(line, indent)

    def quote(self, record: Record, start: int, end: int, indent: int = 4) -> None:
        """The sentence that holds a span of a record, verbatim, with the span marked."""
        held = passage(record, start, end)
        line = Text(style="italic")
        line.append(safe(record.text[held.start : start]))
        line.append(safe(record.text[start:end]), style="bold yellow")
        line.append(safe(record.text[end : held.end]))
        self._print(line, indent)

    def evidence(self, record: Record, number: int, indent: int = 4) -> None:
        """A sentence that argues for the item above, with its number."""
        span = record.sentences[number]
        line = Text(f"[{number + 1}] ", style="dim")
        line.append(safe(record.text[span.start : span.end]))
        self._print(line, indent)

    def note(self, text: str, indent: int = 1) -> None:
        """A line of the report's own words."""
        self._print(Text(safe(text)), indent)

    def _isolated(self, value: str) -> str:
        return f"{_ISOLATE}{safe(value)}{_POP}" if self._isolating else safe(value)

    def _joined(self, fact: Fact) -> str:
        """The values of a fact, and signs between them that point the way the labels are read."""
        line = ""
        comma, mark = ("، ", "\u200f") if self._lang == "ar" else (", ", "\u200e")
        for n, part in enumerate(fact.parts):
            line += between(fact.parts[n - 1], part, comma) if n else ""
            line += f"{mark}{part.text}{mark}" if part.sign else self._isolated(part.text)
        return line

    def _append(self, line: Text, facts: Iterable[Fact]) -> None:
        for fact in facts:
            if line:
                line.append(SEPARATOR, style="dim")
            if fact.label:
                line.append(fact.label + " ", style="dim")
            line.append(self._joined(fact))

    def _print(self, line: Text, indent: int = 0) -> None:
        for row in line.wrap(self.console, max(20, self.console.width - indent)):
            row.rstrip()
            self.console.print(Text(" " * indent).append_text(row), soft_wrap=True)
