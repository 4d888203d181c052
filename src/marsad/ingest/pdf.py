"""PDF: the text of its pages, put in reading order; best effort. Scans have no text, and are not read."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from marsad.errors import BrokenDocumentError
from marsad.ingest.extras import needed
from marsad.ingest.found import Found
from marsad.ingest.input import Input
from marsad.ingest.pdf_order import looks_reversed, page_text, read_line
from marsad.model.warning import ReadingWarning

_GLYPHS = Path(__file__).with_name("pdf_glyphs.py")
SECONDS = 180
MAX_PAGE = 50_000_000
_ERRORS = {
    "encrypted": "is encrypted: save it without its password",
    "memory": "takes more memory than a document should: is it a bomb? Save its text as .txt",
    "broken": "is damaged, or no PDF: {}",
}


def read_pdf(input: Input) -> Iterator[Found]:
    """The document of a PDF. Raises BrokenDocumentError for an encrypted, a damaged and a scanned one."""
    needed("pdfminer.pdfpage", "pdf")
    data = input.whole()
    if b"%PDF-" not in data[:1024]:
        raise BrokenDocumentError("is no PDF: check its ending")
    pages: list[str] = []
    faults: list[str] = []
    forms = reversed_pages = 0
    for held in _glyphs(data):
        kind = held.get("error")
        if kind in _ERRORS and not pages:
            raise BrokenDocumentError(_ERRORS[kind].format(held["message"]))
        if kind:
            faults.append(held["message"])
            continue
        lines = [read_line(line) for line in held["lines"]]
        text = page_text(lines)
        if looks_reversed(text):
            reversed_pages += 1
            text = page_text([read_line(line, leftward=False) for line in held["lines"]])
        forms += sum(line.forms for line in lines)
        pages.append(text)
    text = "\n\n".join(page for page in pages if page)
    if not text:
        raise BrokenDocumentError(
            "holds no text: is it a scan? marsad does not read pictures, run text recognition (OCR) before"
        )
    yield Found(text, data, "pdf", "pdfminer.six", warnings=tuple(_warnings(forms, reversed_pages, faults)))


def _warnings(forms: int, reversed_pages: int, faults: list[str]) -> Iterator[ReadingWarning]:
    yield ReadingWarning("pdf", "the text was put together from the places of its letters: check it with the original")
    if forms:
        yield ReadingWarning("presentation-forms", f"{forms} lines were presentation forms: made plain letters")
    if reversed_pages:
        yield ReadingWarning("reversed", f"letters stood in reverse on {reversed_pages} pages: turned round")
    if faults:
        yield ReadingWarning("pages", f"parts could not be read: {'; '.join(faults[:5])}")


def _glyphs(data: bytes) -> Iterator[dict[str, Any]]:
    """Pages as the glyph program tells them, which is stopped after three minutes."""
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(_GLYPHS)], input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            timeout=SECONDS, check=False,
        )  # fmt: skip
        output, ended = done.stdout, done.returncode == 0
    except subprocess.TimeoutExpired as error:
        output, ended = error.stdout or b"", False
    for line in output.splitlines():
        try:
            yield json.loads(line)
        except ValueError:
            break
    if not ended:
        yield {"error": "broken", "message": "its pages took too long, or ended the program that reads them"}
