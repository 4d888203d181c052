"""Word documents: paragraphs, tables and notes of a .docx, which is a zip of XML. Macros in it are never run."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from marsad.errors import BrokenDocumentError
from marsad.ingest.archive import Budget, opened_member, opened_zip
from marsad.ingest.found import Found
from marsad.ingest.input import Input
from marsad.model.warning import ReadingWarning

MAX_XML = 100_000_000
"""Bytes of one part of a document, unpacked."""
_OLE = b"\xd0\xcf\x11\xe0"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_MACROS = ("vbaproject.bin", "vbadata.xml")
# Kept for programs that can't show the newer form before it: the same words once more.
_DOUBLES = frozenset(("Fallback", "del", "moveFrom"))


def read_docx(input: Input) -> Iterator[Found]:
    """The document of a Word file. Raises BrokenDocumentError for an encrypted, an old or a damaged one."""
    data = input.whole()
    if data.startswith(_OLE):
        raise BrokenDocumentError("is encrypted, or an old .doc: save it as .docx without a password")
    warnings = []
    with opened_zip(io.BytesIO(data)) as archive:
        names = {name.lower(): name for name in archive.namelist()}
        if "word/document.xml" not in names:
            raise BrokenDocumentError("is no Word document: it lacks word/document.xml")
        if any(name.rpartition("/")[2] in _MACROS for name in names):
            warnings.append(ReadingWarning("macros", "the document holds macros: they were not run, beware in Word"))
        budget = Budget()
        text = _part(archive, names["word/document.xml"], budget)
        notes = [held for note in _NOTES if note in names and (held := _part(archive, names[note], budget))]
    if not text and not notes:
        raise BrokenDocumentError("holds no text: is it a scan? marsad does not read pictures")
    yield Found("\n".join([text, *notes]), data, "docx", "lxml", warnings=tuple(warnings))


def _part(archive: zipfile.ZipFile, name: str, budget: Budget) -> str:
    from lxml import etree

    with opened_member(archive, archive.getinfo(name), budget) as stream:
        xml = stream.read(MAX_XML + 1)
    if len(xml) > MAX_XML:
        raise BrokenDocumentError(f"unpacks to more than {MAX_XML:,} bytes of text: split it")
    try:
        events = etree.iterparse(
            io.BytesIO(xml), events=("start", "end"), resolve_entities=False, no_network=True, huge_tree=False
        )
        return "\n".join(line for line in _lines(events) if line)
    except etree.XMLSyntaxError as error:
        raise BrokenDocumentError(f"is damaged: {name}: {error.msg}") from None


def _lines(events: Iterator[tuple[str, Any]]) -> Iterator[str]:
    """A line a paragraph; the cells of a row in one line, parted by tabs."""
    line: list[str] = []
    cells: list[str] = []
    rows = doubled = 0
    for event, element in events:
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if name in _DOUBLES:
            doubled += 1 if event == "start" else -1
        elif event == "start":
            rows += name == "tr"
        elif name == "t" and not doubled:
            line.append(element.text or "")
        elif name in ("tab", "br", "cr") and _name(element.getparent()) == "r":
            line.append("\t" if name == "tab" else "\n")
        elif name == "p":
            held, line = "".join(line).strip(), []
            if not rows:
                yield held
                element.clear()
            elif held:
                cells.append(held)
        elif name == "tc":
            cells.append("\t")
        elif name == "tr":
            rows -= 1
            if not rows:
                yield "".join(_row(cells)).strip()
                cells = []
                element.clear()


def _row(cells: list[str]) -> Iterator[str]:
    """Paragraphs of one cell are parted by a blank, cells by a tab."""
    for before, cell in zip(["\t", *cells], cells, strict=False):
        yield cell if "\t" in (before, cell) else f" {cell}"


def _name(element: Any) -> str:
    tag = element.tag if element is not None else ""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
