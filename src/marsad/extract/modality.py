"""How firmly a thing is said to happen: the one module that decides it, for every layer.

Factuality goes by scope. From the words in question the way leads left through their clause: each word that
governs what stands there (a negation, a hedge, "tried", "plans", a light verb) is taken where it is really tied
to it, by its preposition or by standing right before it; it then becomes the head that the next one may govern.
So "did not manage to storm" is an attempt, and "no group has claimed the attack" leaves the attack a fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from marsad.extract.modality_index import Index
from marsad.extract.modality_scope import Scope
from marsad.extract.modality_words import Governor
from marsad.model.quick import quick

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.resources import Resources

OCCURRED, ONGOING, ATTEMPTED, PLANNED, POSSIBLE, DENIED = (
    "occurred", "ongoing", "attempted", "planned", "possible", "denied",
)  # fmt: skip
_STATUS = {
    "attempt": ATTEMPTED,
    "fail": ATTEMPTED,
    "prevent": ATTEMPTED,
    "achieve": OCCURRED,
    "plan": PLANNED,
    "ongoing": ONGOING,
    "stop": OCCURRED,
}
ONLY = "modal_only"
_ONLY_REACH, _FAR = 8, 24  # words between what is denied and فحسب, and مقتصرة
# Spoken of, but not told as a fact.
_MOODS = frozenset({"forecast", "fear", "wish", "demand", "threat", "condition", "question", "purpose"})
_NEUTRAL = ("carry", "perform", "bring", "happen", "deny", "negate", "without")


@quick
@dataclass(frozen=True, slots=True)
class Factuality:
    """How firmly something is said to happen.

    `status` is occurred, ongoing, attempted, planned, possible or denied; `hedged` where the text marks it as
    uncertain; `denied` where it is rejected. `mood` tells why a thing is only spoken of: forecast, fear, wish,
    demand, threat, condition, question, purpose, refusal or absence (دون قتال); it is empty for what is told as a
    fact, an attempt or a plan. `negated`: denied by a plain "not" alone, without a word of denial."""

    status: str = OCCURRED
    hedged: bool = False
    denied: bool = False
    mood: str = ""
    negated: bool = False


class Modality:
    """Decides the factuality of words by the words that govern them in their clause."""

    def __init__(self, resources: Resources) -> None:
        del resources  # its words come with the analysis, found by the one automaton

    def at(self, analysis: Analysis, first: int, last: int) -> Factuality:
        """The factuality of the words of tokens `first` to `last` (inclusive): the trigger of an event, or a phrase."""
        scope = Scope(analysis.matches.derived(Index), first, last)
        status, mood = "", ""
        hedged = denied = False
        inner = ""
        present = said_untrue = False
        for governor in scope.governors():
            if governor.role == "present":
                present = True
                continue
            status, mood, hedged, denied = _govern(governor, inner, (status, mood, hedged, denied))
            said_untrue = said_untrue or governor.role in ("deny", "doubt")
            inner = governor.role if governor.role not in _NEUTRAL else inner
        if denied and _more_happened(analysis, last):
            status, denied = "", False
        if not status:
            status = ONGOING if present else scope.aspect()
        return Factuality(status, hedged, denied, mood, denied and not said_untrue)


def _more_happened(analysis: Analysis, last: int) -> bool:
    """Whether what follows a denied word says that it is not all that happened: لم يقصف القرية فحسب."""
    text = analysis.text
    _, past = text.sentence_tokens[text.tokens[last].sentence]
    for k in range(last + 1, min(past, last + 1 + _FAR)):
        for match in analysis.matches.starting(k, ONLY):
            if k <= last + _ONLY_REACH or match.entry.value == "far":
                return True
    return False


_State = tuple[str, str, bool, bool]


def _govern(governor: Governor, inner: str, state: _State) -> _State:
    """The state after one more governor, from the inside out; `inner` is the role of the one before."""
    status, mood, hedged, denied = state
    role = governor.role
    if role in ("deny", "negate", "without"):
        if denied and role == "negate":
            return POSSIBLE, mood, True, False  # لم ينف
        if inner in _MOODS or mood == "refusal":
            return status, mood, hedged, denied  # لا يريد, لم يطلب, لم يرفض: still only spoken of
        if inner == "plan" and role == "deny":
            return POSSIBLE, "purpose", hedged, denied  # أنكر نيته قتلهم: the aim, not what happened
        if inner == "achieve":
            return ATTEMPTED, mood, hedged, denied
        if inner == "stop":
            return ONGOING, mood, hedged, denied
        if inner in ("doubt", "hedge"):
            return POSSIBLE, mood, True, False
        if inner == "fail":
            return OCCURRED, mood, hedged, denied
        return DENIED, "absence" if role == "without" else "", hedged, True
    if role == "doubt":
        return DENIED, mood, True, True
    if role in ("hedge", "claim"):
        return (status if status in (PLANNED, ATTEMPTED, DENIED) else POSSIBLE), mood, True, denied
    if role == "refuse":
        return POSSIBLE, "question" if denied else "refusal", hedged or denied, False
    if role in _MOODS:
        return (
            POSSIBLE if status in ("", OCCURRED, ONGOING, PLANNED) else status,
            mood or role,
            hedged or role in ("forecast", "fear"),
            denied,
        )
    if role == "future":
        return status or PLANNED, mood, hedged, denied
    return status or _STATUS.get(role, ""), mood, hedged, denied
