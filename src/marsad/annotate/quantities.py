"""Quantities: figures with bounds, unit and rate, and what they count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from marsad.annotate.quantities_figure import TIME_UNITS, Figure, is_half, make_figures
from marsad.annotate.quantities_noun import (
    FRACTION,
    OTHER,
    PERCENT,
    PERSON,
    Counted,
    noun_prefix,
    people_before,
    percent_at,
)
from marsad.annotate.quantities_rate import rates
from marsad.annotate.quantities_source import source_of
from marsad.annotate.times_scene import number_scene
from marsad.grammar import RuleMatch, Scene, longest
from marsad.model import Quantity
from marsad.numbers.bounds import Bounds

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.resources import Resources

_UNITS_WITHOUT_HEIRS = TIME_UNITS | {PERCENT, FRACTION}


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
            if not _touches(m, dated) and is_half(scene, m) is not False and not _joined_bound(m)
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
    found: list[Figure] = []
    dropped: int | None = None
    for match in matches:
        if found and (match.first <= _past_percent(scene, found[-1], end) or _repeats(scene, found[-1], match)):
            continue
        more, gone = make_figures(scene, match, start, end, dropped)
        dropped = gone if gone is not None else dropped
        found.extend(more)
    _inherit(scene, found, start)
    per = rates(scene, [f.extent for f in found], start, end)
    source = source_of(scene, start, end) if found else None
    for i, item in enumerate(found):
        yield _quantity(scene, item, per.get(i), source, end)


def _past_percent(scene: Scene, before: Figure, end: int) -> int:
    """The last token of a figure with its percent word: the hundred of بالمئة counts nothing."""
    last = before.extent[1]
    percent = percent_at(scene, last + 1, end)
    return last if percent is None else percent


def _repeats(scene: Scene, before: Figure, match: RuleMatch) -> bool:
    """Whether a dual, or اثنين, only agrees with the dual before it: هجومان انتحاريان, مسلحان اثنان."""
    adjacent = match.first == before.extent[1] + 1 and not scene.tokens[match.first].form.startswith("و")
    if not adjacent or before.rule != "quantities.dual":
        return False
    number = match.captures.get("n")
    return match.rule.emit["op"] == "dual" or (number is not None and number.mention.value == 2)


def _inherit(scene: Scene, found: list[Figure], start: int) -> None:
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


def _quantity(scene: Scene, item: Figure, per: str | None, source: str | None, end: int) -> Quantity:
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


def _bound_behind(scene: Scene, item: Figure, end: int) -> Bounds:
    """Bounds with what follows the noun: 15 شخصا على الأقل, 50 راكبا تقريبا."""
    at, bounds = item.extent[1] + 1, item.bounds
    if at >= end or bounds.min is None or bounds.min != bounds.max:
        return bounds
    for match in scene.matches.starting(at, "bound_after"):
        match match.entry.value:
            case "about":
                return bounds._replace(approximate=True)
            case "least":
                return bounds._replace(max=None)
            case "most":
                return bounds._replace(min=None)
    return bounds
