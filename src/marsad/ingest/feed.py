"""RSS and Atom files: a document an item. Entities are not resolved and nothing is fetched, whatever the file asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any

from marsad.errors import BrokenDocumentError
from marsad.ingest.dates import edtf_date
from marsad.ingest.encoding import Decoded, decode
from marsad.ingest.found import Found
from marsad.ingest.html_text import element_text, fragment_text
from marsad.ingest.input import Input
from marsad.model.warning import ReadingWarning

_ITEMS = ("item", "entry")
_FEEDS = ("rss", "feed", "RDF", "channel")
_DECLARED = re.compile(r"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)[^>]{0,200}\?>")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,400}\?>")
# The fuller of an item's texts counts: many feeds give the first lines as description and the story as content.
_TEXTS = ("encoded", "content", "fulltext", "description", "summary")
_DATES = ("pubDate", "published", "date", "issued", "created", "updated")
_SHORT = 200
# libxml2's numbers for a document that ends within an element, or has more behind its end.
_CUT = (77, 5)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def read_feed(input: Input) -> Iterator[Found | BrokenDocumentError]:
    """Items of a feed; where the file breaks off, what was read stays and an error follows."""
    from lxml import etree

    data = input.whole()
    declared = _DECLARED.search(data[:400].decode("ascii", "replace"))
    decoded = decode(data, declared[1] if declared else None)
    text = _NOT_XML.sub("", _DECLARATION.sub("", decoded.text, count=1))
    events = etree.iterparse(
        BytesIO(text.encode("utf-8", "replace")), events=("start", "end"), recover=True, resolve_entities=False,
        no_network=True, load_dtd=False, huge_tree=False, encoding="utf-8",
    )  # fmt: skip
    outlet, root, some = None, None, False
    try:
        for event, element in events:
            name = _name(element)
            if root is None:
                root = element
                if name not in (*_FEEDS, *_ITEMS):
                    raise BrokenDocumentError(f"is XML of another kind (<{name[:40]}>), not RSS or Atom")
            if event == "start":
                continue
            if name == "title" and _name(element.getparent()) in ("channel", "feed"):
                outlet = outlet or fragment_text(element_text(element)) or None
            elif name in _ITEMS:
                some = True
                yield _item(element, outlet, decoded)
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise BrokenDocumentError(f"is no XML, or a damaged one: {error.msg}") from None
    if root is None:
        raise BrokenDocumentError("is no XML: RSS or Atom was expected")
    if any(entry.type in _CUT for entry in events.error_log):
        yield BrokenDocumentError("breaks off in the middle: what stands before that was read")
    elif not some:
        raise BrokenDocumentError("is a feed without items")


def _item(item: Any, outlet: str | None, decoded: Decoded) -> Found:
    from lxml import etree

    parts: dict[str, list[Any]] = {}
    for child in item:
        parts.setdefault(_name(child), []).append(child)
    texts = [_words(child) for name in _TEXTS for child in parts.get(name, ())]
    title = next((_words(child) for child in parts.get("title", ())), None)
    text = max(texts, key=len, default="")
    warnings = list(decoded.warnings)
    if len(text) < _SHORT:
        warnings.append(ReadingWarning("summary", "the feed gives little of the text: read the page for the rest"))
    original = etree.tostring(item, encoding="utf-8", with_tail=False)
    source = next((_words(child) for child in parts.get("source", ()) if not len(child)), None)
    return Found(
        text or title or "",
        original,
        "rss",
        "lxml",
        id=next((_words(child) for name in ("guid", "id") for child in parts.get(name, ())), None) or None,
        title=title or None,
        outlet=source or outlet,
        published=next((d for name in _DATES for child in parts.get(name, ()) if (d := _date(child.text or ""))), None),
        url=_link(parts.get("link", [])),
        encoding=decoded.encoding,
        warnings=tuple(warnings),
    )


def _date(told: str) -> str | None:
    """The day of an RFC 822 or ISO date, in its own zone. An unreadable one is passed over: another may be there."""
    told = told.strip()
    if edtf_date(told):
        return told
    try:
        return parsedate_to_datetime(told).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _link(links: list[Any]) -> str | None:
    """RSS gives the address as text, Atom as an attribute of one link among others."""
    held = [link.get("href") or link.text or "" for link in links if link.get("rel", "alternate") == "alternate"]
    return next((address.strip() for address in held if address.strip()), None)


def _words(element: Any) -> str:
    return element_text(element) if len(element) else fragment_text(element.text or "")


def _name(element: Any) -> str:
    """An element's name without its namespace; empty for comments, entities and what is not there."""
    tag = element.tag if element is not None else ""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
