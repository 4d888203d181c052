"""What `marsad read --explain` and the workbench tell of an item: which rule or table made it, and from which words."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import yaml

from marsad.folders import DATA
from marsad.model import Event, Reason, Statement
from marsad.report.labels import Labels
from marsad.report.outline import DATA as AS_DATA
from marsad.report.outline import OWN, Fact, fact, kept
from marsad.resources import Resources
from marsad.tables.origins import Origin, Origins

RULES = DATA / "vocab" / "rules.yml"
_LONGEST = 100
_GRAMMAR = "grammar"


class Explanation:
    """Tells how items were made, in a language; `lexicons` is the user's folder."""

    def __init__(self, lang: str, lexicons: Path | None = None) -> None:
        self._labels = Labels(lang)
        self._origins = Origins(Resources(lexicons))

    def __call__(self, item: Event | Reason | Statement) -> tuple[Fact, ...]:
        """The facts of one item."""
        words = _words(item)
        facts = [
            fact(self._labels("made_by"), self.meaning(item.rule), OWN),
            fact("", item.rule, AS_DATA),
            *self._told(self._origins.of(item.rule, words)),
            fact(self._labels("from_words"), words),
        ]
        if isinstance(item, Event) and item.weapon:
            facts += [
                fact(self._labels("weapon"), item.weapon),
                *self._told(self._origins.word("weapons", "weapon", item.weapon)),
            ]
        return kept(facts)

    def load(self) -> None:
        """Read the tables now, so that the first question need not wait for it."""
        self._origins.word("events", "", "-")
        self.meaning("-")

    def by_rule(self, rule: str) -> tuple[Fact, ...]:
        """The facts of a rule alone."""
        return kept([fact(self._labels("made_by"), self.meaning(rule), OWN), fact("", rule, AS_DATA)])

    def _told(self, origin: Origin) -> list[Fact]:
        content = origin.content if len(origin.content) <= _LONGEST else origin.content[:_LONGEST] + "…"
        return [fact("", origin.place, AS_DATA), fact("", content, AS_DATA)]

    def meaning(self, rule: str) -> str | None:
        """What kind of rule it is; None where no line of the table tells."""
        name = rule if ":" in rule else _GRAMMAR
        row = self._meanings.get(name) or self._meanings.get(name[: name.rfind(".") + 1])
        return row[self._labels.lang] if row else None

    @cached_property
    def _meanings(self) -> dict[str, dict[str, str]]:
        held: dict[str, dict[str, str]] = yaml.safe_load(RULES.read_text(encoding="utf-8"))
        return held


def _words(item: Event | Reason | Statement) -> str:
    if isinstance(item, Event):
        return item.trigger
    return item.cue if isinstance(item, Statement) else item.text
