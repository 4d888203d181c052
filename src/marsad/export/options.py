"""What a person may choose about an export."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """`table`: the layer of formats that hold one table; `bom`: a byte order mark before CSV, for Excel; `lang`: of the
    labels of pages and the direction of sheets."""

    table: str = "events"
    bom: bool = False
    lang: str = "en"
