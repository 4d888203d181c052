"""JSON: a .json file holds one document, a list of them, or a Telegram export; a .jsonl file one document a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from marsad.errors import BinaryDataError, BrokenDocumentError
from marsad.ingest.columns import FIELDS, assign
from marsad.ingest.encoding import Decoded, decode
from marsad.ingest.found import Found
from marsad.ingest.input import Input
from marsad.ingest.json_items import JsonText
from marsad.ingest.telegram import is_telegram, read_export
from marsad.model.warning import ReadingWarning

_HEAD = 4096
_BRACKET = re.compile(r"\[")
_KINDS = {dict: "an object", list: "a list", str: "text", bool: "true or false", int: "a number", float: "a number"}


def read_json(input: Input) -> Iterator[Found | BrokenDocumentError]:
    """The document of a .json file; the documents of a list, or of a Telegram export. Raises BrokenDocumentError."""
    head = input.head(_HEAD).replace(b"\0", b"").decode("ascii", "ignore").lstrip()
    if head.startswith("["):
        yield from _listed(input)
    elif is_telegram(head):
        yield from read_export(JsonText(input))
    else:
        yield _single(input)


def _listed(input: Input) -> Iterator[Found | BrokenDocumentError]:
    text = JsonText(input)
    text.skip_to(_BRACKET, 0)
    number = 0
    for number, (value, original) in enumerate(text.items(), 1):
        try:
            yield found_in(_object(value), original.encode("utf-8", "replace"), text.decoded, "json", input.columns)
        except BrokenDocumentError as error:
            yield BrokenDocumentError(f"object {number} {error}")
    if not number:
        raise BrokenDocumentError("is an empty list")


def _single(input: Input) -> Found:
    data = input.whole()
    decoded = decode(data)
    try:
        return found_in(_parsed(decoded.text), data, decoded, "json", input.columns)
    except BrokenDocumentError as error:
        first = decoded.text.lstrip().partition("\n")[0]
        if _is_object(first) and "Extra data" in str(error):
            raise BrokenDocumentError("holds several documents, one a line: name it .jsonl") from None
        raise


def read_lines(input: Input) -> Iterator[Found | BrokenDocumentError]:
    """Documents of a .jsonl file's lines; a line that can't be read gives an error that tells its number.

    Blank lines are passed over. Raises BinaryDataError where the first line already is none of text."""
    for number, line in input.lines():
        if not line.strip():
            continue
        try:
            decoded = decode(line)
            yield found_in(_parsed(decoded.text), line.rstrip(b"\r\n"), decoded, "jsonl", input.columns)
        except BinaryDataError as error:
            if number == 1:
                raise
            yield BinaryDataError(f"line {number} {error}")
        except BrokenDocumentError as error:
            yield BrokenDocumentError(f"line {number} {error}")


def is_document_line(line: bytes) -> bool:
    """Whether a line is a JSON object of its own: what comes through a pipe tells its format by this."""
    return line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{") and _is_object(line.decode("utf-8-sig", "replace"))


def _is_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def _parsed(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        raise BrokenDocumentError(f"is not valid JSON: {error.msg} at {where}") from None
    except (ValueError, RecursionError) as error:
        raise BrokenDocumentError(f"is not valid JSON: {error}") from None
    return _object(value)


def _object(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise BrokenDocumentError(
            f"holds {_KINDS.get(type(value), 'nothing')}, not one object with the field text; "
            "for several documents write one object a line into a .jsonl file"
        )
    return value


def found_in(value: Mapping[str, Any], data: bytes, decoded: Decoded, format: str, columns: Mapping[str, str]) -> Found:
    """The document that a JSON object (or a row of a table) holds. Raises BrokenDocumentError where it has no text."""
    names = assign(tuple(map(str, value)), columns)
    text = value[names["text"]]
    if not isinstance(text, str):
        raise BrokenDocumentError(f"the field {names['text']} holds {_KINDS.get(type(text), 'nothing')}, not text")
    known, ignored = {}, list(decoded.warnings)
    for field in FIELDS:
        held = value.get(names[field]) if field in names and field != "text" else None
        if isinstance(held, int | float) and not isinstance(held, bool):
            held = str(held)
        if isinstance(held, str) and held.strip():
            known[field] = held.strip()
        elif held is not None and not isinstance(held, str):
            kind = _KINDS.get(type(held), "no text")
            ignored.append(ReadingWarning("field", f"the field {names[field]} holds {kind}, not text: left out"))
    return Found(text, data, format, encoding=decoded.encoding, warnings=tuple(ignored), **known)
