"""Two dates and what joins them, read as one stretch of time: 12 يناير 2016 - 22/1/2016."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from marsad.grammar import RuleMatch, Scene
from marsad.times.edtf import Interval
from marsad.times.frame import Reading

Found = tuple[RuleMatch, Reading]
_TO = frozenset("الي حتي وحتي لغايه ولغايه".split())
_FROM = frozenset("من ومن فمن منذ ومنذ".split())
_BETWEEN = frozenset("بين وبين".split())
_DASH = "-"
_DATES = frozenset({"day", "figures", "day_of_period"})


def join(found: Iterable[Found], scene: Scene) -> Iterator[Found]:
    """The times in order, with each pair of dates of which the second is told to end what the first begins as one.

    A dash joins them, إلى and the like where من stands before the first, or و behind بين; both are dates and in their
    order."""
    held: Found | None = None
    for one in found:
        joined = _joined(held, one, scene) if held is not None else None
        if joined is None and held is not None:
            yield held
        held = joined or one
    if held is not None:
        yield held


def _joined(one: Found, other: Found, scene: Scene) -> Found | None:
    (first, start), (last, end) = one, other
    if first.rule.emit["op"] not in _DATES or last.rule.emit["op"] not in _DATES:
        return None
    if isinstance(start.value, Interval) or isinstance(end.value, Interval):
        return None
    begins, ends = start.value.known, end.value.known
    if begins is None or ends is None or begins >= ends or not _are_linked(first, last, scene):
        return None
    basis = start.basis if start.basis != "explicit" else end.basis
    match = RuleMatch(first.rule, first.first, last.last, first.captures)
    return match, Reading(Interval(start.value, end.value), basis, start.calendar)


def _are_linked(first: RuleMatch, last: RuleMatch, scene: Scene) -> bool:
    tokens = scene.tokens
    if tokens[first.first].sentence != tokens[last.first].sentence:
        return False
    opener = tokens[first.first - 1].form if first.first else ""
    if last.first == first.last + 1:
        return opener in _BETWEEN and tokens[last.first].form[0] == "و"
    if last.first != first.last + 2:
        return False
    link = tokens[first.last + 1].form
    return link == _DASH or (link in _TO and opener in _FROM) or (link == "و" and opener in _BETWEEN)
