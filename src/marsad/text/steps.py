"""The first steps: the view of the text, and the lexicon words in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from marsad.text.quotes import quotations
from marsad.text.view import read_text

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.resources import Resources


class View:
    """Folds the text and parts it into sentences, tokens and quotations."""

    name: ClassVar[str] = "text.view"
    requires: ClassVar[tuple[str, ...]] = ("document",)
    assigns: ClassVar[tuple[str, ...]] = ("text", "quotes")

    def __init__(self, resources: Resources) -> None:
        del resources

    def __call__(self, analysis: Analysis) -> Mapping[str, Any]:
        text = read_text(analysis.document.text)
        return {"text": text, "quotes": quotations(text)}


class Find:
    """Finds the words of all lexicons."""

    name: ClassVar[str] = "lexicon.find"
    requires: ClassVar[tuple[str, ...]] = ("text",)
    assigns: ClassVar[tuple[str, ...]] = ("matches",)

    def __init__(self, resources: Resources) -> None:
        self._automaton = resources.automaton

    def __call__(self, analysis: Analysis) -> Mapping[str, Any]:
        return {"matches": self._automaton.find(analysis.text)}
