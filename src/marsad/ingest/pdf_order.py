"""The words of a PDF's page from where its glyphs stand, since the order in which a PDF holds them tells little.

A line is read from right to left where most of its letters are Arabic; what is written from left to right in it
(numbers, Latin words) is turned back. Blocks are read by columns, the right one first. A glyph that stands for two
letters (لا) holds them in their order, whichever way the line runs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")
_LATIN = re.compile(r"[^\W\d_]")
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_WITHIN_NUMBER = frozenset(".,:/٫٬")
# Gaps, in parts of a line's height: from one on a blank stands between glyphs; from one on a paragraph begins.
_BLANK, _PARAGRAPH = 0.2, 0.9
_SHORT_LINE = 0.8
_WORD = re.compile("[\u0621-\u064a]{4,}")
_LEAST_SIGNS = 3
_NOT_LETTER = re.compile(r"[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Line:
    """A line and its box, in points from the lower left corner."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    box: int
    forms: bool
    """It was written in presentation forms."""


def read_line(held: Sequence[Any], leftward: bool = True) -> Line:
    """The line of what the glyph program gives of it. `leftward`: Arabic runs from right to left, as it should."""
    x0, y0, x1, y1, box, glyphs = held
    told = "".join(glyph[0] for glyph in glyphs)
    forms = bool(_FORMS.search(told))
    units = [(_plain(text), left, right) for text, left, right in glyphs if text]
    arabic = len(_ARABIC.findall(told))
    if leftward and arabic and arabic * 2 >= len(_LATIN.findall(told)) - arabic:
        # By their middles: a mark, or the alif of a ligature, may have no width and stand at the edge of its letter.
        units.sort(key=lambda unit: -unit[1] - unit[2])
        pieces = _turned([*_blanks(units, y1 - y0)])
    else:
        units.sort(key=lambda unit: unit[1])
        pieces = [*_blanks(units, y1 - y0)]
    return Line(" ".join("".join(pieces).split()), x0, y0, x1, y1, box, forms)


def _plain(text: str) -> str:
    """Plain letters for presentation forms. A form of a blank and a mark stands for the mark."""
    return _FORMS.sub(lambda m: unicodedata.normalize("NFKC", m[0]).replace(" ", ""), text)


def _blanks(units: Iterable[tuple[str, float, float]], height: float) -> Iterable[str]:
    """The texts, with a blank where glyphs stand apart."""
    before: tuple[float, float] | None = None
    for text, left, right in units:
        mark = unicodedata.combining(text[0])
        if before and not mark and not text.isspace() and max(left - before[1], before[0] - right) > _BLANK * height:
            yield " "
        yield text
        before = before if mark else (left, right)


def _turned(units: list[str]) -> list[str]:
    """Units in the order from right to left, those of numbers and Latin words turned back to theirs."""
    made: list[str] = []
    place = 0
    while place < len(units):
        end = _run_end(units, place)
        if end > place:
            made.extend(reversed(units[place:end]))
            place = end
        else:
            made.append(units[place].translate(_MIRRORED))
            place += 1
    return made


def _run_end(units: list[str], start: int) -> int:
    """Past the last unit of the number or the Latin words that begin here."""
    if units[start].isdecimal():
        end = start + 1
        while end < len(units) and (
            units[end].isdecimal()
            or (units[end] in _WITHIN_NUMBER and end + 1 < len(units) and units[end + 1].isdecimal())
        ):
            end += 1
        return end
    if not _is_latin(units[start]):
        return start
    end = here = start + 1
    while here < len(units) and not _ARABIC.search(units[here]):
        here += 1
        if _is_latin(units[here - 1]) or units[here - 1].isdecimal():
            end = here
    return end


def _is_latin(text: str) -> bool:
    return _LATIN.search(text) is not None and _ARABIC.search(text) is None


def looks_reversed(text: str) -> bool:
    """Whether the words of a text run backwards: they begin as Arabic words end (ة) and end as they begin (ال)."""
    words: list[str] = _WORD.findall(text)
    right = sum(word.startswith(("ال", "وال")) + word.endswith("ة") for word in words)
    wrong = sum(word.endswith(("لا", "لاو")) + word.startswith("ة") for word in words)
    return wrong >= _LEAST_SIGNS and wrong > 2 * right


def page_text(lines: list[Line]) -> str:
    """The text of a page: paragraphs of joined lines, block after block. Numbers of pages are left out."""
    blocks: dict[int, list[Line]] = {}
    for line in lines:
        if line.text:
            blocks.setdefault(line.box, []).append(line)
    ordered = _ordered([_Block(held) for held in blocks.values()])
    if ordered and _is_page_number(ordered[-1]):
        ordered.pop()
    if ordered and _is_page_number(ordered[0]):
        ordered.pop(0)
    return "\n".join(paragraph for block in ordered for paragraph in block.paragraphs())


class _Block:
    """Lines that stand together."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = sorted(lines, key=lambda line: (-line.y1, -line.x1))
        self.x0, self.x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
        self.y0, self.y1 = min(line.y0 for line in lines), max(line.y1 for line in lines)

    def paragraphs(self) -> list[str]:
        """Lines joined, but behind a wide gap and behind a line that ends early."""
        height = median(line.y1 - line.y0 for line in self.lines)
        made = [self.lines[0].text]
        for before, line in zip(self.lines, self.lines[1:], strict=False):
            apart = before.y0 - line.y1 > _PARAGRAPH * height
            early = before.x1 - before.x0 < _SHORT_LINE * (self.x1 - self.x0)
            if apart or early:
                made.append(line.text)
            else:
                made[-1] += f" {line.text}"
        return made


def _is_page_number(block: _Block) -> bool:
    words: list[str] = _NOT_LETTER.sub(" ", " ".join(line.text for line in block.lines)).split()
    return len(words) == 1 and words[0].isdecimal()


def _ordered(blocks: list[_Block]) -> list[_Block]:
    """Blocks as they are read: a gap from top to bottom parts columns, the right one first; a gap across parts rows."""
    made: list[_Block] = []
    heap = [blocks] if blocks else []
    while heap:
        group = heap.pop()
        parts = _cut(group, lambda b: (-b.x1, -b.x0)) or _cut(group, lambda b: (-b.y1, -b.y0))
        if len(group) < 2 or not parts:
            made.extend(sorted(group, key=lambda b: (-b.y1, -b.x1)))
        else:
            heap.extend(reversed(parts))
    return made


def _cut(blocks: list[_Block], extent: Any) -> tuple[list[_Block], list[_Block]] | None:
    """The blocks in two parts at the widest gap along an axis, None where there is none."""
    held = sorted(blocks, key=extent)
    widest, place, reach = 0.0, 0, extent(held[0])[1]
    for n, block in enumerate(held[1:], 1):
        start, end = extent(block)
        if start - reach > widest:
            widest, place = start - reach, n
        reach = max(reach, end)
    return (held[:place], held[place:]) if place else None
