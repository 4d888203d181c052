"""Draw the report of a document as an SVG: `python tools/draw_picture.py DOCUMENT PICTURE [LINES]`.

rich's own SVG export places every styled run from left to right, which takes Arabic sentences apart. Here each
line is one text element, so that the viewer orders its runs by the direction that the line begins with."""

from __future__ import annotations

import io
import re
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

from rich.console import Console
from rich.segment import Segment

from marsad import Reader
from marsad.ingest import Ingest
from marsad.model import Document, Record
from marsad.report import Report
from marsad.report.page import Page

WIDTH, MARGIN, LINE, TOP, SIZE = 860, 24, 23, 52, 14.5
CELL = 8.75
COLUMNS = int((WIDTH - 2 * MARGIN) / CELL)
# What is isolated has no say in a line's direction (Unicode bidirectional algorithm, P2).
ISOLATED = re.compile("\u2068[^\u2069]*\u2069")
INK, FAINT, HEADING, MARKED = "#d8dee9", "#8a93a3", "#88c0d0", "#ebcb8b"
FRAME = """<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">
<style>text {{ font: {size}px "DejaVu Sans Mono", "Noto Sans Arabic", monospace; white-space: pre; \
fill: {ink} }}
.rtl {{ direction: rtl; unicode-bidi: plaintext }}</style>
<rect width="{width}" height="{height}" rx="10" fill="#242933"/>
<circle cx="24" cy="22" r="6" fill="#bf616a"/><circle cx="44" cy="22" r="6" fill="#ebcb8b"/>\
<circle cx="64" cy="22" r="6" fill="#a3be8c"/>
{rows}
</svg>
"""


def draw(record: Record, most: int) -> str:
    """The SVG of the first lines of a record's report."""
    console = Console(
        file=io.StringIO(), record=True, force_terminal=True, width=COLUMNS, highlight=False, markup=False
    )
    Report(console.file, "en", Page(console.file, "en", console)).show(record)
    lines = list(Segment.split_lines(console._record_buffer))[:most]
    rows = "\n".join(_row(line, TOP + n * LINE) for n, line in enumerate(lines))
    return FRAME.format(width=WIDTH, height=TOP + len(lines) * LINE, size=SIZE, ink=INK, rows=rows)


def _row(line: Iterable[Segment], y: int) -> str:
    runs = [(segment.text, segment.style) for segment in line if segment.text and not segment.control]
    whole = "".join(text for text, _ in runs)
    if not whole.strip():
        return ""
    indent = (len(whole) - len(whole.lstrip(" "))) * CELL
    rtl = next((unicodedata.bidirectional(c) in ("R", "AL") for c in ISOLATED.sub("", whole) if c.isalpha()), False)
    x = WIDTH - MARGIN - indent if rtl else MARGIN + indent
    spans, started = [], False
    for text, style in runs:
        shown = text if started else text.lstrip(" ")
        started = started or bool(shown)
        if shown:
            look = [f'fill="{_colour(style)}"'] + (['font-weight="bold"'] if style and style.bold else [])
            spans.append(f"<tspan {' '.join(look)}>{escape(shown)}</tspan>")
    return f'<text x="{x:.0f}" y="{y}"{" class=" + chr(34) + "rtl" + chr(34) if rtl else ""}>{"".join(spans)}</text>'


def _colour(style: object) -> str:
    colour = getattr(getattr(style, "color", None), "name", None)
    return {"cyan": HEADING, "yellow": MARKED}.get(colour or "", FAINT if getattr(style, "dim", False) else INK)


def main(document: str, picture: str, most: str = "34") -> None:
    """Read a document and draw its report."""
    found = next(d for d in Ingest().read([document]) if isinstance(d, Document))
    Path(picture).write_text(draw(Reader().read_document(found), int(most)), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
