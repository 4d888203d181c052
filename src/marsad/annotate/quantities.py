"""Quantities: figures with bounds, unit and rate, and what they count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar

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
    OTHER,
    PERCENT,
    PERSON,
    Counted,
    counted_after,
    counted_before,
    noun_at,
    noun_prefix,
    people_before,
)
from marsad.annotate.quantities_rate import rates
from marsad.annotate.quantities_source import source_of
from marsad.annotate.times_scene import number_scene, time_span
from marsad.grammar import RuleMatch, Scene, longest
from marsad.model import Quantity, Span
from marsad.numbers import Number
from marsad.numbers.bounds import Bounds, number_bounds, range_bounds
from marsad.numbers.number import plain

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.resources import Resources

_TIME_UNITS = frozenset({"minute", "hour", "day", "week", "month", "year", "decade", "century", "second"})
_HALVED = _TIME_UNITS | {"ton", "km"}
_UNITS_WITHOUT_HEIRS = _TIME_UNITS | {PERCENT, FRACTION}


@dataclass(slots=True)
class _Found:
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


class Quantities:
    """Reads every figure that counts or measures something; dates, names and ranks are left out."""

    name: ClassVar[str] = "annotate.quantities"
    requires: ClassVar[tuple[str, ...]] = ("text", "matches", "numbers", "times")
    assigns: ClassVar[tuple[str, ...]] = ("quantities",)

    def __init__(self, resources: Resources) -> None:
        self._grammar = resources.grammar("quantities")

    def __call__(self, analysis: Analysis) -> Mapping[str, Any]:
        from marsad.analysis import numbered

        scene = number_scene(analysis)
        scene.mentions["time"] = scene.place(analysis.times)
        dated = _dated(scene, analysis)
        matches = longest(
            m
            for m in self._grammar.find(scene)
            if not _touches(m, dated) and _is_half(scene, m) is not False and not _joined_bound(m)
        )
        by_sentence: dict[int, list[RuleMatch]] = {}
        for match in matches:
            by_sentence.setdefault(scene.tokens[match.first].sentence, []).append(match)
        found: list[Quantity] = []
        for sentence, here in by_sentence.items():
            found.extend(_sentence(scene, here, *analysis.text.sentence_tokens[sentence]))
        return {"quantities": numbered("q", found)}


def _dated(scene: Scene, analysis: Analysis) -> set[int]:
    """Tokens that times have taken."""
    taken: set[int] = set()
    for time in analysis.times:
        placed = scene.tokens_of(time)
        if placed is not None:
            taken.update(range(placed.first, placed.last + 1))
    return taken


def _touches(match: RuleMatch, dated: set[int]) -> bool:
    return any(i in dated for i in range(match.first, match.last + 1))


def _joined_bound(match: RuleMatch) -> bool:
    """Whether an و parts a bound from the number behind it (واحد على الأقل واثنان)."""
    bound, number = match.captures.get("bound"), match.captures.get("n")
    return (
        bound is not None
        and number is not None
        and bound.last < number.first
        and number.mention.start > 0
        and number.mention.joined
    )


def _sentence(scene: Scene, matches: list[RuleMatch], start: int, end: int) -> Iterable[Quantity]:
    found: list[_Found] = []
    dropped: int | None = None
    for match in matches:
        if found and (match.first <= found[-1].extent[1] or _repeats(scene, found[-1], match)):
            continue
        more, gone = _make(scene, match, start, end, dropped)
        dropped = gone if gone is not None else dropped
        found.extend(more)
    _inherit(scene, found, start)
    per = rates(scene, [f.extent for f in found], start, end)
    source = source_of(scene, start, end) if found else None
    for i, item in enumerate(found):
        yield _quantity(scene, item, per.get(i), source, end)


def _make(scene: Scene, match: RuleMatch, start: int, end: int, dropped: int | None) -> tuple[list[_Found], int | None]:
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


def _single(scene: Scene, match: RuleMatch, number: Number, start: int, end: int) -> _Found | None:
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
        measured = counted.unit if counted.unit in _TIME_UNITS else None
        counted = Counted(counted.first, counted.last, measured or FRACTION)
    return _Found(
        match.rule.name, match.first, match.last, _span(scene, match), number_bounds(number, word), counted, number
    )


def _one(scene: Scene, number: Number, start: int, end: int, after: Counted | None) -> Counted | None:
    """One, which counts only behind a noun that it agrees with (غارة واحدة), before من, or alone."""
    if number.definite:
        return None
    if end - start == 1:
        return Counted(None, None, None)
    if number.first > start:
        before = scene.matches.at.get(number.first - 1, ())
        if any(m.entry.cls == "fixed_one" for m in before):
            return None
        noun = counted_before(scene, number.first, start)
        if noun is not None and noun.first is not None and noun_at(scene, noun.first, definite=False, joined=True):
            return noun
    if after is not None and after.first is not None and scene.tokens[number.last + 1].form == "من":
        return after if noun_at(scene, after.first) is not None else None
    return None


def _range(scene: Scene, match: RuleMatch, numbers: list[Number], start: int, end: int) -> list[_Found]:
    low, high = numbers
    chained = high.last + 1 < end and scene.tokens[high.last + 1].form in ("-", "/") and high.figures
    bounds = None if chained else range_bounds(low, high)
    changing = any(
        m.entry.cls == "change"
        for at in range(max(start, match.first - 8), match.first)
        for m in scene.matches.at.get(at, ())
    )
    noun = counted_after(scene, high, high.last, end) or Counted(None, None, None)
    if bounds is not None and not (changing and scene.tokens[low.last + 1].form == "الي"):
        return [_Found(match.rule.name, match.first, match.last, _span(scene, match), bounds, noun, high)]
    found = []
    for number in numbers:
        counted = noun if number is high else Counted(None, None, noun.unit)
        if number is low:
            own = counted_after(scene, low, low.last, high.first)
            counted = own if own is not None and own.unit == PERCENT else counted
        if is_bare_year(number) and counted.first is None and noun.first is None:
            continue
        span = scene.text.span(number.first, number.last, _prefix(scene, number))
        found.append(_Found(match.rule.name, number.first, number.last, span, number_bounds(number), counted, number))
    return found


def _prefix(scene: Scene, number: Number) -> int:
    placed = scene.mentions["number"].get(number.first)
    return len(placed[0].prefix) if placed else 0


def _dual(scene: Scene, match: RuleMatch) -> list[_Found]:
    noun = match.captures["noun"]
    if noun.match is None or noun.match.prefix.article:
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
    return [_Found(match.rule.name, match.first, match.last, _span(scene, match), Bounds(2, 2), counted)]


def _repeats(scene: Scene, before: _Found, match: RuleMatch) -> bool:
    """Whether a dual, or اثنين, only agrees with the dual before it: هجومان انتحاريان, مسلحان اثنان."""
    adjacent = match.first == before.extent[1] + 1 and not scene.tokens[match.first].form.startswith("و")
    if not adjacent or before.rule != "quantities.dual":
        return False
    number = match.captures.get("n")
    return match.rule.emit["op"] == "dual" or (number is not None and number.mention.value == 2)


def _names_both(scene: Scene, form: str, last: int) -> bool:
    """Whether a construct dual goes on to name its two (مدينتي تعز وعدن): that counts nothing new."""
    following = scene.tokens[last + 1 : last + 4]
    return form.endswith(("تي", "تا")) and any(t.form.startswith("و") and len(t.form) > 2 for t in following[1:])


def _is_half(scene: Scene, match: RuleMatch) -> bool | None:
    """Whether a noun with a fraction behind it is two years and a half; None where the rule is another."""
    if match.rule.emit["op"] != "half":
        return None
    noun, half = match.captures["noun"].match, match.captures["half"].mention
    if noun is None or half.kind != "fraction" or half.value is None or half.owned or noun.prefix.article:
        return False
    return scene.tokens[half.first].form.startswith("و") and noun.entry.value in _HALVED


def _half(scene: Scene, match: RuleMatch) -> list[_Found]:
    """Two years and a half; an hour and a half."""
    noun, half = match.captures["noun"].match, match.captures["half"].mention
    if noun is None:
        return []
    value = plain(Fraction(2 if noun.entry.cls == "counted_dual" else 1) + half.value)
    counted = Counted(match.first, match.first, str(noun.entry.value))
    return [_Found(match.rule.name, match.first, match.last, _span(scene, match), Bounds(value, value), counted)]


def _span(scene: Scene, match: RuleMatch) -> Span:
    return time_span(scene, match)


def _inherit(scene: Scene, found: list[_Found], start: int) -> None:
    """A figure with no noun counts what the figure before it counted, or people where people are harmed."""
    unit: str | None = None
    for item in found:
        own = item.counted.unit
        if own is None:
            vague = item.number is not None and item.number.kind in ("vague", "few")
            harmed = people_before(scene, item.first, start, reach=2)
            if unit is not None and not harmed and not (vague and item.counted.first is None and unit == OTHER):
                own = unit
            elif harmed or people_before(scene, item.first, start) or vague or (item.number and item.number.owned):
                own = PERSON
            elif item.counted.first is not None:
                own = OTHER
            item.counted = Counted(item.counted.first, item.counted.last, own)
        if own is not None and own not in _UNITS_WITHOUT_HEIRS:
            unit = own


def _quantity(scene: Scene, item: _Found, per: str | None, source: str | None, end: int) -> Quantity:
    counted = item.counted
    bounds = _bound_behind(scene, item, end)
    of = None
    if counted.first is not None and counted.last is not None:
        of = scene.text.words(scene.text.span(counted.first, counted.last, noun_prefix(scene, counted.first)))
    return Quantity(
        id="",
        start=item.span.start,
        end=item.span.end,
        text=scene.text.words(item.span),
        rule=item.rule,
        min=bounds.min,
        max=bounds.max,
        unit=counted.unit,
        per=per,
        approximate=bounds.approximate,
        of=of,
        source=source,
    )


def _bound_behind(scene: Scene, item: _Found, end: int) -> Bounds:
    """Bounds with what follows the noun: 15 شخصا على الأقل, 50 راكبا تقريبا."""
    at, bounds = item.extent[1] + 1, item.bounds
    if at >= end or bounds.min is None or bounds.min != bounds.max:
        return bounds
    for match in scene.matches.at.get(at, ()):
        if match.entry.cls != "bound_after":
            continue
        match match.entry.value:
            case "about":
                return bounds._replace(approximate=True)
            case "least":
                return bounds._replace(max=None)
            case "most":
                return bounds._replace(min=None)
    return bounds
