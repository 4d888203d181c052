"""What a reader of a record should know about how it was read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """`code` is stable (no-date, not-arabic, encoding, cut, presentation-forms …), `message` is for people."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None
