"""Patterns compiled to matchers: generators that walk the tokens and back up where a way fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from marsad.grammar.pattern import (
    AnyToken,
    Choice,
    Literal,
    Mention,
    Named,
    Node,
    Not,
    Prepositions,
    Repeat,
    Sequence,
    WordClass,
)
from marsad.grammar.scene import Capture, Scene
from marsad.text.affixes import CONJUNCTIONS, NAME_PREFIXES, PREPOSITIONS

Captures = tuple[tuple[str, Capture], ...]
Way = tuple[int, Captures]
# (scene, token, past-last token, captures so far) to (next token, captures)
Matcher = Callable[[Scene, int, int, Captures], Iterator[Way]]


def compile_node(node: Node) -> Matcher:
    """The matcher of a pattern tree."""
    match node:
        case Literal():
            return _literal(surface_forms(node))
        case WordClass():
            return _word_class(node, None)
        case Mention():
            return _mention(node, None)
        case AnyToken():
            return _any(node)
        case Sequence(items):
            return _sequence([compile_node(i) for i in items])
        case Choice(options):
            return _choice([compile_node(o) for o in options])
        case Repeat(item, least, most):
            return _repeat(compile_node(item), least, most, lazy=isinstance(item, AnyToken))
        case Named(name, item):
            if isinstance(item, WordClass):
                return _word_class(item, name)
            if isinstance(item, Mention):
                return _mention(item, name)
            return _named(name, compile_node(item))
        case Not(item):
            return _not(compile_node(item))


def surface_forms(literal: Literal) -> frozenset[str]:
    """Every way in which a literal may be written, with the prefixes that it allows."""
    if literal.exact:
        return frozenset({literal.form})
    allowed = literal.prepositions.allowed
    forms: set[str] = set()
    for preposition in PREPOSITIONS if allowed is None else allowed:
        word = preposition + literal.form
        if preposition == "ل" and literal.form.startswith("ال"):
            word = "لل" + literal.form[2:]
        forms.update(c + word for c in CONJUNCTIONS)
    return frozenset(forms)


def _takes(prepositions: Prepositions, preposition: str) -> bool:
    return prepositions.allowed is None or preposition in prepositions.allowed


def _literal(forms: frozenset[str]) -> Matcher:
    def run(scene: Scene, at: int, end: int, caught: Captures) -> Iterator[Way]:
        if at < end and scene.tokens[at].form in forms:
            yield at + 1, caught

    return run


def _any(node: AnyToken) -> Matcher:
    def run(scene: Scene, at: int, end: int, caught: Captures) -> Iterator[Way]:
        if at < end:
            token = scene.tokens[at]
            if token.form[0].isdigit() if node.digits else token.word or not node.words:
                yield at + 1, caught

    return run


def _word_class(node: WordClass, name: str | None) -> Matcher:
    cls, value, prepositions = node.name, node.value, node.prepositions

    def run(scene: Scene, at: int, end: int, caught: Captures) -> Iterator[Way]:
        for found in scene.matches.at.get(at, ()):
            entry = found.entry
            if entry.cls != cls or found.last >= end or (value is not None and entry.value != value):
                continue
            if _takes(prepositions, found.prefix.preposition):
                more = caught if name is None else (*caught, (name, Capture(at, found.last, found, None)))
                yield found.last + 1, more

    return run


def _mention(node: Mention, name: str | None) -> Matcher:
    layer, kind, prepositions = node.layer, node.kind, node.prepositions

    def run(scene: Scene, at: int, end: int, caught: Captures) -> Iterator[Way]:
        for placed in scene.mentions.get(layer, {}).get(at, ()):
            mention = placed.mention
            if placed.last >= end or (
                kind is not None and kind not in (getattr(mention, "type", None), getattr(mention, "kind", None))
            ):
                continue
            prefix = NAME_PREFIXES.get(placed.prefix)
            preposition = prefix.preposition if prefix else placed.prefix[-1:]
            if not placed.prefix and scene.tokens[at].form.startswith("لل"):
                preposition = "ل"  # the codebook quotes للشرطة whole
            if _takes(prepositions, preposition):
                more = caught if name is None else (*caught, (name, Capture(at, placed.last, None, mention)))
                yield placed.last + 1, more

    return run


def _sequence(matchers: list[Matcher]) -> Matcher:
    def run(scene: Scene, at: int, end: int, caught: Captures) -> Iterator[Way]:
        yield from step(scene, at, end, caught, 0)

    def step(scene: Scene, at: int, end: int, caught: Captures, k: int) -> Iterator[Way]:
        if k == len(matchers):
            yield at, caught
            return
        for following, more in matchers[k](scene, at, end, caught):
            yield from step(scene, following, end, more, k + 1)

    return run


def _choice(matchers: list[Matcher]) -> Matcher:
    def run(scene: Scene, at: int, end: int, caught: Captures) -> Iterator[Way]:
        for matcher in matchers:
            yield from matcher(scene, at, end, caught)

    return run


def _repeat(matcher: Matcher, least: int, most: int, lazy: bool) -> Matcher:
    def run(scene: Scene, at: int, end: int, caught: Captures) -> Iterator[Way]:
        yield from step(scene, at, end, caught, 0)

    def step(scene: Scene, at: int, end: int, caught: Captures, count: int) -> Iterator[Way]:
        if lazy and count >= least:
            yield at, caught
        if count < most:
            for following, more in matcher(scene, at, end, caught):
                if following > at:
                    yield from step(scene, following, end, more, count + 1)
        if not lazy and count >= least:
            yield at, caught

    return run


def _named(name: str, matcher: Matcher) -> Matcher:
    def run(scene: Scene, at: int, end: int, caught: Captures) -> Iterator[Way]:
        for following, more in matcher(scene, at, end, caught):
            if following > at:
                yield following, (*more, (name, Capture(at, following - 1, None, None)))
            else:
                yield following, more

    return run


def _not(matcher: Matcher) -> Matcher:
    def run(scene: Scene, at: int, end: int, caught: Captures) -> Iterator[Way]:
        if next(matcher(scene, at, end, caught), None) is None:
            yield at, caught

    return run
