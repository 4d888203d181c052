"""Web archives: the pages of a WARC file, a document a response that was fetched in full."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

from marsad.errors import BrokenDocumentError
from marsad.ingest.extras import needed
from marsad.ingest.found import Found
from marsad.ingest.html import read_html
from marsad.ingest.input import MAX_BYTES, Input
from marsad.ingest.plain import read_plain

_HTML = ("text/html", "application/xhtml")
_TEXT = ("text/plain",)
_OK = "200"


def read_warc(input: Input) -> Iterator[Found | BrokenDocumentError]:
    """Pages of an archive; `original` is the page's whole record. Other records are passed over.

    A page that can't be read gives an error that tells its address; where the file breaks off, what was read stays."""
    archive = _archive()
    failed = needed("warcio.exceptions", "warc").ArchiveLoadFailed
    some = False
    try:
        for record in archive(input.stream, no_record_parse=True):
            some = True
            if record.rec_type != "response":
                continue
            length = int(record.rec_headers.get_header("Content-Length") or 0)
            address = record.rec_headers.get_header("WARC-Target-URI") or "?"
            block = b"".join(_pieces(record.raw_stream, min(length, MAX_BYTES)))
            if length > len(block):
                why = (
                    "is too long" if length > MAX_BYTES else "breaks off in the middle: what stands before it was read"
                )
                yield BrokenDocumentError(f"the page {address[:200]} {why}")
                continue
            try:
                original = record.rec_headers.to_bytes() + block + b"\r\n\r\n"
                page = next(iter(archive(io.BytesIO(original))))
                yield from _page(page, original, address, input.skim)
            except (BrokenDocumentError, failed, ValueError) as error:
                yield BrokenDocumentError(f"the page {address[:200]} {error}")
    except (failed, EOFError, OSError, ValueError, AttributeError) as error:
        raise BrokenDocumentError(
            f"{'breaks off or is damaged' if some else 'is no web archive'}: {str(error).strip()[:200]}"
        ) from None
    if not some:
        raise BrokenDocumentError("holds no records: is it a web archive?")


def _archive() -> Any:
    """warcio's iterator, which would write what stands between records, however long, to standard error."""
    return type("Archive", (needed("warcio.archiveiterator", "warc").ArchiveIterator,), {"INC_RECORD": ""})


def _pieces(stream: Any, size: int) -> Iterator[bytes]:
    """A stream's bytes up to a size: it gives them in pieces as it has them."""
    while size > 0 and (piece := stream.read(size)):
        size -= len(piece)
        yield piece


def _page(record: Any, original: bytes, address: str, skim: Callable[[bytes], bool] | None) -> Iterator[Found]:
    head = record.http_headers
    if head is None or head.get_statuscode() != _OK:
        return
    kind = (head.get_header("Content-Type") or "").lower()
    if not kind.startswith((*_HTML, *_TEXT)):
        return
    body = b"".join(_pieces(record.content_stream(), MAX_BYTES + 1))
    if len(body) > MAX_BYTES:
        raise BrokenDocumentError(f"unpacks to more than {MAX_BYTES:,} bytes: is it a bomb?")
    if not body.strip() or (skim and not skim(body)):
        return
    reader = read_html(body) if kind.startswith(_HTML) else read_plain(Input(io.BytesIO(body)))
    for page in reader:
        yield Found(
            page.text,
            original,
            "warc",
            page.extractor,
            title=page.title,
            outlet=page.outlet,
            published=page.published,
            published_basis=page.published_basis if kind.startswith(_HTML) else "given",
            url=address if address != "?" else page.url,
            retrieved=record.rec_headers.get_header("WARC-Date"),
            encoding=page.encoding,
            warnings=page.warnings,
        )
