"""What readers of a case should know about how its documents were read: the warnings of all records."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import msgspec

from marsad.case.case import Case
from marsad.errors import BrokenCaseError
from marsad.model.warning import ReadingWarning


class _Warned(msgspec.Struct):
    """Of a record the warnings alone: the rest is passed over without being made."""

    warnings: tuple[ReadingWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning and the number of the document that it is about."""

    document: int
    code: str
    message: str


def warnings_of(case: Case) -> dict[str, list[Warned]]:
    """The warnings by their codes, the most frequent first, each in the order of the documents."""
    decoder = msgspec.json.Decoder(_Warned)
    found: dict[str, list[Warned]] = {}
    for number, data in case.query("SELECT doc, data FROM record ORDER BY doc"):
        try:
            record = decoder.decode(zlib.decompress(data))
        except (zlib.error, msgspec.DecodeError) as error:
            raise BrokenCaseError(f"{case.path}: the record of document {number} is damaged ({error})") from None
        for warning in record.warnings:
            found.setdefault(warning.code, []).append(Warned(number, warning.code, warning.message))
    return dict(sorted(found.items(), key=lambda entry: (-len(entry[1]), entry[0])))


def state_of(case: Case) -> tuple[int, ...]:
    """What tells one state of the documents and their readings from another, so that the answer can be kept."""
    (state,) = case.query(
        "SELECT ifnull(max(doc), 0), count(*), ifnull(sum(reading), 0), (SELECT count(*) FROM tombstone) FROM document"
    )
    return state
