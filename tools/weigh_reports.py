"""Weigh the features that tell a report from a mention: `python tools/weigh_reports.py CASES.jsonl [--write]`.

A line of CASES holds a sentence (`text`) and its `label`: yes (it reports an act of violence), easy no or difficult no.
Fits a logistic regression over the features of extract/events/reported.py, prints what it does to sentences that it
was not fitted on (five parts, three draws), and with --write puts the weights into data/vocab/reported.tsv. Only
weights and the hash of CASES are kept, no text."""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import marsad
from marsad.extract.events import reported
from marsad.extract.events.step import Events
from marsad.extract.events.told import bare
from marsad.folders import DATA

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.sentence import Sentence

FOLDS, DRAWS, ROUNDS = 5, 3, 12
RIDGE = 3.0
"""How strongly weights are drawn to 0. Of 1, 3 and 8 it did best on the other parts."""
UNSURE = 0.3
"""What a "difficult no" counts: people who labelled the sentences found it hard, too."""
LEAST = -0.5
"""Logit from which an act counts as reported: best on the other parts, of -2 to 0.5 in steps of 0.25."""
MEANINGS = {
    "start": "every act",
    "least": "the sum from which an act is reported",
    "ground": "a noun behind a word of time or ground (class ground of words/events.tsv): after the attack",
    "definite": "a noun with the article or a complement",
    "indefinite": "a noun without",
    "told_on": "a relative clause goes on about the noun: the attack that was launched",
    "main": "no word that begins a clause stands before it",
    "content": "in a clause behind that or while",
    "relative": "in a relative clause",
    "second": "another event is told before it",
    "late": "more than 25 words into the sentence",
    "general": "the sentence has a word of comment, duty or question (class general)",
    "by_source": "the sentence opens with a verb of saying",
    "in_words": "the sentence opens with an act of words: a demand, an accusation",
    "agent": "it names who did it",
    "target": "it names whom it struck",
    "weapon": "it names the weapon",
    "harmed": "somebody was harmed, with or without a number",
    "day": "it has a date of its own, to the day",
    "year": "it has a date of its own, of a year or month",
}


class Act(NamedTuple):
    """An act that a sentence tells: its features, and whether it is kept whatever they are."""

    features: frozenset[str]
    certain: bool


class Case(NamedTuple):
    """A labelled sentence with the acts of violence that are read in it."""

    label: str
    acts: tuple[Act, ...]


class Recorder:
    """Stands where Reports stands in the step: notes the features of each act, and keeps all."""

    def __init__(self) -> None:
        self.acts: list[Act] = []

    def __call__(self, analysis: Analysis, sentence: Sentence, draft: Draft, found: list[Draft]) -> bool:
        if reported.weighed(analysis, draft) and not bare(draft):
            told = reported.features(analysis, sentence, draft, found)
            self.acts.append(Act(told, reported.certain(analysis, sentence, draft)))
        return True


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("cases", type=Path)
    asked.add_argument("--write", action="store_true")
    given = asked.parse_args()
    cases = list(read(given.cases))
    draws = [_cross_validated(cases, draw) for draw in range(DRAWS)]
    for name, negatives in (("yes v easy no", {"easy no"}), ("yes v all no", {"easy no", "difficult no"})):
        rows = {
            "all kept": [rates(cases, [bool(c.acts) for c in cases], negatives)],
            "certain ones only": [rates(cases, [any(a.certain for a in c.acts) for c in cases], negatives)],
            "weighed, other parts": [rates(cases, draw, negatives) for draw in draws],
        }
        for how, found in rows.items():
            precision, recall, f1 = (sum(r[k] for r in found) / len(found) for k in range(3))
            print(f"| {name} | {how} | {precision:.3f} | {recall:.3f} | {f1:.3f} |")
    if given.write:
        sha = hashlib.sha256(given.cases.read_bytes()).hexdigest()
        (DATA / reported.TABLE).write_text("".join(_lines(fit(cases), sha)), encoding="utf-8")


def read(path: Path) -> Iterable[Case]:
    """The cases of a file, with what is read in them."""
    reader = marsad.Reader()
    recorder = Recorder()
    for step in reader.pipeline.steps:
        if isinstance(step, Events):
            step.reports = recorder
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        recorder.acts = []
        reader.read(case["text"])
        yield Case(case["label"], tuple(recorder.acts))


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """Weights by Newton's method: each sentence counts once, shared by its acts."""
    names = ["start", *sorted({f for c in cases for a in c.acts for f in a.features})]
    at = {name: k for k, name in enumerate(names)}
    rows = [
        ([0, *(at[f] for f in act.features)], float(case.label == "yes"), _counts(case) / len(case.acts))
        for case in cases for act in case.acts
    ]  # fmt: skip
    weights = [0.0] * len(names)
    for _ in range(ROUNDS):
        slope = [0.0 if k == 0 else RIDGE * w for k, w in enumerate(weights)]
        curve = [[(1e-6 if k == 0 else RIDGE) * (k == j) for j in range(len(names))] for k in range(len(names))]
        for held, truth, count in rows:
            share = 1 / (1 + math.exp(-sum(weights[k] for k in held)))
            for k in held:
                slope[k] += count * (share - truth)
                for j in held:
                    curve[k][j] += count * share * (1 - share)
        weights = [w - d for w, d in zip(weights, _solved(curve, slope), strict=True)]
    return dict(zip(names, weights, strict=True))


def _counts(case: Case) -> float:
    return UNSURE if case.label == "difficult no" else 1.0


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a linear system, by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for k in range(len(rows)):
        pivot = max(range(k, len(rows)), key=lambda i: abs(rows[i][k]))
        rows[k], rows[pivot] = rows[pivot], rows[k]
        for i in range(len(rows)):
            if i != k and rows[i][k]:
                factor = rows[i][k] / rows[k][k]
                rows[i] = [a - factor * b for a, b in zip(rows[i], rows[k], strict=True)]
    return [row[-1] / row[k] for k, row in enumerate(rows)]


def _cross_validated(cases: Sequence[Case], draw: int) -> list[bool]:
    """What each sentence is said to be by weights of the other parts, each label spread evenly over the parts."""
    part = [0] * len(cases)
    chance = random.Random(draw)
    for label in sorted({c.label for c in cases}):
        these = [k for k, c in enumerate(cases) if c.label == label]
        chance.shuffle(these)
        for n, k in enumerate(these):
            part[k] = n % FOLDS
    said = [False] * len(cases)
    for fold in range(FOLDS):
        weights = fit([c for c, p in zip(cases, part, strict=True) if p != fold])
        for k, case in enumerate(cases):
            if part[k] == fold:
                said[k] = any(a.certain or score(weights, a) >= LEAST for a in case.acts)
    return said


def score(weights: dict[str, float], act: Act) -> float:
    """The logit of an act."""
    return weights["start"] + sum(weights.get(f, 0.0) for f in act.features)


def rates(cases: Sequence[Case], said: Sequence[bool], negatives: set[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of sentences."""
    right = sum(s for s, c in zip(said, cases, strict=True) if c.label == "yes")
    wrong = sum(s for s, c in zip(said, cases, strict=True) if c.label in negatives)
    precision, recall = right / max(right + wrong, 1), right / max(sum(c.label == "yes" for c in cases), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def _lines(weights: dict[str, float], sha: str) -> Iterable[str]:
    yield "# What speaks for a report and what for a mention, in texts of one sentence: logistic weights over\n"
    yield "# features of extract/events/reported.py. Made by tools/weigh_reports.py, measured in docs/evaluation.md.\n"
    yield f"# Licence: Apache-2.0. Weights only, of labelled sentences (SHA-256 {sha}).\n"
    yield "feature\tweight\tmeaning\n"
    held = {**weights, "least": LEAST}
    for name in ("least", "start", *sorted(weights.keys() - {"start"}, key=lambda n: weights[n])):
        yield f"{name}\t{held[name]:.2f}\t{MEANINGS[name]}\n"


if __name__ == "__main__":
    main()
