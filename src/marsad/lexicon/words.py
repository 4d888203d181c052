"""Word tables: data/words/*.tsv, one line a word: class, part, forms, value, note.

    class   what grammars call it: <class>
    part    name, noun, verb or particle: says what may be written in one with it (text/affixes.py)
    forms   surface forms parted by |; a verb as perfect/imperfect, also
            with words behind it (شن/يشن هجوما); a noun ending in + also in dual and sound plural
    value   free text that the class gives its meaning to
    note    for people

Lines that begin with # are comments. A user's table adds lines; value "-" takes the forms out of the class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from marsad.errors import ResourceError
from marsad.lexicon.entry import PARTS, Entry, expand

REMOVED = "-"


def read_words(paths: Iterable[Path]) -> Iterator[Entry]:
    """Entries of word tables, later tables overriding earlier ones.

    Raises ResourceError with file and line where a line is malformed."""
    found: dict[tuple[str, str], Entry | None] = {}
    for path in paths:
        for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            cells = line.split("\t")
            if len(cells) < 3 or cells[1] not in PARTS:
                raise ResourceError(
                    f"{path}:{n}: expected class, part ({', '.join(PARTS)}), forms, value, note with tabs: {line!r}"
                )
            cls, part, forms, *rest = cells
            value = rest[0] if rest else ""
            for entry in expand(forms, cls, part, value):
                found[cls, entry.form] = None if value == REMOVED else entry
    return (entry for entry in found.values() if entry is not None)
