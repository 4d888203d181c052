"""The words of a piece of HTML that is all content: a feed's item, a message. No article is looked for in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_BLOCKS = frozenset(
    "p div br li ul ol tr table h1 h2 h3 h4 h5 h6 blockquote section article header footer pre hr dd dt figure".split()
)
_SILENT = frozenset("script style template noscript iframe object svg head".split())
_BLANKS = re.compile(r"[ \t\r\f\v\u00a0]+")
_LINES = re.compile(r" *\n[ \n]*")


def fragment_text(html: str) -> str:
    """The text of a piece of HTML, a line a block; plain text stays as it is."""
    if "<" not in html and "&" not in html:
        return html.strip()
    from lxml import etree
    from lxml import html as parser

    try:
        tree = parser.fragment_fromstring(printable(html), create_parent="div")
    except (etree.LxmlError, ValueError, AssertionError):
        return html.strip()
    return element_text(tree)


def element_text(element: Any) -> str:
    """The text of an element of a parsed page, a line a block."""
    return _LINES.sub("\n", _BLANKS.sub(" ", "".join(_pieces(element)))).strip()


def _pieces(root: Any) -> Iterator[str]:
    """Texts and line ends in order. Walked, not recursed: a hostile page is nested as deep as it likes."""
    from lxml import etree

    silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if event == "start":
            silent += name in _SILENT
            if not silent and name:
                yield "\n" if name in _BLOCKS else ""
                yield _flat(element.text)
        else:
            silent -= name in _SILENT
            if not silent:
                yield "\n" if name in _BLOCKS else ""
                if element is not root:
                    yield _flat(element.tail)


def _flat(text: str | None) -> str:
    return (text or "").replace("\n", " ")


def printable(html: str) -> str:
    """Without what no XML tree can hold."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", html)
