"""Lines of a report: headings, facts and quoted sentences, safe and readable in a terminal that knows both directions.

Terminals order right-to-left text themselves, so nothing is reversed here. Values that stand in a line of another
direction are isolated (FSI … PDI): without it an ISO date behind an Arabic word is shown flipped."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import IO

from rich.console import Console
from rich.text import Text

from marsad.model import Record, Span

_ISOLATE, _POP = "\u2068", "\u2069"
# Control characters could command the terminal, bidi controls could reorder what stands around the quotation.
_COMMANDS = [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)]
_LINE_ENDS = [0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029]
_REORDERING = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_UNSAFE = {**dict.fromkeys(_COMMANDS, "\ufffd"), **dict.fromkeys(_LINE_ENDS, " "), **dict.fromkeys(_REORDERING)}
PLAIN_WIDTH = 10_000
SEPARATOR = " · "

Fact = tuple[str, str]


def safe(text: str) -> str:
    """The text without what could command or reorder a terminal."""
    return text.translate(_UNSAFE)


class Page:
    """Writes a report to a stream: coloured and wrapped in a terminal, plain and unwrapped elsewhere."""

    def __init__(self, stream: IO[str], lang: str = "en", console: Console | None = None) -> None:
        self.console = console or Console(file=stream, highlight=False, emoji=False, markup=False)
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

    def head(self, mark: str, name: str, facts: Iterable[Fact] = (), indent: int = 1, style: str = "bold") -> None:
        """The first line of an item: its mark ("1."), its name, and short facts."""
        line = Text()
        line.append(f"{mark} ", style="dim")
        line.append(self._isolated(name), style=style)
        self._append(line, facts, lead=True)
        self._print(line, indent)

    def facts(self, facts: Iterable[Fact], indent: int = 4) -> None:
        """Facts of an item, label and value, in one line; nothing where there are none."""
        held = [fact for fact in facts if fact[1]]
        if held:
            line = Text()
            self._append(line, held, lead=False)
            self._print(line, indent)

    def quote(self, record: Record, start: int, end: int, indent: int = 4) -> None:
        """The sentence that holds a span of a record, verbatim, with the span marked."""
        first, last = _sentence(record, start), _sentence(record, max(start, end - 1))
        head, tail = (min(first.start, start), max(last.end, end)) if first and last else (start, end)
        line = Text(style="italic")
        line.append(safe(record.text[head:start]))
        line.append(safe(record.text[start:end]), style="bold yellow")
        line.append(safe(record.text[end:tail]))
        self._print(line, indent)

    def note(self, text: str, indent: int = 1, style: str = "") -> None:
        """A line of the report's own words."""
        self._print(Text(safe(text), style=style), indent)

    def _isolated(self, value: str) -> str:
        return f"{_ISOLATE}{safe(value)}{_POP}" if self._isolating else safe(value)

    def _append(self, line: Text, facts: Iterable[Fact], lead: bool) -> None:
        for label, value in facts:
            if lead or line:
                line.append(SEPARATOR, style="dim")
            if label:
                line.append(label + " ", style="dim")
            line.append(self._isolated(value))

    def _print(self, line: Text, indent: int = 0) -> None:
        for row in line.wrap(self.console, max(20, self.console.width - indent)):
            row.rstrip()
            self.console.print(Text(" " * indent).append_text(row), soft_wrap=True)


def _sentence(record: Record, offset: int) -> Span | None:
    """The sentence that holds an offset, the one before it where it stands between two."""
    at = bisect_right(record.sentences, offset, key=lambda s: s.start) - 1
    return record.sentences[at] if at >= 0 else None
