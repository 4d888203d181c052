"""Word tables line by line: what is wrong with them, which lines hold a word, adding one of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from pathlib import Path
from typing import NamedTuple

from marsad.lexicon.entry import PARTS, expand
from marsad.lexicon.words import REMOVED
from marsad.tables.faults import Fault
from marsad.tables.writing import replacing

USER_TABLE = Path("words") / "user.tsv"
TRIGGERS = frozenset({"trigger", "trigger_verb"})
# Types of triggers that become a type of the codebook once it is known who died by whom.
PASSING = frozenset({"killing", "injury", "flight"})
_HEAD = "# Your own words: class, part, forms, value, note. Columns as in the tables of marsad/data/words.\n"
_CELLS = 3


class WordRow(NamedTuple):
    """One line of a word table and where it stands."""

    cls: str
    part: str
    forms: str
    value: str
    note: str
    path: Path
    line: int

    @property
    def type(self) -> str:
        """The event type of a trigger; of the first, where it has several meanings."""
        return self.types[0]

    @property
    def types(self) -> tuple[str, ...]:
        """The event types of all meanings of a trigger, parted by " ; "."""
        return tuple((meaning.split() or [""])[0] for meaning in self.value.split(" ; "))

    def folded(self) -> list[str]:
        """Every form that the line stands for."""
        return [entry.form for entry in expand(self.forms, self.cls, self.part)]


def tables(root: Path) -> list[Path]:
    """The word tables of a folder laid out like marsad/data."""
    return sorted(root.glob("words/*.tsv"))


def read_word_rows(paths: Iterable[Path]) -> tuple[list[WordRow], list[Fault]]:
    """The lines of word tables, and those that are none."""
    rows, faults = [], []
    for path in paths:
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            faults.append(Fault(path, 0, "is not in UTF-8: save it as UTF-8"))
            continue
        for n, line in enumerate(lines, 1):
            if not line.strip() or line.startswith("#"):
                continue
            cells = line.split("\t")
            if len(cells) < _CELLS or cells[1] not in PARTS:
                faults.append(
                    Fault(path, n, f"expected class, part ({', '.join(PARTS)}), forms, value, note with tabs")
                )
                continue
            cls, part, forms, value, note = (*cells, "", "")[:5]
            rows.append(WordRow(cls, part, forms, value, note, path, n))
    return rows, faults


def word_faults(rows: Iterable[WordRow], types: Set[str]) -> Iterator[Fault]:
    """Triggers of unknown types; warnings for words that two lines of one folder give two event types."""
    first: dict[tuple[str, str], WordRow] = {}
    for row in rows:
        if row.cls not in TRIGGERS or row.value == REMOVED:
            continue
        for kind in row.types:
            if kind not in types and kind not in PASSING:
                yield Fault(row.path, row.line, unknown_type(kind))
        told: set[str] = set()
        for form in row.folded():
            before = first.setdefault((row.cls, form), row)
            if before.type != row.type and before.type not in told:
                told.add(before.type)
                where = f"{before.path.name}:{before.line}"
                yield Fault(
                    row.path, row.line,
                    f"{form!r} is a trigger of {before.type} in {where} and of {row.type} here, which counts", True,
                )  # fmt: skip


def unknown_type(name: str) -> str:
    """What to say of an event type that no codebook holds."""
    return (
        f"unknown event type {name!r}: take one that `marsad codebook event_types` prints, or declare it in "
        "vocab/codebook.yml of your folder with en, ar and means"
    )


def add_word(folder: Path, row: WordRow) -> Path:
    """Write a line into words/user.tsv of a folder; a line for the same class, part and forms gives way to it.

    Raises OutputError."""
    path = folder / USER_TABLE
    text = path.read_text(encoding="utf-8") if path.exists() else _HEAD
    kept = [line for line in text.splitlines() if line.split("\t")[:3] != [row.cls, row.part, row.forms]]
    kept.append("\t".join((row.cls, row.part, row.forms, row.value, row.note)))
    with replacing(path) as part:
        part.write_text("\n".join(kept) + "\n", encoding="utf-8")
    return path
