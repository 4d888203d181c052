"""Checks of a cause: whether somebody acts before it, and it is no mishap and no motive of speech."""

from __future__ import annotations

from marsad.extract.reasons.clause import Act
from marsad.extract.reasons.deeds import SAID, done, only_said, set_apart
from marsad.extract.reasons.governor import WINDOW, segment_start
from marsad.extract.reasons.ground import Ground
from marsad.extract.reasons.phrases import PREPOSITIONS
from marsad.extract.reasons.relatives import HARD, opens_relative
from marsad.extract.reasons.taken import taken_by_governor
from marsad.extract.reasons.verbs import RELATIVES, finite
from marsad.grammar.grammar import RuleMatch

# A cause so near behind a verb of speech tells why somebody spoke.
SPOKEN = 4
# What is condemned or demanded is told in so many words.
ARGUED_REACH = 16
# The verb whose state a cause explains stands at most so far before it.
STATE_REACH = 24
BECAUSE = "لان"
_BEING = frozenset({"يكون", "تكون", "يكونون"})


def _within_state(ground: Ground, act: Act) -> bool:
    """Whether a noun only tells where something befell its subject (خسر الحزب في الانتخابات بسبب …)."""
    if act.verb or ground.tokens[act.head - 1].form not in ("في", "خلال", "الي"):
        return False
    first = max(ground.sentence(act.head)[0], act.head - WINDOW)
    above = next((t for t in range(act.head - 2, first - 1, -1) if finite(ground, t, first)), None)
    return above is not None and ground.is_in(above, "state_verb")


def _of_state(ground: Ground, cue: int) -> bool:
    """Whether the verb nearest before a cue is one of being or suffering, or a word right before it tells what has
    become of something (الوضع الذي تعيشه البلاد جراء …، الحدود المدمرة بفعل …): the cause is that of a state.

    Behind a comma a relative clause is closed (تواجه القبيلة، التي تسكن الوادي، مصيراً …)."""
    if ground.is_in(cue - 1, "become"):
        return True
    first = max(ground.sentence(cue)[0], cue - STATE_REACH)
    closed = False
    for t in range(cue - 1, first - 1, -1):
        if ground.tokens[t].form in "،,":
            closed = True
        elif ground.tokens[t].form in HARD:
            return False
        elif t not in ground.names and finite(ground, t, first):
            if closed and opens_relative(ground, t, first):
                continue
            return ground.is_in(t, "state_verb") and (not closed or _aside(ground, t, cue))
    return False


def _aside(ground: Ground, verb: int, cue: int) -> bool:
    """Whether a relative clause stands between a verb and a cue."""
    return any(ground.tokens[t].form in RELATIVES for t in range(verb + 1, cue))


def _goes_on(ground: Ground, act: Act, cue: int) -> bool:
    """Whether a cue that opens its sentence behind a semicolon goes on with what somebody does; else it argues."""
    first = ground.sentence(cue)[0]
    if cue != first or not first:
        return True
    return act.verb and act.known and act.subject is not None


def of_being(ground: Ground, cue: int) -> bool:
    """Whether the clause in the sentence before a cue is one with a verb of being."""
    first = max(ground.sentence(cue)[0], cue - ARGUED_REACH)
    for t in range(cue - 1, first - 1, -1):
        if ground.tokens[t].form.lstrip("وفس") in _BEING:
            return True
        if t not in ground.names and finite(ground, t, first):
            return False
    return False


def _argued(ground: Ground, cue: int) -> bool:
    """Whether a verb of condemning or demanding governs what is explained: لأن then argues for what is said."""
    first = max(ground.sentence(cue)[0], cue - ARGUED_REACH)
    return any(
        m.entry.cls == "trigger_verb" and str(m.entry.value).split(" ")[0] in SAID
        for t in range(first, cue)
        for m in ground.at[t]
    )


def _no_cause(ground: Ground, act: Act, cue: int) -> bool:
    """Whether what stands behind the cue is not why the act was done."""
    if ground.is_in(act.head, "incident"):
        return True  # كان الحادث جراء …: who did it, not why
    if ground.is_in(act.head, "calls"):
        return True  # وصفهم بكذا بسبب …: why somebody is called so
    if (not act.explained and _of_state(ground, cue)) or not _goes_on(ground, act, cue):
        return True
    if not act.verb and ground.tokens[cue - 1].form in "،," and ground.tokens[act.head - 1].form in PREPOSITIONS:
        return BECAUSE in ground.tokens[cue].form  # it argues for the whole clause, not for a noun set in it
    if act.verb and act.head in ground.cues and not ground.is_in(act.head, "announces"):
        return True  # قال … على خلفية: why somebody spoke
    return only_said(ground, act) or set_apart(ground, act, cue) or _within_state(ground, act)


def cause(ground: Ground, match: RuleMatch) -> bool:
    """An actor acts in the clause before, and it tells no mishap."""
    start = segment_start(ground, match.first)
    past = min(match.last + 3, ground.sentence(match.first)[1])
    if any(ground.is_in(t, "mishap") for t in (*range(start, match.first), *range(match.last, past))):
        return False
    if any(t in ground.cues for t in range(max(start, match.first - SPOKEN), match.first)):
        return False
    if match.first > start and ground.tokens[match.first - 1].form in PREPOSITIONS:
        return False  # فضلاً عن كونها
    act = done(ground, match.first)
    if match.rule.emit.get("held") and (act is None or not ground.is_in(act.head, "holds_back")):
        return False  # دمرت المدينة جراء القصف: mostly what befalls somebody
    if act is not None and _no_cause(ground, act, match.first):
        return False
    if match.rule.name == "reasons.because" and _argued(ground, match.first):
        return False
    if act is None or not act.known or (act.verb and ground.is_in(act.head, "happens")):
        return False
    return act.subject is not None or act.ours or act.explained


def owing(ground: Ground, match: RuleMatch) -> bool:
    """The same for ل + a state (لوجود…), which no word before it may take for its object."""
    return not taken_by_governor(ground, match.first, ground.sentence(match.first)[0]) and cause(ground, match)
