"""One key for one person: the same first and last name in a text are the same person, told shorter or longer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from marsad.model import Actor
from marsad.text.fold import fold_word

_KNOWN = "table:actors"


def unified(actors: Iterable[Actor]) -> list[Actor]:
    """The mentions, with one key for persons of the same outer names: that of the dictionary or of the longest name."""
    actors = list(actors)
    best: dict[tuple[str, str], Actor] = {}
    for actor in actors:
        ends = _ends(actor)
        if ends is None:
            continue
        other = best.get(ends)
        if other is None or _rank(actor) > _rank(other):
            best[ends] = actor
    out = []
    for actor in actors:
        ends = _ends(actor)
        if ends is not None and best[ends].key != actor.key:
            actor = replace(actor, key=best[ends].key, name=best[ends].name)
        out.append(actor)
    return out


def _ends(actor: Actor) -> tuple[str, str] | None:
    """The first and last word of a person's name, None for other actors and single words."""
    if actor.type != "person" or actor.key is None:
        return None
    words = fold_word(actor.text).split()
    return (words[0], words[-1]) if len(words) > 1 else None


def _rank(actor: Actor) -> tuple[bool, int]:
    return actor.rule == _KNOWN, len(actor.text)
