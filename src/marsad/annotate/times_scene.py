"""The scene of the times grammar, and the words of the text that a match stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.grammar import RuleMatch, Scene
from marsad.grammar.scene import Placed
from marsad.model import Span
from marsad.text.affixes import Prefix

if TYPE_CHECKING:
    from marsad.analysis import Analysis

# Words that begin a time and may have a conjunction, and nothing else, written in one with them.
_OPENERS = frozenset("منذ قبل بعد خلال بين طوال من هذا هذه في حتي الي اول اخر".split())
_DURING = ("خلال", "وخلال", "فخلال")
_TAKES_DURING = ("span", "period")
_TIME_UNITS = frozenset({"minute", "hour", "day", "week", "month", "year", "decade", "century"})


def number_scene(analysis: Analysis, dates_only: bool = False) -> Scene:
    """Tokens and lexicon words, with the numbers of the text as mentions of a layer `number`.

    `dates_only` leaves out those that count the noun behind them, which spares their trial as dates."""
    scene = Scene(analysis.text, analysis.matches)
    table: dict[int, list[Placed]] = {}
    tokens = analysis.text.tokens
    for number in analysis.numbers:
        if dates_only and any(
            m.entry.value not in _TIME_UNITS and not (m.prefix.conjunction or m.prefix.preposition)
            for m in analysis.matches.starting(number.last + 1, "counted")
        ):
            continue
        head = tokens[number.first]
        prefix = ""
        if number.start > head.start:
            length = len(analysis.text.raw[head.start : number.start].replace("ـ", ""))
            prefix = head.form[: min(length, 2)]
        table[number.first] = [Placed(number.first, number.last, prefix, number)]
    scene.mentions["number"] = table
    return scene


def time_span(scene: Scene, match: RuleMatch) -> Span:
    """Raw span of a match, or of what its rule captures as `whole`, without a conjunction or preposition before it."""
    whole = match.captures.get("whole")
    first, last = (whole.first, whole.last) if whole else (match.first, match.last)
    if whole is None and match.rule.emit["op"] in _TAKES_DURING and first and scene.tokens[first - 1].form in _DURING:
        first -= 1
    return scene.text.span(first, last, _skip(scene, first, match))


def _skip(scene: Scene, first: int, match: RuleMatch) -> int:
    form = scene.tokens[first].form
    if form[0] in "وف" and form[1:] in _OPENERS:
        return 1
    for capture in match.captures.values():
        if capture.first != first:
            continue
        if capture.match is not None:
            return _letters(form, capture.match.prefix)
        for placed in scene.mentions["number"].get(first, ()):
            return len(placed.prefix)
    for found in scene.matches.at[first]:
        if found.prefix.conjunction or found.prefix.preposition:
            return _letters(form, found.prefix)
        return 0
    return 0


def _letters(form: str, prefix: Prefix) -> int:
    """Letters before the word; a ل that swallowed an alif (للثلاثين) stays with it."""
    swallowed = form[len(prefix.conjunction) :].startswith("لل")
    return len(prefix.conjunction) + (0 if swallowed else len(prefix.preposition))
