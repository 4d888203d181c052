"""The step that reads reasons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from marsad.analysis import numbered
from marsad.extract.modality import Modality
from marsad.extract.reasons.cues import found_in_text
from marsad.extract.reasons.draft import Draft
from marsad.extract.reasons.ground import Ground
from marsad.extract.reasons.items import found_in_lists
from marsad.extract.reasons.repeats import beside_lists, once
from marsad.model import Reason

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.resources import Resources


class Reasons:
    """Reads why actors act: list items first, then what running text says."""

    name: ClassVar[str] = "extract.reasons"
    requires: ClassVar[tuple[str, ...]] = (
        "text",
        "matches",
        "quotes",
        "places",
        "actors",
        "statements",
        "events",
        "question",
    )
    assigns: ClassVar[tuple[str, ...]] = ("reasons",)

    def __init__(self, resources: Resources) -> None:
        self._grammar = resources.grammar("reasons")
        self._modality = Modality(resources)

    def __call__(self, analysis: Analysis) -> Mapping[str, Any]:
        ground = Ground(analysis)
        listed = found_in_lists(ground, self._grammar)
        taken = {t for draft in listed for t in range(draft.first, draft.last + 1)}
        told = [*listed, *beside_lists(listed, found_in_text(ground, self._grammar, taken))]
        drafts = once(ground, told)
        return {"reasons": numbered("r", (self._reason(ground, draft) for draft in drafts))}

    def _reason(self, ground: Ground, draft: Draft) -> Reason:
        analysis = ground.analysis
        hedged, denied = draft.hedged, draft.denied
        if draft.behaviour is not None:
            told = self._modality.at(analysis, draft.head, draft.head)
            hedged, denied = hedged or told.hedged, denied or told.denied
        span = ground.span(draft.first, draft.last, draft.skip)
        sentences = (ground.tokens[draft.first].sentence, *draft.evidence)
        return Reason(
            id="", start=span.start, end=span.end, text=ground.text.words(span), category=draft.category,
            rule=draft.rule, kind=draft.kind, actor=draft.actor,
            behaviour=ground.words(*draft.behaviour) if draft.behaviour else None,
            target=draft.target, hedged=hedged, denied=denied, source=_source(ground, span.start), order=draft.order,
            supports=_supports(ground, sentences), evidence=draft.evidence, confidence=draft.confidence,
        )  # fmt: skip


def _source(ground: Ground, start: int) -> str | None:
    """Who says so: the speaker of the innermost statement that holds the reason."""
    held = [
        s for s in ground.analysis.statements
        if s.content is not None and s.speaker is not None and s.content.start <= start < s.content.end
    ]  # fmt: skip
    if not held:
        return None
    said = min(held, key=lambda s: s.content.end - s.content.start if s.content else 0)
    return said.speaker.text if said.speaker else None


def _supports(ground: Ground, sentences: tuple[int, ...]) -> tuple[str, ...]:
    """Ids of the quantities and events in the sentences that argue for a list's item."""
    if len(sentences) < 2:
        return ()
    analysis = ground.analysis
    wanted = set(sentences)
    return tuple(
        item.id for layer in (analysis.quantities, analysis.events) for item in layer
        if ground.text.sentence_of(item.start) in wanted
    )  # fmt: skip
