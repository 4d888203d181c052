"""What a pattern cannot do without, by which sentences are passed over."""

from __future__ import annotations

import pytest

from marsad.grammar.needs import Need, needs
from marsad.grammar.pattern import parse


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("=ا =ب", [Need(forms=frozenset("ا")), Need(forms=frozenset("ب"))]),
        ("(=ا | =ب) =ج?", [Need(forms=frozenset("اب"))]),
        ("@actor _{0,3} <word>", [Need(layers=frozenset({"actor"})), Need(classes=frozenset({"word"}))]),
        ("=ا !=ب", [Need(forms=frozenset("ا"))]),
        ("x:=ا{1,2} #", [Need(forms=frozenset("ا"))]),
        # of an option one word that it needs; an option that needs nothing leaves the choice free
        ("(@actor =ب | <word>)", [Need(forms=frozenset("ب"), classes=frozenset({"word"}))]),
        ("(=ا | #)", []),
    ],
)
def test_needs(pattern: str, expected: list[Need]) -> None:
    assert needs(parse(pattern, {})) == frozenset(expected)
