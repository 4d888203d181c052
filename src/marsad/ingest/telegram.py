"""Telegram Desktop's exports as JSON (`result.json`, of one chat or of all): a document a message with words.

A message that was forwarded has the channel that it comes from as its outlet, any other the chat it stands in. Who
wrote it in a group is not kept: members are private persons."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from marsad.errors import BrokenDocumentError
from marsad.ingest.found import Found
from marsad.ingest.input import Input
from marsad.ingest.json_items import JsonText
from marsad.model.warning import ReadingWarning

_START = re.compile(r'"messages"\s*:\s*\[')
_NAME = re.compile(r'"name"\s*:\s*("(?:[^"\\]|\\.)*")')
_ID = re.compile(r'"id"\s*:\s*(-?\d+)')
_TYPE = re.compile(r'"type"\s*:\s*"(\w+)"')
_HEAD = 4096
_PERSONAL = ("personal_chat", "private_group", "bot_chat", "saved_messages")


def is_telegram(head: str) -> bool:
    """Whether the first characters of a JSON file are those of an export."""
    start = _START.search(head)
    before = head[: start.start()] if start else ""
    return bool(start and (_TYPE.search(before) or '"chats"' in before) and ('"about"' in before or _ID.search(before)))


def read_export(text: JsonText) -> Iterator[Found | BrokenDocumentError]:
    """Messages of an export, chat after chat. Raises BrokenDocumentError where it breaks off, behind what was read."""
    some = False
    while True:
        start = text.skip_to(_START, _HEAD)
        if start is None:
            break
        before = text.text[max(0, start.start() - _HEAD) : start.start()]
        chat = _Chat(before)
        for value, original in text.items():
            found = _message(value, original, chat) if isinstance(value, dict) else None
            if found:
                some = True
                yield found
    if not some:
        raise BrokenDocumentError("is a Telegram export without any message that has words")


class _Chat:
    """What the export says of a chat before its messages."""

    def __init__(self, before: str) -> None:
        before = before[before.rfind("{") + 1 :]
        name, id, kind = _NAME.search(before), _ID.search(before), _TYPE.search(before)
        # What persons write to each other has no outlet, and bears their names.
        personal = kind is not None and kind[1] in _PERSONAL
        self.name = _told(name[1]) if name and not personal else None
        self.id = id[1] if id else "chat"


def _told(quoted: str) -> str | None:
    try:
        return str(json.loads(quoted))
    except ValueError:  # a damaged name costs no message
        return None


def read_message(input: Input) -> Iterator[Found]:
    """A message by itself, as it was cut out of an export. Raises BrokenDocumentError where it is none."""
    text = input.whole().decode("utf-8", "replace")
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BrokenDocumentError(f"is not valid JSON: {error}") from None
    found = _message(value, text, _Chat("")) if isinstance(value, dict) else None
    if found is None:
        raise BrokenDocumentError("is no message of a Telegram export with words")
    yield found


def _message(value: Mapping[str, Any], original: str, chat: _Chat) -> Found | None:
    words = _words(value.get("text")) or _words(value.get("text_entities")) or _words(_poll(value))
    if value.get("type", "message") != "message" or not words.strip():
        return None
    warnings = []
    forwarded, origin = _origin(value)
    if forwarded:
        warnings.append(
            ReadingWarning("forwarded", f"forwarded from {origin or 'somebody'} by {chat.name or 'somebody'}")
        )
    answered = value.get("reply_to_message_id")
    if answered is not None:
        warnings.append(ReadingWarning("reply", f"answers message {answered}, which it may need to be understood"))
    number = value.get("id")
    return Found(
        words,
        original.encode("utf-8", "replace"),
        "telegram",
        id=f"telegram/{chat.id}/{number}" if isinstance(number, int | str) else None,
        outlet=origin if forwarded else chat.name,
        published=value["date"] if isinstance(value.get("date"), str) else None,
        warnings=tuple(warnings),
    )


def _origin(value: Mapping[str, Any]) -> tuple[bool, str | None]:
    """Whether a message was forwarded, and from which channel; what comes from a person's account bears no name."""
    origin = value.get("forwarded_from")
    if "forwarded_from" not in value:
        return False, None
    personal = str(value.get("forwarded_from_id", "")).startswith("user")
    return True, origin if isinstance(origin, str) and origin and not personal else None


def _poll(value: Mapping[str, Any]) -> Any:
    poll = value.get("poll")
    return poll.get("question") if isinstance(poll, dict) else None


def _words(text: Any) -> str:
    """A text that is a string, or a list of strings and of marked pieces ({"type": "bold", "text": …})."""
    if isinstance(text, str):
        return text
    if not isinstance(text, list):
        return ""
    pieces = (piece.get("text") if isinstance(piece, dict) else piece for piece in text)
    return "".join(piece for piece in pieces if isinstance(piece, str))
