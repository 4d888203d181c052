"""Publication dates as inputs give them, brought to EDTF."""

from __future__ import annotations

import re
from datetime import date

_DAY = r"[0-9X]{4}(?:-[0-9X]{2}(?:-[0-9X]{2})?)?"
_EDTF = re.compile(rf"({_DAY})(?:/({_DAY}))?")
_STAMP = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{2}:?[0-9]{2}.*", re.DOTALL)
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_SLASHED = re.compile(r"([0-9]{4})/([0-9]{2})/([0-9]{2})(?:[T ].*)?", re.DOTALL)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)


def edtf_date(given: str) -> str | None:
    """The EDTF date of an ISO date (also 2020/01/15, in any digits), a timestamp (its day, in its own zone), or EDTF.

    None for anything else: a date that has to be guessed ("10/9/2018") is left to the text's own date line."""
    given = given.strip().translate(_DIGITS)
    stamp = _STAMP.fullmatch(given)
    if stamp:
        given = stamp[1]
    compact = _COMPACT.fullmatch(given) or _SLASHED.fullmatch(given)
    if compact:
        given = "-".join(compact.groups())
    parts = _EDTF.fullmatch(given)
    if not parts or not all(_exists(part) for part in parts.groups() if part):
        return None
    return given


def _exists(day: str) -> bool:
    """Whether the calendar has this day, month or year; unknown digits are taken for granted."""
    if "X" in day:
        return True
    year, month, of_month = (*map(int, day.split("-")), 1, 1)[:3]
    try:
        date(year, month, of_month)
    except ValueError:
        return False
    return True
