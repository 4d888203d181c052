"""Grammars: rules read from YAML, indexed by what they can begin with, applied to a scene."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from marsad.errors import GrammarError
from marsad.grammar.matcher import Matcher, compile_pattern, surface_forms
from marsad.grammar.needs import Met, Need, in_order, needs
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
    parse,
)
from marsad.grammar.scene import Capture, Scene

_FIELDS = {"name", "pattern", "emit", "example", "counter", "note"}


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A named pattern. `emit` is what the layer makes of it; `example` must and `counter` must not fire it.

    `starts` is what it can begin with, `needs` what its sentence must hold besides."""

    name: str
    pattern: str
    tree: Node
    starts: frozenset[tuple[str, str]]
    needs: tuple[Need, ...]
    rank: int
    example: str
    counter: str
    emit: Mapping[str, Any] = field(default_factory=dict)


class RuleMatch(NamedTuple):
    """A rule found at tokens `first` to `last` (inclusive) of the scene."""

    rule: Rule
    first: int
    last: int
    captures: dict[str, Capture]


class Grammar:
    """The rules of one layer."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        self._words: dict[str, list[Rule]] = {}
        self._classes: dict[str, list[Rule]] = {}
        self._layers: dict[str, list[Rule]] = {}
        self._digits: list[Rule] = []
        self._matchers: dict[Rule, Matcher] = {}
        tables = {"word": self._words, "class": self._classes, "layer": self._layers}
        for rule in self.rules:
            for kind, key in rule.starts:
                if kind == "digits":
                    self._digits.append(rule)
                else:
                    tables[kind].setdefault(key, []).append(rule)

    def __reduce__(self) -> tuple[type[Grammar], tuple[tuple[Rule, ...]]]:
        return Grammar, (self.rules,)

    def find(self, scene: Scene) -> list[RuleMatch]:
        """All matches, each rule's first way at each token, within one sentence, in text order."""
        tokens, sentences, matchers = scene.tokens, scene.text.sentence_tokens, self._matchers
        found: list[RuleMatch] = []
        for i, rules in sorted(self._possible(scene).items()):
            past = sentences[tokens[i].sentence][1]
            for rule in dict.fromkeys(rules) if len(rules) > 1 else rules:
                matcher = matchers.get(rule)
                if matcher is None:  # few rules of a grammar are ever tried on one text
                    matcher = matchers[rule] = compile_pattern(rule.tree)
                way = matcher(scene, i, past, ())
                if way is not None and way[0] > i:
                    found.append(RuleMatch(rule, i, way[0] - 1, dict(way[1])))
        return found

    def _possible(self, scene: Scene) -> dict[int, list[Rule]]:
        """The rules that can begin at each token and find in its sentence what they need; most tokens have none."""
        tokens, met = scene.tokens, Met(scene)
        possible: dict[int, list[Rule]] = {}
        known: dict[Rule, Collection[int]] = {}
        for rules, at in self._beginnings(scene):
            for rule in rules:
                where = known.get(rule)
                if where is None:
                    where = known[rule] = met.sentences(rule.needs)
                if where:
                    for i in at:
                        if tokens[i].sentence in where:
                            possible.setdefault(i, []).append(rule)
        return possible

    def _beginnings(self, scene: Scene) -> Iterator[tuple[list[Rule], Iterable[int]]]:
        """Rules, and the tokens at which they can begin."""
        forms, holding = scene.text.forms, scene.matches.holding
        for form in self._words.keys() & forms.keys():
            yield self._words[form], forms[form]
        for name, rules in self._classes.items():
            if begun := holding[name]:
                yield rules, begun
        for name, rules in self._layers.items():
            if placed := scene.mentions.get(name):
                yield rules, placed
        if self._digits:
            for form in scene.text.signs:
                if form[0].isdigit():
                    yield self._digits, forms[form]


def longest(matches: Iterable[RuleMatch]) -> list[RuleMatch]:
    """Of matches that overlap the longest, and of those as long the one whose rule stands first; in text order."""
    taken: set[int] = set()
    kept = []
    for match in sorted(matches, key=lambda m: (m.first - m.last, m.rule.rank, m.first)):
        span = range(match.first, match.last + 1)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(match)
    return sorted(kept, key=lambda m: m.first)


def read_grammar(paths: Iterable[Path]) -> Grammar:
    """A grammar from YAML files; a rule of a later file replaces one of the same name.

    Raises GrammarError with file and rule where something is wrong."""
    rules: dict[str, dict[str, Any]] = {}
    definitions: dict[str, str] = {}
    for path in paths:
        content = _content(path)
        definitions.update(content.get("define") or {})
        for row in content.get("rules") or []:
            missing = {"name", "pattern", "example", "counter"} - set(row)
            if missing or set(row) - _FIELDS:
                raise GrammarError(
                    f"{path}: rule {row.get('name')!r}: missing {sorted(missing)}, unknown {sorted(set(row) - _FIELDS)}"
                )
            rules[row["name"]] = row
    return Grammar(_compile(rank, row, definitions) for rank, row in enumerate(rules.values()))


def _content(path: Path) -> dict[str, Any]:
    try:
        held = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)) or {}
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise GrammarError(f"{path}: is no valid YAML in UTF-8: {error}") from None
    if not isinstance(held, dict) or not all(isinstance(row, dict) for row in held.get("rules") or []):
        raise GrammarError(f"{path}: expected a map with define and rules, each rule a map")
    return held


def _compile(rank: int, row: dict[str, Any], definitions: dict[str, str]) -> Rule:
    try:
        tree = parse(row["pattern"], definitions)
        starts, empty = _starts(tree)
        if empty:
            raise GrammarError("a pattern must not match nothing")
    except GrammarError as error:
        raise GrammarError(f"rule {row['name']!r}: {error}") from None
    return Rule(
        row["name"],
        row["pattern"],
        tree,
        starts,
        in_order(need for need in needs(tree) if not need.holds(starts)),
        rank,
        row["example"],
        row["counter"],
        row.get("emit") or {},
    )


def _starts(node: Node) -> tuple[frozenset[tuple[str, str]], bool]:
    """What a pattern can begin with, and whether it can match nothing."""
    match node:
        case Literal():
            return frozenset(("word", form) for form in surface_forms(node)), False
        case WordClass(name):
            return frozenset({("class", name)}), False
        case Mention(layer):
            return frozenset({("layer", layer)}), False
        case AnyToken(digits=True):
            return frozenset({("digits", "")}), False
        case AnyToken():
            raise GrammarError("a pattern can't begin with a gap: begin with a word, a <class> or a @layer")
        case Named(_, item):
            return _starts(item)
        case Not():
            return frozenset(), True
        case Repeat(item, least, _):
            starts, empty = _starts(item)
            return starts, empty or least == 0
        case Choice(options):
            parts = [_starts(o) for o in options]
            return frozenset().union(*(s for s, _ in parts)), any(e for _, e in parts)
        case Sequence(items):
            starts = frozenset[tuple[str, str]]()
            for item in items:
                more, empty = _starts(item)
                starts |= more
                if not empty:
                    return starts, False
            return starts, True
