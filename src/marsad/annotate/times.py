"""Times: expressions that situate something on the calendar, with their EDTF value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from marsad.annotate.times_clock import clock_of
from marsad.annotate.times_joined import join
from marsad.annotate.times_scene import number_scene, time_span
from marsad.grammar import RuleMatch, Scene, longest
from marsad.model import Time
from marsad.times.calendar import last_day
from marsad.times.edtf import parse_moment
from marsad.times.frame import Context, Frame, Reading
from marsad.times.rules import check, evaluate
from marsad.times.tense import is_future

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.resources import Resources


_SINCE = ("منذ", "ومنذ")
# No newspaper is older; and what is counted from a day near the calendar's ends falls off it.
_FIRST_YEAR, _LAST_YEAR = 1000, 9000
_DATES = frozenset({"day", "figures", "day_of_period"})


class Times:
    """Reads every date, day and period, resolved against the publication date; X digits where none is known."""

    name: ClassVar[str] = "annotate.times"
    requires: ClassVar[tuple[str, ...]] = ("text", "matches", "numbers")
    assigns: ClassVar[tuple[str, ...]] = ("times",)

    def __init__(self, resources: Resources) -> None:
        self._grammar = resources.grammar("times")
        check({rule.name: str(rule.emit.get("op")) for rule in self._grammar.rules})

    def __call__(self, analysis: Analysis) -> Mapping[str, Any]:
        from marsad.analysis import numbered

        scene = number_scene(analysis, dates_only=True)
        document = analysis.document
        context = Context(_reference(document.published))
        told = "dateline" if document.published_basis == "dateline" else "publication"
        matches = _valid(self._grammar.find(scene), scene, context.published)
        times = [_time(scene, match, reading, told) for match, reading in join(_read(matches, scene, context), scene)]
        return {"times": numbered("t", times)}


def _reference(published: str | None) -> date | None:
    """The day that relative words count from: that of publication, or the last of its month or year."""
    moment = parse_moment(published) if published else None
    if moment is None or moment.year is None or not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        return None
    if moment.known is not None:
        return moment.known
    month = moment.month or 12
    return date(moment.year, month, last_day(moment.year, month))


def _valid(found: list[RuleMatch], scene: Scene, published: date | None) -> list[RuleMatch]:
    """The matches that have a value: of those that overlap the longest."""
    able = Context(published or date(2020, 6, 15), probing=True, year=2020, month=6, day=date(2020, 6, 15))
    able.near_day = able.day
    return longest(m for m in found if evaluate(Frame(m, scene, m.rule.emit), able))


def _read(matches: list[RuleMatch], scene: Scene, context: Context) -> Iterator[tuple[RuleMatch, Reading]]:
    """Values in the order of the text, so that each can refer back to those before it."""
    text, sentence, line = scene.text, -1, -1
    for match in matches:
        token = scene.tokens[match.first]
        if token.sentence != sentence:
            far = token.sentence > sentence + 2
            new_line = text.raw.find("\n", line, token.start) >= 0 if line >= 0 else False
            if far or new_line:
                context.forget_sentence()
            sentence, line = token.sentence, token.start
        first, past = text.sentence_tokens[token.sentence]
        context.alone = len(text.sentences) == 1 and past - first <= match.last - match.first + 2
        since = match.first > first and scene.tokens[match.first - 1].form in _SINCE
        future = not since and (context.alone or is_future(scene, match.first, match.last))
        context.direction = "future" if future else None
        reading = evaluate(Frame(match, scene, match.rule.emit), context)
        if reading is not None:
            context.learn(reading.value, match.rule.emit["op"] in _DATES)
            yield match, reading


def _time(scene: Scene, match: RuleMatch, reading: Reading, told: str) -> Time:
    span = time_span(scene, match)
    edtf = str(reading.value)
    basis = "unresolved" if "X" in edtf else told if reading.basis == "publication" else reading.basis
    return Time(
        id="",
        start=span.start,
        end=span.end,
        text=scene.text.words(span),
        edtf=edtf,
        rule=match.rule.name,
        basis=basis,
        calendar=reading.calendar,
        clock=clock_of(scene, match),
    )
