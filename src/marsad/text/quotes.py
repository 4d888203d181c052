"""Quotations: stretches of text between quotation marks, nested or unbalanced.

Arabic keyboards and page makers mix the marks: “…“, ”…“, »…«, „…", one mark missing. Which mark opens and which
closes is told by its kind where it has a side, and by what stands beside it: an opening mark leans on the word
behind it, a closing one on the word before it."""

from __future__ import annotations

import re
from typing import NamedTuple

from marsad.model.references import Span
from marsad.text.searching import found
from marsad.text.view import Text

_CLOSING = {"«": "»", "“": "”", "„": "“”", "‹": "›", "❝": "❞"}
_CLOSERS = frozenset("»”›❞")
_STOP = re.compile(r"(?<=[.!؟?])\s")
_LONGEST = 1_000  # characters that speech without its closing mark may run on for
_MARK = re.compile(r"[«»“”„‹›❝❞\"＂‟]|''|\n")
_MAY_BE_MARK = re.compile(r"[«»“”„‹›❝❞\"＂‟'\n]")
_LEANING = frozenset("([«“„‹❝\"'…")
_PROCLITICS = frozenset("وفبلكـ")


class _Open(NamedTuple):
    """An open mark: its kind, where the words behind it begin, and whether speech is announced before it."""

    mark: str
    start: int
    announced: bool


def quotations(text: Text) -> tuple[Span, ...]:
    """Spans inside quotation marks (marks left out), outer before inner. Linear in the length of the text.

    A line's end closes what is open: speech that a colon announces runs to it (or to its first full stop,
    where more marks follow), another mark that never closes opens nothing. A paragraph that begins inside such
    speech ends at its closing mark."""
    reader = _Reader(text.raw)
    for match in found(_MAY_BE_MARK, _MARK.match, text.raw):
        if match.group() == "\n":
            reader.line_end(match.start())
        else:
            reader.mark(match.group(), match.start(), match.end())
    reader.line_end(len(text.raw))
    return tuple(sorted(set(reader.found), key=lambda s: (s.start, -s.end)))


class _Reader:
    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.found: list[Span] = []
        self.open: list[_Open] = []
        self.line = 0
        self.last_mark = 0
        self.runs_on = False  # the last line ended inside speech

    def mark(self, mark: str, start: int, end: int) -> None:
        """One quotation mark."""
        opens, closes = self._leans_on_next(start, end), self._leans_on_last(start, end)
        self.last_mark = end
        own = self._own(mark)
        if mark in _CLOSING:
            if own is not None and not opens:
                self._close(own, start)  # “…“ and »…«
            else:
                self._open(mark, start, end)
        elif mark in _CLOSERS:
            if own is not None:
                self._close(own, start)
            elif opens and not closes:
                self._open(mark, start, end)
            else:
                self._orphan(start)
        elif own is not None and not (opens and not closes):
            self._close(own, start)
        elif closes and not opens:
            self._orphan(start)
        else:
            self._open(mark, start, end)

    def line_end(self, at: int) -> None:
        """The end of a line closes everything."""
        announced = next((o for o in self.open if o.announced), None)
        if announced is not None:
            self._add(announced.start, self._speech_end(announced, at))
        self.runs_on = (
            announced is not None and self.last_mark == announced.start and not self._breaks_off(announced, at)
        )
        self.open.clear()
        self.line = at + 1

    def _breaks_off(self, announced: _Open, line_end: int) -> bool:
        """Whether speech that never closes is cut at its first sentence: other marks follow it, or it would be long."""
        return self.last_mark > announced.start or line_end - announced.start > _LONGEST

    def _speech_end(self, announced: _Open, line_end: int) -> int:
        """Where announced speech ends that never closes."""
        if not self._breaks_off(announced, line_end):
            return line_end
        stop = _STOP.search(self.raw, announced.start, line_end)
        return stop.start() if stop else line_end

    def _own(self, mark: str) -> int | None:
        """The innermost open mark that this one may close."""
        for k in range(len(self.open) - 1, -1, -1):
            opened = self.open[k].mark
            if mark == opened or mark in _CLOSING.get(opened, "") or opened in _CLOSING.get(mark, ""):
                return k
        return None

    def _orphan(self, at: int) -> None:
        """A closing mark of another kind than the open one, or of speech that began in the line before."""
        if self.open:
            self._close(len(self.open) - 1, at)
        elif self.runs_on:
            self._add(self.line, at)
            self.runs_on = False

    def _open(self, mark: str, start: int, end: int) -> None:
        self.open.append(_Open(mark, end, self.raw[max(self.line, start - 3) : start].rstrip().endswith(":")))

    def _close(self, k: int, at: int) -> None:
        self._add(self.open[k].start, at)
        del self.open[k:]

    def _add(self, start: int, end: int) -> None:
        raw = self.raw
        while start < end and raw[start].isspace():
            start += 1
        while end > start and raw[end - 1].isspace():
            end -= 1
        if end > start:
            self.found.append(Span(start, end))

    def _leans_on_next(self, start: int, end: int) -> bool:
        """Whether a mark stands right before a word and does not follow one (a proclitic is no word)."""
        following = self.raw[end : end + 1]
        if not (following.isalnum() or following in _LEANING):
            return False
        before = self.raw[start - 1 : start]
        if before in _PROCLITICS:
            earlier = self.raw[start - 2 : start - 1]
            return not earlier.isalnum() or before == "ـ"
        return not before.isalnum() and before not in ".!؟?،…)"

    def _leans_on_last(self, start: int, end: int) -> bool:
        """Whether a mark stands right behind a word or a stop."""
        before = self.raw[start - 1 : start]
        following = self.raw[end : end + 1]
        return bool(before) and not before.isspace() and before not in "([:" and not following.isalnum()
