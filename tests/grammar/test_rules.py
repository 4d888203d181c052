"""Every rule of every grammar: its example fires it in the whole pipeline, and its counter-example does not."""

from __future__ import annotations

from functools import cache

import pytest
from tests.items import items

from marsad import Reader
from marsad.grammar.grammar import Rule
from marsad.resources import Resources

PUBLISHED = "2020-06-15"


@cache
def rules() -> list[Rule]:
    resources = Resources()
    grammars = [resources.grammar(path.stem) for path in resources.files("grammars/*.yml")]
    return [rule for grammar in grammars for rule in grammar.rules]


def fired(reader: Reader, text: str) -> set[str]:
    return {item.rule for item in items(reader.read(text, published=PUBLISHED))}


@pytest.mark.parametrize("rule", rules(), ids=lambda r: r.name)
def test_the_example_fires_the_rule(reader: Reader, rule: Rule) -> None:
    assert rule.name in fired(reader, rule.example)


@pytest.mark.parametrize("rule", rules(), ids=lambda r: r.name)
def test_the_counter_example_does_not(reader: Reader, rule: Rule) -> None:
    assert rule.name not in fired(reader, rule.counter)


def test_names_of_rules_are_unique_and_begin_with_their_grammar() -> None:
    resources = Resources()
    for path in resources.files("grammars/*.yml"):
        names = [rule.name for rule in resources.grammar(path.stem).rules]
        assert len(names) == len(set(names))
        assert [name for name in names if not name.startswith(f"{path.stem}.")] == []
