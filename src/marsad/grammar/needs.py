"""What a pattern cannot do without: words, classes and layers that its sentence must hold.

Most rules begin with something common (an actor, a number) and ask for something rare behind it. Where the sentence
does not hold it the rule is not tried at all."""

from __future__ import annotations

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


def _breadth(need: Need) -> tuple[int, int, list[str]]:
    return 100 * len(need.layers) + 10 * len(need.classes), len(need.forms), sorted(need.forms)


class Met:
    """The sentences of a scene in which needs are met."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._known: dict[Need, frozenset[int]] = {}

    def sentences(self, wanted: frozenset[Need]) -> frozenset[int]:
        """The numbers of the sentences in which all of some needs are met."""
        first, *others = wanted
        where = self._of(first)
        for need in others:
            if not where:
                break
            where &= self._of(need)
        return where

    def _of(self, need: Need) -> frozenset[int]:
        held = self._known.get(need)
        if held is None:
            scene = self._scene
            forms = scene.text.forms
            tokens = [i for form in need.forms & forms.keys() for i in forms[form]]
            tokens += [i for cls in need.classes for i in scene.matches.holding[cls]]
            tokens += [i for layer in need.layers for i in scene.mentions.get(layer, ())]
            held = self._known[need] = frozenset([scene.tokens[i].sentence for i in tokens])
        return held
