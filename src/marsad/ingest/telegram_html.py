"""Telegram Desktop's exports as HTML (`messages.html`): a document a message with words, as in the JSON form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from marsad.errors import BrokenDocumentError
from marsad.ingest.encoding import decode
from marsad.ingest.found import Found
from marsad.ingest.html_text import element_text, printable
from marsad.ingest.input import Input
from marsad.model.warning import ReadingWarning

_MARKS = (b'class="page_wrap', b'class="history')
_HEAD = 65_536
# The title of a message's time: 15.01.2020 21:00:00 UTC+03:00
_DATE = re.compile(r"(\d{2})\.(\d{2})\.(\d{4})")
_NUMBER = re.compile(r"message(-?\d+)")
_BEHIND_NAME = re.compile(r"\s*\d{2}\.\d{2}\.\d{4}[\d:\s]*$")


def is_export_page(data: bytes) -> bool:
    """Whether a page is one of an export."""
    head = data[:_HEAD]
    return all(mark in head for mark in _MARKS)


def read_message_page(input: Input) -> Iterator[Found]:
    """Messages of a page, or one of them that was cut out of it."""
    return read_export_page(input.whole())


def read_export_page(data: bytes) -> Iterator[Found]:
    """Messages of a page. Raises BrokenDocumentError where none has words."""
    from lxml import etree, html

    decoded = decode(data)
    tree = html.document_fromstring(f"<html><body>{printable(decoded.text)}</body></html>")
    chat = _channel(tree)
    some = False
    for message in tree.iter("div"):
        number = _NUMBER.fullmatch(message.get("id", ""))
        if not number or "service" in message.get("class", "").split():
            continue
        body = next((b for b in message.iterfind("div") if "body" in b.get("class", "").split()), message)
        forwarded = next((b for b in body.iterfind("div") if "forwarded" in b.get("class", "").split()), None)
        words = _text(forwarded if forwarded is not None else body, "./div[@class='text']")
        if not words:
            continue
        some = True
        origin, warnings = None, []
        if forwarded is not None:
            origin = _BEHIND_NAME.sub("", _text(forwarded, "./div[@class='from_name']")) or None
            warnings.append(
                ReadingWarning("forwarded", f"forwarded from {origin or 'somebody'} by {chat or 'somebody'}")
            )
        if _text(body, "./div[contains(@class, 'reply_to')]"):
            warnings.append(ReadingWarning("reply", "answers another message, which it may need to be understood"))
        yield Found(
            words,
            etree.tostring(message, encoding="utf-8", with_tail=False),
            "telegram-html",
            "lxml",
            id=f"telegram/{chat}/{number[1]}" if chat else None,
            outlet=origin or chat,
            published=_date(body),
            encoding=decoded.encoding,
            warnings=(*decoded.warnings, *warnings),
        )
    if not some:
        raise BrokenDocumentError("is a page of a Telegram export without any message that has words")


def _channel(tree: Any) -> str | None:
    """The chat's name where it speaks itself, as channels do; other chats are of persons, and their names stay out."""
    chat = _text(tree, ".//div[@class='page_header']//div[contains(@class, 'text')]")
    senders = tree.xpath(".//div[@class='body']/div[@class='from_name']")
    return chat if chat and senders and all(element_text(sender) == chat for sender in senders) else None


def _text(element: Any, path: str) -> str:
    found = element.xpath(path)
    return element_text(found[0]) if found else ""


def _date(body: Any) -> str | None:
    told = body.xpath("./div[contains(@class, 'date')]/@title")
    day = _DATE.match(told[0]) if told else None
    return f"{day[3]}-{day[2]}-{day[1]}" if day else None
