"""The step that reads reasons."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from marsad.analysis import numbered
from marsad.extract.modality import Modality
from marsad.extract.reasons.clause import act_before
from marsad.extract.reasons.cues import found_in_text
from marsad.extract.reasons.draft import Draft
from marsad.extract.reasons.governor import segment_start
from marsad.extract.reasons.ground import Ground
from marsad.extract.reasons.items import found_in_lists
from marsad.extract.reasons.repeats import beside_lists, once
from marsad.extract.reasons.speech import statement_at
from marsad.model import Reason

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.model import Event, Quantity, Statement
    from marsad.resources import Resources

DENIAL = "denial"
FEARS = frozenset({"reasons.fear", "reasons.shield_bare"})
# A hedge, a negation stand so many words before the cue that they belong to.
HEDGE_REACH, NOT_REACH = 3, 2
SAID_REACH = 12
_ONLY, ONLY_REACH = frozenset({"فحسب", "وحسب", "فقط"}), 8
_NOT = frozenset({"ليس", "ليست", "ليسوا"})
_CAME_NOT = frozenset({"ما", "وما", "فما"})
_NEVER = frozenset({"لم", "لن", "لا"})
_BE = frozenset({"يكن", "تكن", "يكونوا", "يكون", "تكون", "يات", "تات", "ياتي", "تاتي", "يجر", "تجر"})


class Reasons:
    """Reads why actors act: list items first, then what running text says."""

    name: ClassVar[str] = "extract.reasons"
    requires: ClassVar[tuple[str, ...]] = (
        "text",
        "matches",
        "quotes",
        "places",
        "actors",
        "times",
        "statements",
        "events",
        "question",
    )
    assigns: ClassVar[tuple[str, ...]] = ("reasons",)

    def __init__(self, resources: Resources) -> None:
        self._grammar = resources.grammar("reasons")
        self._modality = resources.of(Modality)

    def __call__(self, analysis: Analysis) -> Mapping[str, Any]:
        ground = Ground(analysis)
        listed = found_in_lists(ground, self._grammar)
        taken = {t for draft in listed for t in range(draft.first, draft.last + 1)}
        told = [*listed, *beside_lists(listed, found_in_text(ground, self._grammar, taken))]
        drafts = once(ground, told)
        return {"reasons": numbered("r", (self._reason(ground, draft) for draft in drafts))}

    def _hedged(self, ground: Ground, draft: Draft) -> bool:
        """Whether the words before the reason, or in it, mark it as a guess. Fear is no guess."""
        start = min(segment_start(ground, draft.first), max(0, draft.first - HEDGE_REACH))
        act = act_before(ground, draft.first)
        if act is not None and act.verb:
            start = min(start, max(ground.sentence(act.head)[0], act.head - 1))
        if any(_hedges(ground, m.first) for m in ground.matches.within("why_hedge", start, draft.last + 1)):
            return True
        said = self._modality.at(ground.analysis, draft.first, draft.first)
        # A forecast is unsure of the act, not of why it would be done.
        return draft.rule not in FEARS and said.hedged and said.mood != "forecast"

    def _reason(self, ground: Ground, draft: Draft) -> Reason:
        said = statement_at(ground, ground.tokens[draft.first].start)
        if said is not None and draft.rule.startswith("code:list.") and said.start > ground.tokens[draft.first].start:
            said = None  # a source named inside an item holds for a figure, not for the reason
        hedged, denied = draft.hedged, draft.denied
        if draft.order is None:
            hedged = hedged or self._hedged(ground, draft) or (said is not None and said.hedged)
            denied = (
                denied
                or any(_denied(ground, t) for t in {draft.first, draft.cue} if t >= 0)
                or (said is not None and _denies(ground, said, draft.first))
            )
        span = ground.span(draft.first, draft.last, draft.skip)
        sentences = (ground.tokens[draft.first].sentence, *draft.evidence)
        return Reason(
            id="", start=span.start, end=span.end, text=ground.text.words(span), category=draft.category,
            rule=draft.rule, kind=draft.kind, actor=draft.actor,
            behaviour=ground.words(*draft.behaviour) if draft.behaviour else None,
            target=draft.target, hedged=hedged, denied=denied,
            source=said.speaker.text if said is not None and said.speaker else None,
            order=draft.order,
            supports=_supports(ground, draft, sentences, span.end), evidence=draft.evidence,
            confidence=draft.confidence,
        )  # fmt: skip


def _hedges(ground: Ground, t: int) -> bool:
    """Whether a hedging word marks a guess: قد does so only before an imperfect."""
    if ground.tokens[t].form.lstrip("وف") != "قد":
        return True
    if t + 1 >= len(ground.tokens) or ground.tokens[t + 1].form[0] not in "يت":
        return False
    return not ground.tokens[t + 1].form.endswith(("ت", "وا")) and not ground.is_in(t + 1, "perfect_t")


def _denies(ground: Ground, said: Statement, first: int) -> bool:
    """Whether a statement denies what it holds, and no other verb of speech brings the words in (نفى … وقال إنه …)."""
    if said.kind != DENIAL:
        return False
    near = range(max(ground.sentence(first)[0], first - SAID_REACH), first)
    later = (t for t in near if ground.tokens[t].start > said.start)
    return not any(ground.is_in(t, "say") and ground.tokens[t].form.startswith("و") for t in later)


def _denied(ground: Ground, first: int) -> bool:
    """Whether the reason itself is denied (ليس بهدف), not the behaviour."""
    if first and ground.tokens[first - 1].form.lstrip("وف") == "لا":
        return True
    if any(t.form in _ONLY for t in ground.tokens[max(0, first - 1) : first + ONLY_REACH]):
        return False  # ليس لتنفيذ عملياته فحسب, ليس فقط لتنفيذ …
    near = range(max(0, first - NOT_REACH), first)
    if first > 1 and ground.tokens[first - 2].form in _CAME_NOT and ground.is_in(first - 1, "happens"):
        return True  # وما جاؤوا للاستيلاء على …
    return any(ground.tokens[t].form.lstrip("وف") in _NOT or _was_not(ground, t) for t in near)


def _was_not(ground: Ground, t: int) -> bool:
    """Whether a copula is denied (لم يكن بسبب …، لم تأت بهدف …)."""
    return t > 0 and ground.tokens[t - 1].form.lstrip("وف") in _NEVER and ground.tokens[t].form in _BE


def _supports(ground: Ground, draft: Draft, sentences: tuple[int, ...], end: int) -> tuple[str, ...]:
    """Ids of the quantities and events in the sentences that argue for a list's item; where it is one sentence, of
    those behind the words of the reason."""
    if not draft.rule.startswith("code:list."):
        return ()
    own = len(sentences) < 2
    analysis, text = ground.analysis, ground.text
    if not sentences:
        return ()
    wanted = set(sentences)
    # Layers stand in the order of the text: only the stretch of these sentences is looked at.
    low, past = min(wanted), max(wanted) + 1
    start = text.sentences[low].start if low else 0
    end_of = text.sentences[past].start if past < len(text.sentences) else None
    return tuple(
        item.id
        for layer in (analysis.quantities, analysis.events)
        for item in _within(layer, start, end_of)
        if text.sentence_of(item.start) in wanted and not (own and item.start < end)
    )


def _within(layer: Sequence[Quantity] | Sequence[Event], start: int, past: int | None) -> Sequence[Quantity | Event]:
    """The items of a layer that begin from `start` to before `past`."""
    first = bisect_left(layer, start, key=_start)
    return layer[first : None if past is None else bisect_left(layer, past, first, key=_start)]


def _start(item: Quantity | Event) -> int:
    return item.start
