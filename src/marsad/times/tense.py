"""Whether a sentence speaks of what is to come: decides which Sunday, which July is meant."""

from __future__ import annotations

from marsad.grammar import Scene

_REACH_BACK, _REACH_ON = 9, 2
_NO_VERBS = ("time_not_future", "number", "month", "weekday", "time_unit")


def is_future(scene: Scene, first: int, last: int) -> bool:
    """Whether the nearest verb before a time (or right behind it) is one of the future.

    A verb of reporting or of the past between the two ends the reach. Looks at a few tokens only."""
    tokens, matches = scene.tokens, scene.matches
    sentence = tokens[first].sentence
    for i in range(first - 1, max(-1, first - _REACH_BACK - 1), -1):
        if tokens[i].sentence != sentence:
            break
        if _future(scene, i):
            return True
        if matches.is_in(i, "time_reporting"):
            return False
    return any(
        tokens[i].sentence == sentence and _future(scene, i)
        for i in range(last + 1, min(len(tokens), last + 1 + _REACH_ON))
    )


def _future(scene: Scene, i: int) -> bool:
    token, matches = scene.tokens[i], scene.matches
    if i in matches.holding["time_future"]:
        return True
    form = token.form[1:] if token.form[0] in "وف" and len(token.form) > 5 else token.form
    if "س" not in form or len(form) < 4 or not token.word or any(i in matches.holding[cls] for cls in _NO_VERBS):
        return False
    if form.startswith(("سي", "ست")):
        return True
    raw = scene.text.raw[token.start : token.end].lstrip("وف")
    return raw.startswith(("سأ", "سنعود", "سنقوم", "سنبدأ"))
