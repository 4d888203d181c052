"""The step that reads the numbers of a text, for times and quantities to build on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from marsad.numbers.read import read_numbers

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.resources import Resources


class Numbers:
    """Every number of the text, whatever it counts or dates."""

    name: ClassVar[str] = "numbers.read"
    requires: ClassVar[tuple[str, ...]] = ("text", "matches")
    assigns: ClassVar[tuple[str, ...]] = ("numbers",)

    def __init__(self, resources: Resources) -> None:
        del resources

    def __call__(self, analysis: Analysis) -> Mapping[str, Any]:
        return {"numbers": read_numbers(analysis.text, analysis.matches)}
