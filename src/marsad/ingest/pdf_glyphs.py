"""Run as a program of its own: the glyphs of a PDF (standard input), a line of JSON a page (standard output).

A PDF can make any parser crash, swell or run for ever. Here it does so apart from marsad, with bounds of memory and
time. This file imports nothing of marsad, since starting all of it for each file would take longer than reading.

A page is {"lines": [[x0, y0, x1, y1, box, [[text, x0, x1], …]], …]}; `box` numbers the blocks that lines form. What
fails is {"error": kind, "message": …}, and ends the output, or the page where it has one."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from typing import Any

MEMORY, SECONDS, PAGES = 1_200_000_000, 120, 5_000


def _bound() -> None:
    """Limits of memory and time, where the system has them."""
    try:
        import resource
    except ImportError:
        return
    for limit, value in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        _, hard = resource.getrlimit(limit)
        resource.setrlimit(limit, (value if hard < 0 else min(value, hard), hard))


def _pages(data: bytes) -> Iterator[dict[str, Any]]:
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.layout import LAParams
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser

    document = PDFDocument(PDFParser(io.BytesIO(data)))
    manager = PDFResourceManager()
    device = PDFPageAggregator(manager, laparams=LAParams(boxes_flow=None))
    interpreter = PDFPageInterpreter(manager, device)
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        if number > PAGES:
            yield {"error": "long", "message": f"more than {PAGES:,} pages"}
            return
        try:
            interpreter.process_page(page)
            yield {"lines": list(_lines(device.get_result()))}
        except (MemoryError, OSError):
            raise
        # A damaged page makes the parser raise whatever its code stumbles over; the next may be sound.
        except Exception as error:
            yield {"error": "page", "message": f"page {number}: {type(error).__name__}"}


def _lines(layout: Any) -> Iterator[list[Any]]:
    from pdfminer.layout import LTChar, LTTextBox

    boxes = (item for item in layout if isinstance(item, LTTextBox))
    for number, box in enumerate(boxes):
        for line in box:
            glyphs = [[c.get_text(), round(c.x0, 2), round(c.x1, 2)] for c in line if isinstance(c, LTChar)]
            yield [*(round(v, 2) for v in line.bbox), number, glyphs]


def main() -> None:
    _bound()
    sys.setrecursionlimit(5_000)
    try:
        for page in _pages(sys.stdin.buffer.read()):
            print(json.dumps(page), flush=True)
    except Exception as error:
        name = type(error).__name__
        kind = (
            "encrypted"
            if "Password" in name or "Encryption" in name
            else "memory"
            if name == "MemoryError"
            else "broken"
        )
        print(json.dumps({"error": kind, "message": f"{name} {error}"[:300]}), flush=True)


if __name__ == "__main__":
    main()
