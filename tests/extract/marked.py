"""Sentences of the case tables with their actors marked in them: {person}, <body>."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import regex

from marsad.analysis import Analysis
from marsad.model import Actor, Document
from marsad.pipeline import Pipeline, Step
from marsad.resources import Resources
from marsad.text.steps import Find, View

CASES = Path(__file__).parents[1] / "cases"
_MARKED = regex.compile(r"\{([^}]*)\}|<([^>]*)>")


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a case table, without its comments."""
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        lines = [line for line in file if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


class Bench:
    """Runs steps on marked sentences, with no step for actors before them."""

    def __init__(self, resources: Resources, *steps: Step) -> None:
        self._first = Pipeline([View(resources), Find(resources)])
        self._steps = steps

    def read(self, marked: str, title: str | None = None) -> Analysis:
        """The analysis of a marked text."""
        text, actors, last = "", [], 0
        for n, match in enumerate(_MARKED.finditer(marked)):
            text += marked[last : match.start()]
            name, kind = (match[1], "person") if match[1] else (match[2], "organisation")
            actors.append(Actor(f"a{n}", len(text), len(text) + len(name), name, kind, "test", key=name))
            text, last = text + name, match.end()
        text += marked[last:]
        analysis = replace(self._first(Document(id="case", text=text, title=title)), actors=tuple(actors))
        for step in self._steps:
            analysis = replace(analysis, **step(analysis))
        return analysis
