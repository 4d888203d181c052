"""The ordered steps from a document to a record: which there are, and that each finds what it requires."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Protocol

from marsad.analysis import LAYERS, Analysis
from marsad.annotate.actors import Actors
from marsad.annotate.places import Places
from marsad.annotate.quantities import Quantities
from marsad.annotate.times import Times
from marsad.errors import PipelineError
from marsad.extract.denials import Denials
from marsad.extract.events.step import Events
from marsad.extract.outlooks import Outlooks
from marsad.extract.question import Question
from marsad.extract.reasons.step import Reasons
from marsad.extract.relations import Relations
from marsad.extract.statements import Statements
from marsad.model import Document
from marsad.model.quick import changed
from marsad.numbers.step import Numbers
from marsad.resolve.actors import ResolveActors
from marsad.resolve.confidence import Confidence
from marsad.resolve.dates import Dates
from marsad.resolve.events import Same
from marsad.resolve.outlet import ResolveOutlet
from marsad.resolve.places import ResolvePlaces
from marsad.resources import Resources
from marsad.text.condition import Condition
from marsad.text.steps import Find, View


class Step(Protocol):
    """A pure function of an analysis, made once from the resources.

    `requires` and `assigns` name layers of Analysis; calling it gives the layers that it assigns."""

    name: ClassVar[str]
    requires: ClassVar[tuple[str, ...]]
    assigns: ClassVar[tuple[str, ...]]

    def __call__(self, analysis: Analysis) -> Mapping[str, Any]: ...


class Pipeline:
    """Steps in order. Raises PipelineError where one requires what no step before it assigns."""

    def __init__(self, steps: Iterable[Step]) -> None:
        self.steps = tuple(steps)
        known: set[str] = {"document"}
        for step in self.steps:
            unknown = {*step.requires, *step.assigns} - {*LAYERS, "document"}
            if unknown:
                raise PipelineError(
                    f"step {step.name} speaks of {sorted(unknown)}, which are no layers ({', '.join(LAYERS)})"
                )
            missing = set(step.requires) - known
            if missing:
                raise PipelineError(f"step {step.name} requires {sorted(missing)}, which no step before it assigns")
            known.update(step.assigns)

    def __call__(self, document: Document) -> Analysis:
        """The document with all layers. No I/O; the same document gives the same analysis."""
        analysis = Analysis(document)
        for step in self.steps:
            analysis = changed(analysis, **step(analysis))
        return analysis


def standard_steps(resources: Resources) -> list[Step]:
    """marsad's own pipeline, in the order in which layers build on each other."""
    return [
        View(resources),
        Find(resources),
        Numbers(resources),
        Dates(resources),
        ResolveOutlet(resources),
        Times(resources),
        Quantities(resources),
        Places(resources),
        Actors(resources),
        ResolvePlaces(resources),
        ResolveActors(resources),
        Statements(resources),
        Events(resources),
        Same(resources),
        Denials(resources),
        Question(resources),
        Reasons(resources),
        Relations(resources),
        Outlooks(resources),
        Confidence(resources),
        Condition(resources),  # last: a date line found on the way is a date
    ]
