"""Who published a document: given, or told by its address, by "المصدر:" in its head or foot, or by an agency's tag."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from marsad.outlets import TAG_CLASS, Outlet, outlets_of
from marsad.resolve.head_and_foot import LINE_LENGTH, head_and_foot

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.lexicon.automaton import Match
    from marsad.resources import Resources
    from marsad.text.view import Text

_LONGEST, _MOST_WORDS = 60, 6
# An agency's tag stands at the head of its line: before a dash within so many characters, in brackets twice that.
_DATELINE_REACH = 60
_ENDS = ("  ", " - ", " | ", "،", "\t", " – ")


class ResolveOutlet:
    """Fills the outlet that the input did not give, and its key in the registry where that knows it."""

    name: ClassVar[str] = "resolve.outlet"
    requires: ClassVar[tuple[str, ...]] = ("document", "text", "matches")
    assigns: ClassVar[tuple[str, ...]] = ("document",)

    def __init__(self, resources: Resources) -> None:
        self._outlets = resources.of(outlets_of)

    def __call__(self, analysis: Analysis) -> Mapping[str, Any]:
        document = analysis.document
        publisher = self._outlets.at(document.url)
        if document.outlet:
            known = self._outlets.named(document.outlet) or publisher
            return {"document": replace(document, outlet_key=known.key if known else None)}
        told = publisher or _told(analysis)
        if told is None:
            return {}
        known = told if isinstance(told, Outlet) else self._outlets.named(told)
        name = told.name if isinstance(told, Outlet) else told
        return {"document": replace(document, outlet=name, outlet_key=known.key if known else None)}


def _told(analysis: Analysis) -> str | Outlet | None:
    """The name behind "المصدر:" in the first or last lines, else the outlet of a tag in the first."""
    cues, tags = analysis.matches.of("outlet_cue"), analysis.matches.of(TAG_CLASS)
    if not cues and not tags:
        return None
    text = analysis.text
    for start, end, is_head in head_and_foot(text.raw):
        for cue in cues:
            if start <= text.tokens[cue.first].start < end and (name := _named(text, cue, end)):
                return name
        for tag in tags if is_head else ():
            if start <= text.tokens[tag.first].start < end and _is_dateline(text, tag, start):
                return tag.entry.value if isinstance(tag.entry.value, Outlet) else str(tag.entry.value)
    return None


def _named(text: Text, cue: Match, end: int) -> str | None:
    """The name that stands behind a cue and a colon, up to what ends it in its line."""
    after = cue.last + 1
    if after + 1 >= len(text.tokens) or text.tokens[after].form != ":":
        return None
    name = text.raw[text.tokens[after].end : min(end, text.tokens[after].end + LINE_LENGTH)].strip()
    for mark in _ENDS:
        name = name.split(mark)[0]
    name = name.strip(' .|/-\u200f\u200e"«»')
    return name if 1 < len(name) <= _LONGEST and len(name.split()) <= _MOST_WORDS else None


def _is_dateline(text: Text, tag: Match, start: int) -> bool:
    """Whether a tag stands in brackets, or before a dash or colon, at the head of its line."""
    tokens = text.tokens
    opens = not tag.first or tokens[tag.first - 1].end <= start
    before = "" if opens else tokens[tag.first - 1].form
    behind = tokens[tag.last + 1].form if tag.last + 1 < len(tokens) else ""
    place = tokens[tag.first].start - start
    bracketed = before in ("(", "/") and behind in (")", "/") and place <= _DATELINE_REACH * 2
    return bracketed or (place <= _DATELINE_REACH and behind in ("-", ":") and before in ("", "-", "،", "("))
