"""Two names of one actor that the text ties itself: "X, known as Y", and the short form in brackets behind a name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from marsad.actors.personal import KUNYA, PersonalNames
from marsad.grammar.scene import Scene
from marsad.model import Actor

_DICTIONARY = "table:actors"
_KNOWN = frozenset(
    "المعروف المعروفه والمعروف والمعروفه المعروفين المعروفون المسمي المسماه الملقب الملقبه "
    "ويعرف وتعرف يعرف تعرف".split()
)
_NAMING = frozenset({"باسم", "بلقب", "ب", "ايضا", "اختصارا", "اعلاميا", "سابقا", "،", "(", "-"})
_TIE = 6
_SHORT = 6
_COLLECTIVE = frozenset({"armed_group", "political", "international", "organisation", "state_force"})


class Short(NamedTuple):
    """A token that is the short form of an actor, less `skip` letters before it."""

    token: int
    skip: int
    actor: Actor


def one_key(scene: Scene, actors: Iterable[Actor]) -> list[Actor]:
    """The mentions, with one key for two names that the text says are one actor's.

    The dictionary's key wins, else that of the name told first. Two keys of the dictionary stay: it knows better."""
    ordered = sorted(actors, key=lambda a: a.start)
    same: dict[str, Actor] = {}
    for one, other in pairwise(ordered):
        if not one.key or not other.key or one.key == other.key or one.type != other.type:
            continue
        known = (one.rule == _DICTIONARY, other.rule == _DICTIONARY)
        if not all(known) and _tied(scene, one, other):
            kept, left = (other, one) if known[1] else (one, other)
            same.setdefault(left.key or "", kept)
    if not same:
        return ordered
    return [_renamed(actor, same.get(actor.key or "")) for actor in ordered]


def _renamed(actor: Actor, kept: Actor | None) -> Actor:
    if kept is None or actor.rule == _DICTIONARY:
        return actor
    return replace(actor, key=kept.key, name=kept.name)


def _tied(scene: Scene, one: Actor, other: Actor) -> bool:
    """Whether nothing but words of naming, or a bracket around the second name, stands between two mentions."""
    here, there = scene.tokens_of(one), scene.tokens_of(other)
    if here is None or there is None or not 1 <= there.first - here.last - 1 <= _TIE:
        return False
    tokens = scene.text.tokens
    if tokens[here.last].sentence != tokens[there.first].sentence:
        return False
    between = [tokens[k].form for k in range(here.last + 1, there.first)]
    if any(form in _KNOWN for form in between):
        return all(form in _KNOWN or form in _NAMING for form in between)
    closed = there.last + 1 < len(tokens) and tokens[there.last + 1].form == ")"
    # A person's second name in brackets is a nom de guerre; another person may stand there as well.
    nickname = one.type != "person" or tokens[there.first].form in KUNYA
    return between == ["("] and closed and nickname


def short_forms(scene: Scene, actors: Iterable[Actor], taken: set[int], names: PersonalNames) -> list[Short]:
    """Acronyms that stand in brackets behind a collective's name, and their mentions in what follows."""
    tokens = scene.text.tokens
    told: dict[str, tuple[int, Actor]] = {}
    for actor in actors:
        placed = scene.tokens_of(actor) if actor.type in _COLLECTIVE and actor.key else None
        at = placed.last + 2 if placed is not None else len(tokens)
        if at + 1 >= len(tokens) or (tokens[at - 1].form, tokens[at + 1].form) != ("(", ")"):
            continue
        form = tokens[at].form
        # No word of the language, of any lexicon, nor a name: what else could stand there.
        free = at not in taken and not scene.matches.at[at] and form.isalpha() and 3 <= len(form) <= _SHORT
        if free and not names.is_word(form) and not names.is_unit(form):
            told.setdefault(form, (at, actor))
    if not told:
        return []
    found = []
    for token in tokens:
        for skip in (0, 1):
            hit = told.get(token.form[skip:])
            if hit and token.n >= hit[0] and token.n not in taken and (not skip or token.form[0] in "وبلف"):
                found.append(Short(token.n, skip, hit[1]))
                break
    return found
