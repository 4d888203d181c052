"""Where a reading comes from: the line of a word table, the rule of a grammar or the mechanism that made it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from marsad.folders import DATA
from marsad.grammar.grammar import Rule
from marsad.resources import Resources
from marsad.tables import words
from marsad.tables.words import WordRow, read_word_rows
from marsad.text.fold import fold_word

_TABLE, _CODE = "table:", "code:"
# Letters that may be written in one with a word before and behind it: وسيـ، بالـ، ـها، ـهما.
_MOST_BEFORE, _MOST_BEHIND = 4, 3


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a rule stands: `place` ("words/events.tsv:31", "grammars/reasons.yml"; "" for a mechanism), and what it
    says there (`content`: the value of a table's line, the pattern of a grammar's rule)."""

    place: str = ""
    content: str = ""


class Origins:
    """Finds origins in marsad's tables and those of a user. Tables are read when the first origin is asked for."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def of(self, rule: str, found: str) -> Origin:
        """The origin of what `rule` made of the words `found`; an empty one where no line tells."""
        if rule.startswith(_CODE):
            return Origin()
        if rule.startswith(_TABLE):
            table, _, cls = rule.removeprefix(_TABLE).partition("/")
            return self.word(table, cls, found)
        known = self._rules(rule.partition(".")[0]).get(rule)
        return Origin(f"grammars/{rule.partition('.')[0]}.yml", known.pattern) if known else Origin()

    def word(self, table: str, cls: str, found: str) -> Origin:
        """The line of a word table that holds words, as they stand in a text; of one class or of all (`cls` is "")."""
        classes = {cls} if cls else {row.cls for row in self._rows if row.path.stem == table}
        for form in _bare(fold_word(found)):
            for name in sorted(classes):
                row = self._index.get((name, form))
                if row is not None:
                    return Origin(f"words/{row.path.name}:{row.line}", f"{row.cls} {row.value}".strip())
        return Origin()

    @cached_property
    def _rows(self) -> list[WordRow]:
        roots: list[Path] = [DATA] if self._resources.user is None else [DATA, self._resources.user]
        return [row for root in roots for row in read_word_rows(words.tables(root))[0]]

    @cached_property
    def _index(self) -> dict[tuple[str, str], WordRow]:
        """The line that counts for each class and form: the last, as for the lexicon."""
        return {(row.cls, form): row for row in self._rows for form in row.folded()}

    def _rules(self, grammar: str) -> dict[str, Rule]:
        if not self._resources.files(f"grammars/{grammar}.yml"):
            return {}
        return {rule.name: rule for rule in self._resources.grammar(grammar).rules}


def _bare(form: str) -> Iterator[str]:
    """A form, then without letters that may be written in one with it, fewest first."""
    cuts = [(a, b) for a in range(_MOST_BEFORE + 1) for b in range(_MOST_BEHIND + 1)]
    for before, behind in sorted(cuts, key=sum):
        if len(form) - before - behind >= 2:
            yield form[before : len(form) - behind]
