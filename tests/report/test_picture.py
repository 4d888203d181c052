"""The picture of the README: lines keep their direction."""

from __future__ import annotations

from xml.etree import ElementTree

from tests.report.sample import ATTACK, record
from tools.draw_picture import draw


def test_arabic_lines_run_from_the_right_and_whole_lines_are_one_text() -> None:
    tree = ElementTree.fromstring(draw(record(), 40))
    lines = {"".join(e.itertext()): e for e in tree.iter("{http://www.w3.org/2000/svg}text")}
    assert lines[ATTACK].get("class") == "rtl"
    fact = next(line for line in lines if "against" in line)
    assert lines[fact].get("class") is None
