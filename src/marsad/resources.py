"""Lexicons, grammars and tables: read once from data files, with a user's folder on top.

A user's folder mirrors `marsad/data`: its `words/*.tsv` add or take out words, its `grammars/NAME.yml` add or
replace rules, other tables say for themselves how a user's rows are joined. Layers whose lexicons are more than
word tables (places, actors) hand in their entries through `LEXICON_SOURCES`."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from marsad.errors import ResourceError
from marsad.folders import DATA
from marsad.grammar.grammar import Grammar, read_grammar
from marsad.lexicon import Automaton, Entry, read_words

T = TypeVar("T")
LexiconSource = Callable[["Resources"], Iterable[Entry]]


class Resources:
    """Everything that the steps look things up in. Loading is lazy and happens once for each object.

    `user` is a folder of a user's own tables. Raises ResourceError where it is not a folder."""

    def __init__(self, user: Path | None = None) -> None:
        if user is not None and not user.is_dir():
            raise ResourceError(f"{user} is not a folder: name one that holds words/, grammars/ or other tables")
        self.user = user
        self._made: dict[Callable[[Resources], object], object] = {}

    def files(self, pattern: str) -> list[Path]:
        """Data files of a pattern ("words/*.tsv"), marsad's own first, then the user's."""
        roots = [DATA] if self.user is None else [DATA, self.user]
        return [path for root in roots for path in sorted(root.glob(pattern))]

    def rows(self, pattern: str) -> Iterator[dict[str, str]]:
        """Rows of TSV tables whose first line that is no comment names the columns.

        Raises ResourceError with file and line where a row has another number of cells."""
        for path in self.files(pattern):
            yield from read_rows(path)

    def grammar(self, name: str) -> Grammar:
        """The grammar of `grammars/NAME.yml`."""
        return self.of(_GrammarNamed(name))

    def of(self, make: Callable[[Resources], T]) -> T:
        """What a factory makes of these resources, made once."""
        if make not in self._made:
            self._made[make] = make(self)
        return self._made[make]  # type: ignore[return-value]

    @cached_property
    def automaton(self) -> Automaton:
        """All lexicons in one automaton."""
        return Automaton(lexicon_entries(self))


def lexicon_entries(resources: Resources) -> Iterator[Entry]:
    """The entries of all lexicons: word tables, then those of the layers that hand in their own."""
    yield from read_words(resources.files("words/*.tsv"))
    for source in _lexicon_sources():
        yield from source(resources)


@dataclass(frozen=True, slots=True)
class _GrammarNamed:
    """The factory of a grammar: two of one name are equal, so that `of` recognises it."""

    grammar: str

    def __call__(self, resources: Resources) -> Grammar:
        paths = resources.files(f"grammars/{self.grammar}.yml")
        if not paths:
            raise ResourceError(f"no grammar {self.grammar!r} in {DATA / 'grammars'}")
        return read_grammar(paths)


def _lexicon_sources() -> list[LexiconSource]:
    """Layers with lexicons of their own. Imported late: they import this module."""
    from marsad.actors import anaphors, dictionary, nations
    from marsad.gazetteer import lexicon
    from marsad.outlets import tags

    return [dictionary.entries, nations.entries, anaphors.entries, lexicon.entries, tags]


def read_rows(path: Path) -> Iterator[dict[str, str]]:
    """Rows of one TSV table; see Resources.rows."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = ((n, line.rstrip("\r\n")) for n, line in enumerate(file, 1))
        content = ((n, line) for n, line in lines if line and not line.startswith("#"))
        _, head = next(content, (0, ""))
        columns = head.split("\t")
        for n, line in content:
            cells = line.split("\t")
            if len(cells) != len(columns):
                raise ResourceError(
                    f"{path}:{n}: {len(cells)} cells, not {len(columns)} ({', '.join(columns)}): {line!r}"
                )
            yield dict(zip(columns, cells, strict=True))


def write_rows(path: Path, columns: list[str], rows: Iterable[dict[str, str]], comment: str) -> None:
    """A TSV table with a comment line at its head, as read_rows reads it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("".join(f"# {line}\n" for line in comment.splitlines()))
        writer = csv.DictWriter(
            file, columns, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None
        )
        writer.writeheader()
        writer.writerows(rows)
