"""Checks that a cue has to pass before its phrase counts as a reason: what each `test` of the grammar means."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from marsad.extract.reasons.actor import opens
from marsad.extract.reasons.checks_cause import cause, of_being, owing
from marsad.extract.reasons.checks_purpose import purpose, verb
from marsad.extract.reasons.clause import Act, act_before
from marsad.extract.reasons.deeds import (
    DIRECTED_REACH,
    anybody,
    denied_aim,
    only_said,
    planned,
    stative,
    told_in_words,
)
from marsad.extract.reasons.governor import WINDOW, doer_before, segment_start
from marsad.extract.reasons.ground import Ground
from marsad.extract.reasons.phrases import PREPOSITIONS
from marsad.grammar.grammar import RuleMatch

NEAR_SUBJECT = 3
# Why a source keeps its name to itself is a motive of speech.
IDENTITY_REACH = 4
_IDENTITY = frozenset({"هويته", "هويتها", "هويتهم", "اسمه", "اسمها", "اسمائهم", "اسماءهم"})
# What somebody makes use of is told in so many words.
OBJECT_REACH = 4
# A price stands so near before what is bought for it.
COUNTED = 4
# That something lasts until it is reached is told in so many words before.
LASTING = 14


def needed(ground: Ground, match: RuleMatch) -> bool:
    """Whether one of the words (or letters) that the rule needs stands in or right behind the cue."""
    needs = match.rule.emit.get("needs")
    if not needs:
        return True
    form = ground.tokens[match.last].form
    return any(
        form == need or (len(need) == 1 and len(form) > 2 and form.startswith(need)) for need in str(needs).split()
    )


def strong(ground: Ground, match: RuleMatch) -> bool:
    """The cue alone is enough, but for what police and medics do every day."""
    if any(ground.tokens[t].form in _IDENTITY for t in range(max(0, match.first - IDENTITY_REACH), match.first)):
        return False
    if ground.is_in(match.first, "directed_word") and planned(ground, match.first, DIRECTED_REACH):
        return False
    if match.first and ground.is_in(match.first - 1, "aware"):
        return False  # كان على علم بهدف التفجير
    told = match.rule.emit["kind"] == "cause" or told_in_words(ground, match.last)
    return told and not ground.is_in(match.last, "routine_aim") and not _merely_is(ground, match)


def _merely_is(ground: Ground, match: RuleMatch, speech: bool = False) -> bool:
    """Whether the clause before a cue only says how things are, or what somebody replies (رداً على …، قال); with
    `speech` a verb of speech may stand there."""
    if opens(ground, match.first):
        comma = next((t for t in range(match.last, min(ground.sentence(match.first)[1], match.last + WINDOW))
                      if ground.tokens[t].form in "،,"), None)  # fmt: skip
        return comma is not None and comma + 1 in ground.cues
    act = act_before(ground, match.first)
    if match.rule.name == "reasons.exploiting":
        return act is None or stative(ground, act)
    if act is None:
        return False
    return stative(ground, act) or anybody(ground, act) or (not speech and _only_says(ground, act, match.first))


def _only_says(ground: Ground, act: Act, cue: int) -> bool:
    """Whether what stands before a cue is a verb of speech alone: a motive of speech, or the name of who speaks
    (طالب الاتحاد من أجل الوحدة …)."""
    if not act.verb or not (act.head in ground.cues or only_said(ground, act)):
        return False
    named = act.subject is not None and act.subject.last + 1 == cue
    return named or (act.head in ground.cues and not ground.is_in(act.head, "announces"))


def exploit(ground: Ground, match: RuleMatch) -> bool:
    """Somebody makes use of what is no person: a gap, a quarrel, a date (not يستغل الأطفال، كل من استغل …)."""
    if match.first and ground.tokens[match.first - 1].form == "من":
        return False
    past = min(ground.sentence(match.first)[1], match.last + 1 + OBJECT_REACH)
    return not any(
        ground.is_in(t, "exploited") and ground.tokens[t - 1].form not in PREPOSITIONS
        for t in range(match.last + 1, past)
    )


def subject(ground: Ground, match: RuleMatch) -> bool:
    """An action is what aims at something."""
    before = range(segment_start(ground, match.first), match.last)
    if planned(ground, match.first):
        return False
    if any(
        t in ground.events or ground.is_in(t, "act_noun") or ground.is_in(t, "aim") for t in before if t != match.first
    ):
        return True
    return any(p.last >= match.first - NEAR_SUBJECT for p in ground.actors_in(before.start, match.first))


def until(ground: Ground, match: RuleMatch) -> bool:
    """What goes on until it is reached stands before the cue; one that opens its sentence means "even"."""
    if ground.tokens[match.first].form.startswith("و"):
        return False  # من … وحتى …
    first = max(ground.sentence(match.first)[0], match.first - LASTING)
    if not any(ground.is_in(t, "goes_on") for t in range(first, match.first)):
        return False
    told = told_in_words(ground, match.last) and not ground.is_in(match.last, "routine_aim")
    return told and not opens(ground, match.first) and not _merely_is(ground, match, speech=True)


def condition(ground: Ground, match: RuleMatch) -> bool:
    """An act with its doer stands before the cue; it may be only threatened or agreed to."""
    act = act_before(ground, match.first)
    return act is not None and act.subject is not None and not (act.verb and ground.is_in(act.head, "state_verb"))


def exchange(ground: Ground, match: RuleMatch) -> bool:
    """Something is done for it: no count stands right before."""
    doer = doer_before(ground, match.first)
    before = ground.tokens[match.first - 1].form if match.first else ""
    counted = any(ground.is_in(t, "number") for t in range(match.first - 1, min(match.last + 3, len(ground.tokens))))
    counted = counted or any(_money(ground, t) for t in range(max(0, match.first - COUNTED), match.first))
    first = segment_start(ground, match.first)
    if any(ground.is_in(t, "refuses") for t in range(first, match.first)):
        return False  # ترفض وقف القتال مقابل …: a term of what is refused
    harmed = any(ground.is_in(t, "mishap") for t in range(match.first + 1, match.last + 2))
    return doer is not None and not before[:1].isdigit() and not counted and not harmed


def _money(ground: Ground, t: int) -> bool:
    """Whether a word is a currency: what is paid is a price."""
    return any(m.entry.cls == "counted" and str(m.entry.value).isupper() for m in ground.at[t])


def opening(ground: Ground, match: RuleMatch) -> bool:
    """The cue opens its sentence or stands behind a colon, and a comma parts it from what is done."""
    first, past = ground.sentence(match.first)
    before = match.first - 1
    if match.first - first > 1 and ground.tokens[before].form not in ":":
        return False
    return any(ground.tokens[t].form in "،," for t in range(match.last, min(past, match.last + 20)))


def through(ground: Ground, match: RuleMatch) -> bool:
    """The aim is a noun of action, no word of the means."""
    aim = match.captures.get("aim")
    return aim is not None and ground.is_in(aim.first, "aim")


def rather(ground: Ground, match: RuleMatch) -> bool:
    """What is aimed at instead is told behind a denied aim (لا يهدف إلى …، بل إلى …)."""
    return denied_aim(ground, match.first) is not None


def traced(ground: Ground, match: RuleMatch) -> bool:
    """What somebody traces to a cause is a deed, and stands between the verb and its إلى."""
    aim = match.captures.get("aim")
    past = aim.first - 1 if aim is not None else match.last
    return any(t in ground.events or ground.is_in(t, "act_noun") for t in range(match.first + 1, past))


def named(ground: Ground, match: RuleMatch) -> bool:
    """A cause is named of a deed, not of how something is or will be (ستكون محكومة بالفشل، والسبب هو …)."""
    return match.rule.emit["kind"] != "cause" or not of_being(ground, match.first)


def always(ground: Ground, match: RuleMatch) -> bool:
    """No check."""
    return True


TESTS: Mapping[str, Callable[[Ground, RuleMatch], bool]] = {
    "strong": strong, "exploit": exploit, "purpose": purpose, "verb": verb, "subject": subject, "cause": cause,
    "exchange": exchange, "before": always, "named": named, "opening": opening, "through": through, "told": always,
    "owing": owing, "until": until, "condition": condition, "rather": rather, "traced": traced,
    "cue": always,
}  # fmt: skip
