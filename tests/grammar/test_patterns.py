"""The pattern language, construct by construct."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tables import cases

from marsad.errors import GrammarError
from marsad.grammar.grammar import Grammar, longest, read_grammar
from marsad.grammar.scene import Scene
from marsad.lexicon import Automaton
from marsad.lexicon.entry import expand
from marsad.model import Place
from marsad.text import read_text

LEXICON = Automaton(
    [
        *expand("جيش|قوات", "force", "noun"),
        *expand("قصف/يقصف", "hit", "verb"),
        *expand("بنش", "where", "name", "town"),
        *expand("سوريا", "where", "name", "land"),
    ]
)


def grammar(folder: Path, *patterns: str, define: str = "") -> Grammar:
    rules = "".join(
        f"  - name: t.r{n}\n    pattern: {pattern!r}\n    example: x\n    counter: y\n"
        for n, pattern in enumerate(patterns)
    )
    path = folder / "t.yml"
    path.write_text(f"define: {{{define}}}\nrules:\n{rules}", encoding="utf-8")
    return read_grammar([path])


def scene(raw: str, **layers: list[Place]) -> Scene:
    text = read_text(raw)
    return Scene(text, LEXICON.find(text), layers)


@pytest.mark.parametrize("case", cases("patterns"), ids=lambda c: f"{c['pattern']} in {c['text']}")
def test_a_pattern_finds_what_the_table_says(tmp_path: Path, case: dict[str, str]) -> None:
    here = scene(case["text"])
    found = grammar(tmp_path, case["pattern"], define="place: '<hit> <where>'").find(here)
    words = [" ".join(t.form for t in here.tokens[m.first : m.last + 1]) for m in found]
    assert "|".join(words) == case["found"]


def test_captures_know_their_tokens_and_what_filled_them(tmp_path: Path) -> None:
    here = scene("قصف الجيش قرية بنش")
    (match,) = grammar(tmp_path, "deed:<hit> who:<force> kind:_ where:<where>").find(here)
    captured = {name: (c.first, c.last) for name, c in match.captures.items()}
    assert captured == {"deed": (0, 0), "who": (1, 1), "kind": (2, 2), "where": (3, 3)}
    filled = match.captures["where"].match
    assert filled is not None
    assert filled.entry.value == "town"


def test_mentions_of_a_layer_are_matched_with_their_kind_and_prefix(tmp_path: Path) -> None:
    place = Place("p1", 5, 8, "بنش", "town", "t")
    here = scene("قصف لبنش", place=[place])
    assert [m.captures["p"].mention for m in grammar(tmp_path, "قصف p:ل+@place=town").find(here)] == [place]
    assert grammar(tmp_path, "قصف @place").find(here) == []
    assert grammar(tmp_path, "قصف ل+@place=village").find(here) == []


def test_a_match_stays_within_its_sentence(tmp_path: Path) -> None:
    assert grammar(tmp_path, "قصف _{0,3} بنش").find(scene("قصف الجيش. بنش هادئة")) == []


def test_of_matches_that_overlap_the_longest_is_kept(tmp_path: Path) -> None:
    found = grammar(tmp_path, "قصف", "قصف الجيش", "الجيش بنش", "بنش").find(scene("قصف الجيش بنش"))
    assert [m.rule.name for m in longest(found)] == ["t.r1", "t.r3"]


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("(قصف", "has no )"),
        ("_ قصف", "begin with"),
        ("قصف?", "match nothing"),
        ("$unknown", "no definition"),
        ("قصف {", "what is this"),
        ("$round", "circle"),
    ],
)
def test_a_wrong_pattern_is_refused_with_the_rule_and_the_fault(tmp_path: Path, pattern: str, says: str) -> None:
    with pytest.raises(GrammarError, match=r"t\.r0") as error:
        grammar(tmp_path, pattern, define="round: $round")
    assert says in str(error.value)


@pytest.mark.parametrize("content", [b"rules: [", b"- a", b"rules: [x]", "rules: قصف".encode("cp1256")])
def test_a_file_that_is_no_grammar_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "t.yml"
    path.write_bytes(content)
    with pytest.raises(GrammarError, match=r"t\.yml"):
        read_grammar([path])


def test_a_rule_without_an_example_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.yml"
    path.write_text("rules:\n  - {name: t.a, pattern: قصف, counter: y}\n", encoding="utf-8")
    with pytest.raises(GrammarError, match="example"):
        read_grammar([path])


def test_a_later_file_replaces_a_rule_of_the_same_name(tmp_path: Path) -> None:
    for name, pattern in (("a", "قصف"), ("b", "غارة")):
        rule = f"rules:\n  - {{name: t.x, pattern: {pattern}, example: x, counter: y}}\n"
        (tmp_path / f"{name}.yml").write_text(rule, encoding="utf-8")
    merged = read_grammar([tmp_path / "a.yml", tmp_path / "b.yml"])
    assert [rule.pattern for rule in merged.rules] == ["غارة"]
