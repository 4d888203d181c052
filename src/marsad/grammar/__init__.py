"""Grammars as data: token patterns with captures, each rule with an example and a counter-example."""

from marsad.grammar.grammar import Grammar, Rule, RuleMatch, longest
from marsad.grammar.scene import Capture, Scene

__all__ = ["Capture", "Grammar", "Rule", "RuleMatch", "Scene", "longest"]
