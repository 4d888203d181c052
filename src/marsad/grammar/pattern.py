"""The pattern language of the grammars, parsed to a tree.

قال                a word in its folded form; و or ف may be written before it
ل+قتال  [بل]+قتال    the word with one of these prepositions; ل?+ with or without; *+ any or none
=ان                the word exactly as written, nothing before it
<class>  <class=v>  a lexicon match of a class (with that value); the same prefixes may be asked
@layer  @layer=v    a mention of a layer (place, time, actor, quantity) [of that kind or type]
#                  a number in digits
','                a sign
_                  any word        .   any token
a b c   (a | b)     sequence, choice
x?  x{0,4}         optional, repeated (a repeated _ or . takes as few as it can, all else as many)
name:x             what x covers is captured
!x                 x does not follow here
$name              a definition of the same grammar
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from marsad.errors import GrammarError
from marsad.text.fold import fold_word


class Prepositions(NamedTuple):
    """Which prepositions may or must be written in one with a word: None is any or none."""

    allowed: frozenset[str] | None = frozenset({""})


class Literal(NamedTuple):
    """A word; `exact` takes no prefix at all."""

    form: str
    prepositions: Prepositions = Prepositions()
    exact: bool = False


class WordClass(NamedTuple):
    """A lexicon match of a class."""

    name: str
    value: str | None
    prepositions: Prepositions


class Mention(NamedTuple):
    """A mention of a layer."""

    layer: str
    kind: str | None
    prepositions: Prepositions


class AnyToken(NamedTuple):
    """Any token; `words` leaves out numbers and signs, `digits` takes numbers alone."""

    words: bool = False
    digits: bool = False


class Sequence(NamedTuple):
    """One after the other."""

    items: tuple[Node, ...]


class Choice(NamedTuple):
    """The first that fits."""

    options: tuple[Node, ...]


class Repeat(NamedTuple):
    """`least` to `most` times."""

    item: Node
    least: int
    most: int


class Named(NamedTuple):
    """What the item covers is captured under a name."""

    name: str
    item: Node


class Not(NamedTuple):
    """The item does not follow here."""

    item: Node


Node = Literal | WordClass | Mention | AnyToken | Sequence | Choice | Repeat | Named | Not


@cache
def _lex() -> regex.Pattern[str]:
    """Compiled when the first pattern is read: a start with kept grammars reads none."""
    return regex.compile(
        r"\s*(?:(?P<name>[a-z_]+):|(?P<open>\()|(?P<close>\))|(?P<or>\|)|(?P<not>!)|(?P<opt>\?)"
        r"|\{(?P<least>\d+),(?P<most>\d+)\}"
        r"|(?P<prep>\*|[بلكس]\??|\[[بلكس]+\]\??)\+"
        r"|<(?P<cls>[a-z_.]+)(?:=(?P<value>[^>]+))?>|@(?P<layer>[a-z]+)(?:=(?P<kind>[a-z_]+))?"
        r"|'(?P<sign>[^']+)'|(?P<exact>=)?(?P<word>[\p{Arabic}\d]+)|(?P<digits>\#)|(?P<any>[_.]))"
    )


def parse(pattern: str, definitions: dict[str, str] | None = None) -> Node:
    """The tree of a pattern. Raises GrammarError with the place that can't be read."""
    expanded = _substitute(pattern, definitions or {})
    return _Parser(expanded).whole()


def _substitute(pattern: str, definitions: dict[str, str], depth: int = 0) -> str:
    if depth > 8:
        raise GrammarError(f"definitions that go round in a circle in {pattern!r}")

    def replace(match: regex.Match[str]) -> str:
        name = match.group(1)
        if name not in definitions:
            raise GrammarError(f"no definition ${name} (known: {', '.join(sorted(definitions)) or 'none'})")
        return f"({_substitute(definitions[name], definitions, depth + 1)})"

    return str(regex.sub(r"\$([a-z_]+)", replace, pattern))


class _Parser:
    def __init__(self, pattern: str) -> None:
        self.pattern, self.at = pattern.rstrip(), 0
        self._seen: tuple[int, regex.Match[str] | None] = (-1, None)

    def whole(self) -> Node:
        node = self.choice()
        if self.at < len(self.pattern):
            self.fail("what is this")
        return node

    def fail(self, message: str) -> None:
        raise GrammarError(f"{message}: {self.pattern[self.at : self.at + 20]!r} in pattern {self.pattern!r}")

    def peek(self) -> regex.Match[str] | None:
        if self._seen[0] != self.at:
            self._seen = (self.at, _lex().match(self.pattern, self.at))
        return self._seen[1]

    def choice(self) -> Node:
        options = [self.sequence()]
        while (m := self.peek()) and m["or"]:
            self.at = m.end()
            options.append(self.sequence())
        return options[0] if len(options) == 1 else Choice(tuple(options))

    def sequence(self) -> Node:
        items: list[Node] = []
        while (m := self.peek()) and not (m["close"] or m["or"]):
            items.append(self.item())
        if not items:
            self.fail("nothing to match")
        return items[0] if len(items) == 1 else Sequence(tuple(items))

    def item(self) -> Node:
        m = self.peek()
        if m is None:
            self.fail("can't read")
            raise AssertionError
        if m["not"]:
            self.at = m.end()
            return Not(self.item())
        if m["name"]:
            self.at = m.end()
            return Named(m["name"], self.item())
        node = self.atom(m)
        while (q := self.peek()) and (q["opt"] or q["least"]):
            self.at = q.end()
            node = Repeat(node, 0, 1) if q["opt"] else Repeat(node, int(q["least"]), int(q["most"]))
        return node

    def atom(self, m: regex.Match[str]) -> Node:
        prepositions = Prepositions()
        if m["prep"]:
            prepositions = _prepositions(m["prep"])
            self.at = m.end()
            following = self.peek()
            if following is None or not (following["cls"] or following["layer"] or following["word"]):
                self.fail("a prefix stands before a word, a <class> or a @layer")
                raise AssertionError
            m = following
        self.at = m.end()
        if m["open"]:
            node = self.choice()
            closing = self.peek()
            if closing is None or not closing["close"]:
                self.fail("a ( has no )")
                raise AssertionError
            self.at = closing.end()
            return node
        if m["cls"]:
            return WordClass(m["cls"], m["value"], prepositions)
        if m["layer"]:
            return Mention(m["layer"], m["kind"], prepositions)
        if m["sign"]:
            return Literal(m["sign"], exact=True)
        if m["word"]:
            return Literal(fold_word(m["word"]), prepositions, exact=bool(m["exact"]))
        if m["digits"]:
            return AnyToken(digits=True)
        if m["any"]:
            return AnyToken(words=m["any"] == "_")
        self.fail("not expected here")
        raise AssertionError


def _prepositions(spec: str) -> Prepositions:
    if spec == "*":
        return Prepositions(None)
    letters = frozenset(c for c in spec if c not in "[]?")
    return Prepositions(letters | {""} if spec.endswith("?") else letters)
