"""The objects of a long JSON list, one after the other, without holding the list: exports are larger than memory."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any

from marsad.errors import BrokenDocumentError
from marsad.ingest.encoding import decode_start
from marsad.ingest.input import Input

MAX_ITEM = 50_000_000
"""Characters of one object of a list."""
_CHUNK = 1 << 18
_BETWEEN = re.compile(r"[\s,]*")


class JsonText:
    """The decoded characters of a JSON file in a window that moves on: `text` from `place` is what is not yet read."""

    def __init__(self, input: Input) -> None:
        sample = input.head(_CHUNK)
        self.decoded = decode_start(sample)
        self._decoder = codecs.getincrementaldecoder(self.decoded.encoding)("replace")
        self._stream = input.stream
        self.text = ""
        self.place = 0
        self.ended = False
        self.more()
        self.text = self.text.removeprefix("\ufeff")

    def more(self, least: int = 0) -> bool:
        """Take in more, forgetting what was read; False at the end."""
        data = self._stream.read(max(_CHUNK, least))
        self.text = self.text[self.place :] + self._decoder.decode(data, final=not data)
        self.place = 0
        self.ended = not data
        return bool(data)

    def skip_to(self, pattern: re.Pattern[str], keep: int) -> re.Match[str] | None:
        """Go behind the next match; of what lies between, the last `keep` characters at least stay in the window."""
        while True:
            match = pattern.search(self.text, self.place)
            if match:
                self.place = match.end()
                return match
            self.place = max(self.place, len(self.text) - keep)
            if not self.more():
                return None

    def items(self) -> Iterator[tuple[Any, str]]:
        """The values of the list whose bracket lies just behind, each with its own characters, up to its end.

        Raises BrokenDocumentError where the list breaks off, holds what is no JSON, or an endless object."""
        decoder = json.JSONDecoder()
        number = 0
        while True:
            self.place = self._behind_blanks()
            if self.text[self.place : self.place + 1] == "]":
                self.place += 1
                return
            number += 1
            yield self._item(decoder, number)

    def _behind_blanks(self) -> int:
        while True:
            match = _BETWEEN.match(self.text, self.place)
            end = match.end() if match else self.place
            if end < len(self.text):
                return end
            self.place = end
            if not self.more():
                raise BrokenDocumentError("breaks off in the middle: what stands before that was read")

    def _item(self, decoder: json.JSONDecoder, number: int) -> tuple[Any, str]:
        while True:
            try:
                value, end = decoder.raw_decode(self.text, self.place)
            except json.JSONDecodeError as error:
                held = len(self.text) - self.place
                # An error far from the window's end is one; near it, the object may only be cut there.
                if error.pos < len(self.text) - 16 and error.msg != "Unterminated string starting at":
                    raise BrokenDocumentError(f"object {number} is not valid JSON: {error.msg}") from None
                if held > MAX_ITEM:
                    raise BrokenDocumentError(f"object {number} is longer than {MAX_ITEM:,} characters") from None
                if not self.more(held):
                    raise BrokenDocumentError("breaks off in the middle: what stands before that was read") from None
            except (RecursionError, ValueError):
                raise BrokenDocumentError(f"object {number} is not valid JSON: nested too deep") from None
            else:
                if end < len(self.text) or not self.more():
                    return self._taken(value, end)

    def _taken(self, value: Any, end: int) -> tuple[Any, str]:
        start, self.place = self.place, end
        return value, self.text[start:end]
