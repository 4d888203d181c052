"""Colours of the page: text reaches WCAG AA (4.5), lines that mean something 3, in light and dark."""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import product

import pytest

STYLE = files("marsad.report.html").joinpath("page.css").read_text(encoding="utf-8")
PAIRS = {m[1]: (m[2], m[3]) for m in re.finditer(r"--([a-z]+): light-dark\((#\w{6}), (#\w{6})\)", STYLE)}
GROUNDS = ("paper", "card", "question")
TINTS = ("reasons", "events", "statements", "outlooks", "relations", "lit")
NAMED = ("places", "actors", "times", "quantities")


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str, dark: bool) -> float:
    light, low = sorted((luminance(PAIRS[c][dark]) for c in (one, other)), reverse=True)
    return (light + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [*product(("ink",), (*GROUNDS, *TINTS)), *product(("faint", "link"), GROUNDS)],
)
def test_text_can_be_read(ink: str, ground: str, dark: bool) -> None:
    assert contrast(ink, ground, dark) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("line", "ground"), [*product(NAMED, ("card", *TINTS))])
def test_lines_under_names_can_be_seen(line: str, ground: str, dark: bool) -> None:
    assert contrast(line, ground, dark) >= 3
