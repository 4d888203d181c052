"""What is expected or likely to come: forecasts, and plans that who will act has announced."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from marsad.analysis import numbered
from marsad.extract.content import statement_at, without_headline
from marsad.extract.modality import Modality
from marsad.extract.outlooks_clause import Clauses
from marsad.extract.outlooks_cues import Cue, cues
from marsad.model import ActorRef, Outlook, Span

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.resources import Resources

# Spoken of as wanted, asked or feared: no outlook.
_NO_OUTLOOK = frozenset({"wish", "demand", "condition", "question", "purpose"})


class Outlooks:
    """Finds outlooks: the clause, who would act, how firmly, by when, on what condition."""

    name: ClassVar[str] = "extract.outlooks"
    requires: ClassVar[tuple[str, ...]] = ("text", "matches", "quotes", "times", "places", "actors", "statements")
    assigns: ClassVar[tuple[str, ...]] = ("outlooks",)

    def __init__(self, resources: Resources) -> None:
        self._modality = resources.of(Modality)

    def __call__(self, analysis: Analysis) -> Mapping[str, Any]:
        text = analysis.text
        clauses = Clauses(analysis)
        found: list[Outlook] = []
        taken = -1
        for cue in cues(analysis):
            if cue.first <= taken or self._only_wanted(analysis, cue):
                continue
            clause = clauses.around(cue)
            if clause is None:
                continue
            taken = clause.last
            span = text.span(clause.first, clause.last, clause.skip)
            found.append(
                Outlook(
                    id="",
                    start=span.start,
                    end=span.end,
                    text=text.words(span),
                    rule=cue.rule,
                    actor=clause.actor or _speaker(analysis, cue, span),
                    hedged=cue.hedged or clause.likely,
                    horizon=clause.horizon,
                    condition=clause.condition,
                )
            )
        return {"outlooks": numbered("o", without_headline(analysis, found))}

    def _only_wanted(self, analysis: Analysis, cue: Cue) -> bool:
        return self._modality.at(analysis, cue.verb, cue.verb).mood in _NO_OUTLOOK


def _speaker(analysis: Analysis, cue: Cue, span: Span) -> ActorRef | None:
    """Who speaks, where the verb is in the first person: "we shall stay"."""
    if not cue.we:
        return None
    statement = statement_at(analysis, span.start)
    return statement.speaker if statement else None
