"""Web pages: the article's text without navigation, scripts and comments."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

from marsad.errors import BrokenDocumentError
from marsad.ingest.encoding import decode
from marsad.ingest.found import Found
from marsad.ingest.html_metadata import read_metadata
from marsad.ingest.input import Input
from marsad.ingest.telegram_html import is_export_page, read_export_page

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_HEAD = 4096


def read_page(input: Input) -> Iterator[Found]:
    """The article of a saved page, or the messages of a page of a Telegram export."""
    data = input.whole()
    return read_export_page(data) if is_export_page(data) else read_html(data)


def read_html(data: bytes) -> Iterator[Found]:
    """The article of a saved page. Raises BrokenDocumentError where the page has no text."""
    # trafilatura takes half a second to import, which a run without pages should not pay.
    from trafilatura import baseline, extract
    from trafilatura.utils import load_html

    # A page that trafilatura finds odd is its debugging matter, not the reader's.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    declared = _CHARSET.search(data[:_HEAD])
    decoded = decode(data, declared[1].decode("ascii") if declared else None)
    tree = load_html(decoded.text)
    if tree is None:
        raise BrokenDocumentError("is no HTML page: save a text as .txt")
    metadata = read_metadata(tree)
    text = extract(decoded.text, output_format="txt", include_comments=False, include_tables=True)
    if not text:
        text = baseline(decoded.text)[1]
    if not text or not text.strip():
        raise BrokenDocumentError("has no article text: is it a page that a script fills? Save it as text")
    yield Found(
        text.strip(),
        data,
        "html",
        "trafilatura",
        title=metadata.title,
        outlet=metadata.outlet,
        published=metadata.published,
        published_basis="metadata",
        url=metadata.url,
        encoding=decoded.encoding,
        warnings=decoded.warnings,
    )
