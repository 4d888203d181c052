"""Figures made from what the rules of quantities.yml find: bounds, and the noun and unit beside them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from marsad.annotate.quantities_filter import (
    has_article,
    is_bare_year,
    is_hour,
    is_inside_ordinal,
    is_joined_to,
    is_marker,
    is_name,
    is_ordinal,
    is_tag,
)
from marsad.annotate.quantities_noun import (
    FRACTION,
    PERCENT,
    Counted,
    counted_after,
    counted_before,
    noun_at,
)
from marsad.annotate.times_scene import time_span
from marsad.gazetteer.lexicon import TOPONYM
from marsad.gazetteer.schema import Caution
from marsad.grammar import RuleMatch, Scene
from marsad.model import Span
from marsad.numbers import Number
from marsad.numbers.bounds import Bounds, number_bounds, range_bounds
from marsad.numbers.number import plain

TIME_UNITS = frozenset({"minute", "hour", "day", "week", "month", "year", "decade", "century", "second"})
_HALVED = TIME_UNITS | {"ton", "km"}


@dataclass(slots=True)
class Figure:
    """A figure on its way: its rule, tokens, bounds and what it counts."""

    rule: str
    first: int
    last: int
    span: Span
    bounds: Bounds
    counted: Counted
    number: Number | None = None

    @property
    def extent(self) -> tuple[int, int]:
        """First token of the figure and last of the noun behind it."""
        return self.first, max(self.last, self.counted.last if self.counted.last is not None else self.last)


def make_figures(
    scene: Scene, match: RuleMatch, start: int, end: int, dropped: int | None
) -> tuple[list[Figure], int | None]:
    """The figures of a match; and its last token where it only names something."""
    operation = match.rule.emit["op"]
    if operation == "dual":
        return _dual(scene, match), None
    if operation == "half":
        return _half(scene, match), None
    numbers = [c.mention for name in ("low", "high", "n") if (c := match.captures.get(name))]
    first = numbers[0]
    if (
        is_name(scene, first, start)
        or is_joined_to(scene, first, dropped)
        or is_marker(scene, first, start, end)
        or is_hour(scene, first, start)
        or is_inside_ordinal(scene, first, start)
    ):
        return [], match.last
    if operation == "range":
        return _range(scene, match, numbers, start, end), None
    found = _single(scene, match, first, start, end)
    return ([found] if found else []), None


def _single(scene: Scene, match: RuleMatch, number: Number, start: int, end: int) -> Figure | None:
    bound = match.captures.get("bound")
    word = str(bound.match.entry.value) if bound is not None and bound.match is not None else None
    counted = None if number.owned else counted_after(scene, number, match.last, end)
    if number.owned:
        counted = Counted(None, None, None)
    if number.value == 1 and number.kind == "cardinal" and number.first == number.last and not number.figures:
        counted = _one(scene, number, start, end, counted)
        if counted is None:
            return None
    elif is_ordinal(scene, number, start, end) or (counted is None and word is None and is_tag(scene, number, start)):
        return None
    elif number.kind == "cardinal" and (number.definite or has_article(scene, number, start)):
        after = noun_at(scene, match.last + 1) if match.last + 1 < end else None
        first = number.first if number.definite else number.first - 1
        if after is None:
            counted = counted_before(scene, first, start, definite=True) or counted
    elif number.kind == "several" and (counted is None or noun_at(scene, match.last + 1) is None):
        counted = counted_before(scene, number.first, start)
        if counted is None:
            return None
    if counted is None and word is None and (is_bare_year(number) or (number.figures and number.kind == "fraction")):
        return None
    if number.value == 0 and counted is None and number.first > start and scene.tokens[number.first - 1].word:
        counted = Counted(None, None, None)
    counted = counted or Counted(None, None, None)
    if number.kind == "fraction" and counted.unit != PERCENT:
        measured = counted.unit if counted.unit in TIME_UNITS else None
        counted = Counted(counted.first, counted.last, measured or FRACTION)
    return Figure(
        match.rule.name, match.first, match.last, _span(scene, match), number_bounds(number, word), counted, number
    )


def _one(scene: Scene, number: Number, start: int, end: int, after: Counted | None) -> Counted | None:
    """One, which counts only behind a noun that it agrees with (غارة واحدة), before من, or alone."""
    if number.definite:
        return None
    if end - start == 1:
        return Counted(None, None, None)
    if number.first > start:
        if scene.matches.is_in(number.first - 1, "fixed_one"):
            return None
        noun = counted_before(scene, number.first, start)
        if noun is not None and noun.first is not None and noun_at(scene, noun.first, definite=False, joined=True):
            return noun
    if after is not None and after.first is not None and scene.tokens[number.last + 1].form == "من":
        return after if noun_at(scene, after.first) is not None else None
    return None


def _range(scene: Scene, match: RuleMatch, numbers: list[Number], start: int, end: int) -> list[Figure]:
    low, high = numbers
    chained = high.last + 1 < end and scene.tokens[high.last + 1].form in ("-", "/") and high.figures
    bounds = None if chained else range_bounds(low, high)
    changing = not scene.matches.holding["change"].isdisjoint(range(max(start, match.first - 8), match.first))
    noun = counted_after(scene, high, high.last, end) or Counted(None, None, None)
    if bounds is not None and not (changing and scene.tokens[low.last + 1].form == "الي"):
        return [Figure(match.rule.name, match.first, match.last, _span(scene, match), bounds, noun, high)]
    found = []
    for number in numbers:
        counted = noun if number is high else Counted(None, None, noun.unit)
        if number is low:
            own = counted_after(scene, low, low.last, high.first)
            counted = own if own is not None and own.unit == PERCENT else counted
        if is_bare_year(number) and counted.first is None and noun.first is None:
            continue
        span = scene.text.span(number.first, number.last, _prefix(scene, number))
        found.append(Figure(match.rule.name, number.first, number.last, span, number_bounds(number), counted, number))
    return found


def _prefix(scene: Scene, number: Number) -> int:
    placed = scene.mentions["number"].get(number.first)
    return len(placed[0].prefix) if placed else 0


def _dual(scene: Scene, match: RuleMatch) -> list[Figure]:
    noun = match.captures["noun"]
    if noun.match is None or noun.match.prefix.article or _is_place(scene, match.first):
        return []
    form = noun.match.entry.form
    if form.startswith("ال"):
        return []
    unit, last = str(noun.match.entry.value), match.last
    if _names_both(scene, form, last):
        return []
    longer = noun_at(scene, match.first)
    if longer is not None and longer.last > match.last:
        unit, last = str(longer.entry.value), longer.last
    elif unit == "aircraft" and last + 1 < len(scene.tokens) and scene.tokens[last + 1].form.startswith("مسير"):
        unit, last = "drone", last + 1
    elif form.endswith(("تي", "تا")) and last + 1 < len(scene.tokens) and scene.tokens[last + 1].word:
        last += 1  # a construct goes on to its second noun: ناقلتي نفط
    counted = Counted(match.first, last, unit)
    return [Figure(match.rule.name, match.first, match.last, _span(scene, match), Bounds(2, 2), counted)]


def _is_place(scene: Scene, at: int) -> bool:
    """Whether a dual is spelt like a place that needs no cue (أبين)."""
    return any(m.last == at and m.entry.value.caution == Caution.NONE for m in scene.matches.starting(at, TOPONYM))


def _names_both(scene: Scene, form: str, last: int) -> bool:
    """Whether a construct dual goes on to name its two (مدينتي تعز وعدن): that counts nothing new."""
    following = scene.tokens[last + 1 : last + 4]
    return form.endswith(("تي", "تا")) and any(t.form.startswith("و") and len(t.form) > 2 for t in following[1:])


def is_half(scene: Scene, match: RuleMatch) -> bool | None:
    """Whether a noun with a fraction behind it is two years and a half; None where the rule is another."""
    if match.rule.emit["op"] != "half":
        return None
    noun, half = match.captures["noun"].match, match.captures["half"].mention
    if noun is None or half.kind != "fraction" or half.value is None or half.owned or noun.prefix.article:
        return False
    return scene.tokens[half.first].form.startswith("و") and noun.entry.value in _HALVED


def _half(scene: Scene, match: RuleMatch) -> list[Figure]:
    """Two years and a half; an hour and a half."""
    noun, half = match.captures["noun"].match, match.captures["half"].mention
    if noun is None:
        return []
    value = plain(Fraction(2 if noun.entry.cls == "counted_dual" else 1) + half.value)
    counted = Counted(match.first, match.first, str(noun.entry.value))
    return [Figure(match.rule.name, match.first, match.last, _span(scene, match), Bounds(value, value), counted)]


def _span(scene: Scene, match: RuleMatch) -> Span:
    return time_span(scene, match)
