"""The time of day that goes with a time: kept as the text tells it, beside the day."""

from __future__ import annotations

from marsad.grammar import RuleMatch, Scene

_REACH = 7
_HOUR = ("الساعه", "ساعه")
_PARTS = frozenset(
    "صباحا مساء فجرا ظهرا ليلا عصرا من فجر صباح ظهر مساء ليل عصر بعد منتصف ب بتوقيت المحلي غرينتش".split()
)


def clock_of(scene: Scene, match: RuleMatch) -> str | None:
    """The clock time or part of the day beside or inside a match, verbatim; None where there is none."""
    hour = _hour_before(scene, match.first) or _hour_after(scene, match.last)
    part = match.captures.get("day_part")
    if hour is not None:
        first, last = hour
        if part is not None and part.first == last + 1:
            last = part.last
        elif scene.tokens[last].form == "من" and last > first:
            last -= 1
        return scene.text.words(scene.text.span(first, last))
    return scene.text.words(scene.text.span(part.first, part.last)) if part else None


def _hour_before(scene: Scene, first: int) -> tuple[int, int] | None:
    tokens = scene.tokens
    for i in range(first - 1, max(-1, first - _REACH), -1):
        if tokens[i].sentence != tokens[first].sentence:
            return None
        if tokens[i].form.lstrip("وب") in _HOUR:
            return (i, _end(scene, i + 1, first)) if i + 1 < first else None
    return None


def _hour_after(scene: Scene, last: int) -> tuple[int, int] | None:
    tokens = scene.tokens
    for i in range(last + 1, min(len(tokens), last + 4)):
        if tokens[i].sentence != tokens[last].sentence:
            return None
        if tokens[i].form.lstrip("وب") in _HOUR:
            end = min(len(tokens), i + 5)
            return (i, _end(scene, i + 1, end)) if i + 1 < end else None
        if tokens[i].form not in ("عند", "في", "نحو", "حوالي", "،", "(", "علي", "تمام"):
            return None
    return None


def _end(scene: Scene, first: int, past: int) -> int:
    """The last token of the clock time that begins at `first`."""
    last = first
    for i in range(first + 1, past):
        token = scene.tokens[i]
        if token.sentence != scene.tokens[first].sentence:
            break
        known = (
            token.form in _PARTS
            or token.form[0].isdigit()
            or token.form in (":", "و")
            or (scene.matches.is_in(i, "number") or scene.matches.is_in(i, "day_part"))
        )
        if not known:
            break
        last = i
    return last
