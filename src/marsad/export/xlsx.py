"""XLSX: a sheet for each of marsad's tables, text as text, sheets from right to left where labels are Arabic."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from marsad.export.flat import TABLES
from marsad.export.options import Options
from marsad.ingest.extras import needed
from marsad.model import Record

_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONGEST = 32_767  # characters that a cell can hold


def write(path: Path, records: Sequence[Record], options: Options) -> int:
    """All tables; the number of rows in all. Raises MissingExtraError."""
    openpyxl = needed("openpyxl", "xlsx")
    make = needed("openpyxl.cell", "xlsx").WriteOnlyCell
    book = openpyxl.Workbook(write_only=True)
    count = 0

    def cell(sheet: Any, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        made = make(sheet, _UNFIT.sub("\ufffd", value)[:_LONGEST])
        # A text that begins with = is no formula, whatever it looks like.
        made.data_type = "s"
        made.quotePrefix = value[:1] in "=+-@"
        return made

    for name, (columns, rows) in TABLES.items():
        sheet = book.create_sheet(name)
        sheet.sheet_view.rightToLeft = options.lang == "ar"
        sheet.freeze_panes = "A2"
        sheet.append(list(columns))
        for row in rows(records):
            sheet.append([cell(sheet, row.get(column)) for column in columns])
            count += 1
    book.save(path)
    return count
