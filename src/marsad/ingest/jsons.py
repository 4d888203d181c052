"""JSON: a .json file holds one document, a .jsonl file one a line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from marsad.errors import BinaryDataError, BrokenDocumentError
from marsad.ingest.encoding import decode
from marsad.ingest.found import Found
from marsad.model.warning import ReadingWarning

FIELDS = ("id", "title", "outlet", "published", "url", "retrieved")
_KINDS = {dict: "an object", list: "a list", str: "text", bool: "true or false", int: "a number", float: "a number"}


def read_json(data: bytes) -> Iterator[Found]:
    """The document of a .json file. Raises BrokenDocumentError."""
    decoded = decode(data)
    try:
        yield _found(_parsed(decoded.text), data, decoded.encoding, decoded.warnings)
    except BrokenDocumentError as error:
        first = decoded.text.lstrip().partition("\n")[0]
        if _is_object(first) and "Extra data" in str(error):
            raise BrokenDocumentError("holds several documents, one a line: name it .jsonl") from None
        raise


def read_lines(lines: Iterable[tuple[int, bytes]]) -> Iterator[Found | BrokenDocumentError]:
    """Documents of a .jsonl file's numbered lines; a line that can't be read gives an error that tells its number.

    Blank lines are passed over. Raises BinaryDataError where the first line already is none of text."""
    for number, line in lines:
        if not line.strip():
            continue
        try:
            decoded = decode(line)
            yield _found(_parsed(decoded.text), line, decoded.encoding, decoded.warnings)
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
    if not isinstance(value, dict):
        raise BrokenDocumentError(
            f"holds {_KINDS.get(type(value), 'nothing')}, not one object with the field text; "
            "for several documents write one object a line into a .jsonl file"
        )
    return value


def _found(value: dict[str, Any], data: bytes, encoding: str, warnings: tuple[ReadingWarning, ...]) -> Found:
    text = value.get("text")
    if not isinstance(text, str):
        held = ", ".join(map(str, value)) or "none"
        raise BrokenDocumentError(f'has no field "text" that holds the document\'s words (its fields: {held})')
    known, ignored = {}, list(warnings)
    for name in FIELDS:
        field = value.get(name)
        if isinstance(field, int | float) and not isinstance(field, bool):
            field = str(field)
        if isinstance(field, str) and field.strip():
            known[name] = field.strip()
        elif field is not None and not isinstance(field, str):
            kind = _KINDS.get(type(field), "no text")
            ignored.append(ReadingWarning("field", f"the field {name} holds {kind}, not text: left out"))
    return Found(
        text, hashlib.sha256(data.rstrip(b"\r\n")).hexdigest(), encoding=encoding, warnings=tuple(ignored), **known
    )
