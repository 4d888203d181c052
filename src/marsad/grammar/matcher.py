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
from marsad.text.view import Token

Captures = tuple[tuple[str, Capture], ...]
Way = tuple[int, Captures]
# (scene, token, past-last token, captures so far) to (next token, captures)
Matcher = Callable[[Scene, int, int, Captures], Iterator[Way]]


def compile_node(node: Node) -> Matcher:
    """The matcher of a pattern tree."""
    match node:
        case Literal() | AnyToken():
            return _single(node)
        case WordClass():
            return _word_class(node, None)
        case Mention():
            return _mention(node, None)
        case Sequence(items):
            return _sequence(items)
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


def _test(node: Node) -> Callable[[Token], bool] | None:
    """A plain question to one token, for nodes that are no more than that: it spares them a generator."""
    if isinstance(node, Literal):
        forms = surface_forms(node)
        return lambda token: token.form in forms
    if isinstance(node, AnyToken):
        if node.digits:
            return lambda token: token.form[0].isdigit()
        if node.words:
            return lambda token: token.word
        return lambda token: True
    return None


def _single(node: Literal | AnyToken) -> Matcher:
    test = _test(node)

    def run(scene: Scene, at: int, end: int, caught: Captures) -> Iterator[Way]:
        if at < end and test is not None and test(scene.tokens[at]):
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


def _sequence(items: tuple[Node, ...]) -> Matcher:
    parts = [(_test(item), None if _test(item) else compile_node(item)) for item in items]
    count = len(parts)

    def step(scene: Scene, at: int, end: int, caught: Captures, k: int = 0) -> Iterator[Way]:
        while k < count:
            test, matcher = parts[k]
            k += 1
            if test is not None:
                if at >= end or not test(scene.tokens[at]):
                    return
                at += 1
            elif matcher is not None:
                for following, more in matcher(scene, at, end, caught):
                    yield from step(scene, following, end, more, k)
                return
        yield at, caught

    return step


def _choice(matchers: list[Matcher]) -> Matcher:
    def run(scene: Scene, at: int, end: int, caught: Captures) -> Iterator[Way]:
        for matcher in matchers:
            yield from matcher(scene, at, end, caught)

    return run


def _repeat(matcher: Matcher, least: int, most: int, lazy: bool) -> Matcher:
    def step(scene: Scene, at: int, end: int, caught: Captures, count: int = 0) -> Iterator[Way]:
        if lazy and count >= least:
            yield at, caught
        if count < most:
            for following, more in matcher(scene, at, end, caught):
                if following > at:
                    yield from step(scene, following, end, more, count + 1)
        if not lazy and count >= least:
            yield at, caught

    return step


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
