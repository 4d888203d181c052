"""Patterns compiled to closures: each part calls what comes behind it, and backs up where that fails.

A part is made with its continuation, so a way through the pattern is a chain of plain calls, and the first way that
reaches the end is the answer; no generator is made for what fails at once, as most beginnings do."""

from __future__ import annotations

from collections.abc import Callable

from marsad.grammar.pattern import (
    AnyToken,
    Choice,
    Literal,
    Mention,
    Named,
    Node,
    Not,
    Repeat,
    Sequence,
    WordClass,
)
from marsad.grammar.scene import Capture, Scene
from marsad.text.affixes import CONJUNCTIONS, NAME_PREFIXES, PREPOSITIONS
from marsad.text.view import Token

Captures = tuple[tuple[str, Capture], ...]
Way = tuple[int, Captures]
# (scene, token, past-last token, captures so far) to the first way from there to the pattern's end
Matcher = Callable[[Scene, int, int, Captures], Way | None]


def compile_pattern(node: Node) -> Matcher:
    """The matcher of a whole pattern: the first way through it, as the next token and the captures."""
    return _compiled(node, _reached)


def _reached(scene: Scene, at: int, end: int, caught: Captures) -> Way | None:
    return at, caught


def _compiled(node: Node, then: Matcher) -> Matcher:
    """The matcher of a part, which goes on with `then`."""
    match node:
        case Literal():
            return _literal(node, then)
        case AnyToken():
            return _single(_test(node), then)
        case WordClass():
            return _word_class(node, None, then)
        case Mention():
            return _mention(node, None, then)
        case Sequence(items):
            for item in reversed(items):
                then = _compiled(item, then)
            return then
        case Choice(options):
            return _choice(options, then)
        case Repeat(item, least, most):
            return _repeat(item, least, most, then)
        case Named(name, item):
            if isinstance(item, WordClass):
                return _word_class(item, name, then)
            if isinstance(item, Mention):
                return _mention(item, name, then)
            return _named(name, item, then)
        case Not(item):
            return _not(compile_pattern(item), then)


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


def _literal(node: Literal, then: Matcher) -> Matcher:
    forms = surface_forms(node)

    def run(scene: Scene, at: int, end: int, caught: Captures) -> Way | None:
        return then(scene, at + 1, end, caught) if at < end and scene.tokens[at].form in forms else None

    return run


def _test(node: AnyToken) -> Callable[[Token], bool]:
    """The question that a token of a gap must answer."""
    if node.digits:
        return lambda token: token.form[0].isdigit()
    if node.words:
        return lambda token: token.word
    return lambda token: True


def _single(test: Callable[[Token], bool], then: Matcher) -> Matcher:
    def run(scene: Scene, at: int, end: int, caught: Captures) -> Way | None:
        return then(scene, at + 1, end, caught) if at < end and test(scene.tokens[at]) else None

    return run


def _word_class(node: WordClass, name: str | None, then: Matcher) -> Matcher:
    cls, value, allowed = node.name, node.value, node.prepositions.allowed

    def run(scene: Scene, at: int, end: int, caught: Captures) -> Way | None:
        matches = scene.matches
        if at not in matches.holding[cls]:  # as it is nearly everywhere
            return None
        for found in matches.begin[cls][at]:
            if found.last >= end or (value is not None and found.entry.value != value):
                continue
            if allowed is None or found.prefix.preposition in allowed:
                more = caught if name is None else (*caught, (name, Capture(at, found.last, found, None)))
                if way := then(scene, found.last + 1, end, more):
                    return way
        return None

    return run


def _mention(node: Mention, name: str | None, then: Matcher) -> Matcher:
    layer, kind, allowed = node.layer, node.kind, node.prepositions.allowed

    def run(scene: Scene, at: int, end: int, caught: Captures) -> Way | None:
        here = scene.mentions.get(layer)
        if here is None or at not in here:
            return None
        for placed in here[at]:
            mention = placed.mention
            if placed.last >= end or (
                kind is not None and kind not in (getattr(mention, "type", None), getattr(mention, "kind", None))
            ):
                continue
            prefix = NAME_PREFIXES.get(placed.prefix)
            preposition = prefix.preposition if prefix else placed.prefix[-1:]
            if not placed.prefix and scene.tokens[at].form.startswith("لل"):
                preposition = "ل"  # the codebook quotes للشرطة whole
            if allowed is None or preposition in allowed:
                more = caught if name is None else (*caught, (name, Capture(at, placed.last, None, mention)))
                if way := then(scene, placed.last + 1, end, more):
                    return way
        return None

    return run


def _choice(options: tuple[Node, ...], then: Matcher) -> Matcher:
    """The options in their order; of those that are words, only what the token is written like is tried."""
    words: dict[str, list[Matcher]] = {}
    others: list[Matcher] = []
    for option in options:
        matcher = _compiled(option, then)
        head = _head(option)
        if head is None:
            for tried in words.values():
                tried.append(matcher)
            others.append(matcher)
        else:
            for form in surface_forms(head):
                words.setdefault(form, others.copy()).append(matcher)

    def run(scene: Scene, at: int, end: int, caught: Captures) -> Way | None:
        for matcher in words.get(scene.tokens[at].form, others) if at < end else others:
            if way := matcher(scene, at, end, caught):
                return way
        return None

    return run


def _head(node: Node) -> Literal | None:
    """The word that a part must begin with; None where it may begin otherwise."""
    match node:
        case Literal():
            return node
        case Named(_, item):
            return _head(item)
        case Sequence(items):
            return _head(items[0]) if items else None
    return None


def _repeat(item: Node, least: int, most: int, then: Matcher) -> Matcher:
    """Each count is a matcher of its own, the last one first. A gap takes as few as it can, all else as many."""
    if isinstance(item, AnyToken):
        return _gap(_test(item), least, most, then)
    matcher = then
    for count in reversed(range(most)):
        matcher = _once_more(item, matcher, then if count >= least else None)
    return matcher


def _once_more(item: Node, again: Matcher, enough: Matcher | None) -> Matcher:
    """The item and what may follow it, else what comes behind the repetition."""
    once = _compiled(item, again)

    def run(scene: Scene, at: int, end: int, caught: Captures) -> Way | None:
        return once(scene, at, end, caught) or (enough(scene, at, end, caught) if enough else None)

    return run


def _gap(test: Callable[[Token], bool], least: int, most: int, then: Matcher) -> Matcher:
    def run(scene: Scene, at: int, end: int, caught: Captures) -> Way | None:
        tokens = scene.tokens
        for count in range(most + 1):
            if count >= least and (way := then(scene, at + count, end, caught)):
                return way
            if at + count >= end or not test(tokens[at + count]):
                return None
        return None

    return run


def _named(name: str, item: Node, then: Matcher) -> Matcher:
    """Captures what the item covers. Its beginning waits among the captures, under the name and an open end."""

    def close(scene: Scene, at: int, end: int, caught: Captures) -> Way | None:
        k = next(k for k in reversed(range(len(caught))) if caught[k][0] is opened)
        first = caught[k][1].first
        inner = (*caught[:k], *caught[k + 1 :])
        return then(scene, at, end, (*inner, (name, Capture(first, at - 1, None, None))) if at > first else inner)

    # A string of its own: two parts with one name may stand inside each other.
    opened = "".join(("open ", name))
    matcher = _compiled(item, close)

    def run(scene: Scene, at: int, end: int, caught: Captures) -> Way | None:
        return matcher(scene, at, end, (*caught, (opened, Capture(at, at, None, None))))

    return run


def _not(matcher: Matcher, then: Matcher) -> Matcher:
    def run(scene: Scene, at: int, end: int, caught: Captures) -> Way | None:
        return None if matcher(scene, at, end, caught) else then(scene, at, end, caught)

    return run
