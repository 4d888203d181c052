"""What a pattern cannot do without: words, classes and layers that its sentence must hold.

Most rules begin with something common (an actor, a number) and ask for something rare behind it. Where the sentence
does not hold it the rule is not tried at all."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import reduce
from typing import NamedTuple

from marsad.grammar.matcher import surface_forms
from marsad.grammar.pattern import AnyToken, Choice, Literal, Mention, Named, Node, Not, Repeat, Sequence, WordClass
from marsad.grammar.scene import Scene


class Need(NamedTuple):
    """One of these must stand in the sentence: a word as written, a lexicon class, a mention of a layer."""

    forms: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    layers: frozenset[str] = frozenset()

    def holds(self, starts: frozenset[tuple[str, str]]) -> bool:
        """Whether it is met wherever a pattern can begin: all that it begins with is in it."""
        atoms = {*[("word", f) for f in self.forms], *[("class", c) for c in self.classes]}
        return starts <= atoms | {("layer", layer) for layer in self.layers}

    def or_(self, other: Need) -> Need:
        """What either of two alternatives needs."""
        return Need(self.forms | other.forms, self.classes | other.classes, self.layers | other.layers)


def needs(node: Node) -> frozenset[Need]:
    """Every one of these is met wherever a pattern matches."""
    match node:
        case Literal():
            return frozenset({Need(forms=surface_forms(node))})
        case WordClass(name):
            return frozenset({Need(classes=frozenset({name}))})
        case Mention(layer):
            return frozenset({Need(layers=frozenset({layer}))})
        case AnyToken() | Not():
            return frozenset()
        case Named(_, item):
            return needs(item)
        case Repeat(item, least, _):
            return needs(item) if least else frozenset()
        case Sequence(items):
            return frozenset[Need]().union(*map(needs, items))
        case Choice(options):
            # Of each option one need, that of fewest words: one of them is met.
            told = [sorted(needs(option), key=_breadth) for option in options]
            return frozenset({reduce(Need.or_, (n[0] for n in told))}) if all(told) else frozenset()


def in_order(wanted: Iterable[Need]) -> tuple[Need, ...]:
    """Needs in the order in which they are best asked: what is rarely met first."""
    return tuple(sorted(wanted, key=_breadth))


def _breadth(need: Need) -> tuple[int, int, list[str]]:
    return 100 * len(need.layers) + 10 * len(need.classes), len(need.forms), sorted(need.forms)


class Met:
    """The sentences of a scene in which needs are met."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._known: dict[Need, frozenset[int]] = {}

    def sentences(self, wanted: tuple[Need, ...]) -> Collection[int]:
        """The numbers of the sentences in which all of some needs are met."""
        where: frozenset[int] | None = None
        for need in wanted:
            held = self._known.get(need)
            if held is None:
                held = self._known[need] = self._of(need)
            where = held if where is None else where & held
            if not where:
                break
        return range(len(self._scene.text.sentences)) if where is None else where

    def _of(self, need: Need) -> frozenset[int]:
        scene = self._scene
        tokens, forms = scene.tokens, scene.text.forms
        at = [i for form in need.forms & forms.keys() for i in forms[form]]
        for cls in need.classes:
            at += scene.matches.holding[cls]
        for layer in need.layers:
            at += scene.mentions.get(layer, ())
        return frozenset([tokens[i].sentence for i in at])
