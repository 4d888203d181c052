"""Who gives a figure: the name behind بحسب and the like, or between a verb of reporting and its أن."""

from __future__ import annotations

from marsad.grammar import Scene

_LONGEST = 6
_THAT = frozenset({"ان", "بان", "انه", "انها", "انهم", "عن", "ب"})
_STOPS = frozenset({"في", "من", "منذ", "قبل", "بعد", "خلال", "الي", "علي", "التي", "الذي"})


def source_of(scene: Scene, start: int, end: int) -> str | None:
    """The source that a sentence (tokens start to end) gives for its figures, verbatim; None where it names none."""
    for match in scene.matches.within("figure_source", start, end):
        return _behind(scene, match.last + 1, end)
    for match in scene.matches.within("figure_verb", start, min(end, start + _LONGEST)):
        return _between(scene, match.first + 1, end)
    return None


def _behind(scene: Scene, first: int, end: int) -> str | None:
    tokens = scene.tokens
    if first < end and tokens[first].form == "ما":
        first += 2  # بحسب ما قال مصدر
    last = first - 1
    while last + 1 < min(end, first + _LONGEST) and tokens[last + 1].word:
        form = tokens[last + 1].form
        if last >= first and (form in _STOPS or form in _THAT or form.startswith("و")):
            break
        last += 1
    if last < first:
        return None
    swallowed = tokens[first].form.startswith("ل") and tokens[first - 1].form in ("وفقا", "طبقا", "استنادا")
    return scene.text.words(scene.text.span(first, last, 1 if swallowed and tokens[first].form[1:2] != "ل" else 0))


def _between(scene: Scene, first: int, end: int) -> str | None:
    tokens = scene.tokens
    for at in range(first, min(end, first + _LONGEST + 1)):
        if tokens[at].form in _THAT:
            return scene.text.words(scene.text.span(first, at - 1)) if at > first else None
        if not tokens[at].word or (tokens[at].form in _STOPS and at == first):
            return None
    return None
