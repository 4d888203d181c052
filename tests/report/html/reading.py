"""A page read back: its elements, ids and links."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "input"})


@dataclass
class Element:
    name: str
    attributes: dict[str, str | None]
    text: str = ""

    def get(self, name: str) -> str:
        return self.attributes.get(name) or ""


@dataclass
class ReadPage(HTMLParser):
    """Elements in order, each with all text inside it; the parser of the standard library, which mends nothing."""

    source: str
    elements: list[Element] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.source)
        self.close()
        assert self.open == [], "an element is not closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data

    def all(self, name: str) -> list[Element]:
        return [e for e in self.elements if e.name == name]

    @property
    def ids(self) -> list[str]:
        return [e.get("id") for e in self.elements if e.get("id")]

    @property
    def targets(self) -> list[str]:
        return [e.get("href").removeprefix("#") for e in self.all("a")]

    @property
    def policy(self) -> str:
        (meta,) = [e for e in self.all("meta") if e.get("http-equiv") == "Content-Security-Policy"]
        return meta.get("content")

    def inside(self, name: str) -> str:
        (content,) = re.findall(f"<{name}>(.*?)</{name}>", self.source, re.DOTALL)
        return content
