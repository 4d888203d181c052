"""Whether something is done, or only planned, said or pointed back to."""

from __future__ import annotations

from marsad.extract.reasons.clause import Act, act_before
from marsad.extract.reasons.ground import Ground
from marsad.extract.reasons.phrases import PREPOSITIONS
from marsad.extract.reasons.relatives import main_verb
from marsad.lexicon.entry import VERB

# Types of events that consist in words.
SAID = frozenset({"condemnation", "accusation", "demand", "threat"})
# A plan stands so many words before what it aims at; its owners may stand between them (جهود الأمم المتحدة … الرامية).
PLAN_REACH, DIRECTED_REACH = 3, 9
# An aim that is denied stands so many words before "but rather", its denial so many before it.
RATHER_REACH, DENIED_REACH = 14, 4
# The noun of action that is a verb's object stands so near behind it.
OBJECT_REACH = 3
# A wish stands so many words before the aim of what is wished.
WISH_REACH = 24
_AIMING = frozenset(
    {"يهدف", "تهدف", "هدفه", "هدفها", "هدفهم", "الهدف", "بهدف", "يرمي", "ترمي", "تسعي", "يسعي", "يسعون", "الغرض"}
)
_DENYING = frozenset({"لا", "ليس", "ليست", "لم", "لن"})
PRONOUNS = frozenset({"ذلك", "هذا", "هذه", "ذاك", "تلك"})


def only_said(ground: Ground, act: Act) -> bool:
    """Whether what is explained is only said: why somebody condemns or demands is a motive of speech."""
    said = "trigger_verb" if act.verb else "trigger"
    return any(m.entry.cls == said and str(m.entry.value).split(" ")[0] in SAID for m in ground.at[act.head])


def planned(ground: Ground, at: int, reach: int = PLAN_REACH) -> bool:
    """Whether a plan, an effort or a law is what has the aim (الخطة الرامية إلى …), not an act."""
    return any(ground.is_in(t, "plan_noun") for t in range(max(0, at - reach), at))


def told_in_words(ground: Ground, head: int) -> bool:
    """Whether a phrase says what it is about, and does not only point back (من أجل تحقيق ذلك)."""
    for t in range(head, min(head + 3, len(ground.tokens))):
        if ground.tokens[t].form in PRONOUNS:
            following = ground.tokens[t + 1].form if t + 1 < len(ground.tokens) else ""
            return following.startswith("ال") and t > head  # أمن هذا الوطن
    return True


def denied_aim(ground: Ground, cue: int) -> int | None:
    """The word of an aim that is denied before "but rather" (لا يهدف إلى …، بل إلى …)."""
    first = ground.sentence(cue)[0]
    for t in range(cue - 1, max(first, cue - RATHER_REACH) - 1, -1):
        if ground.tokens[t].form in _AIMING:
            denied = range(max(first, t - DENIED_REACH), t)
            return t if any(ground.tokens[k].form.lstrip("وف") in _DENYING for k in denied) else None
    return None


def stative(ground: Ground, act: Act) -> bool:
    """Whether an act is none: a verb of being, suffering or thinking, or a noun that a verb of being able governs."""
    return (act.verb and ground.is_in(act.head, "state_verb")) or act.able


def anybody(ground: Ground, act: Act) -> bool:
    """Whether people in general do an act (يتسابق الجميع، يستغله الآخرون، كل من استغل): nobody in particular has its
    aim."""
    if ground.is_in(act.head + 1, "anybody"):
        return True
    before = act.head - 1
    if before < 1:
        return False
    first = ground.sentence(act.head)[0]
    for t in range(act.head, max(first, act.head - OBJECT_REACH), -1):
        if ground.tokens[t - 1].form == "من" and ground.verb(t):
            return True
    return ground.is_in(before, "anybody") and ground.tokens[before - 1].form not in PREPOSITIONS


def wished(ground: Ground, cue: int) -> bool:
    """Whether what is explained is only hoped for (نتمنى أن …)."""
    first = max(ground.sentence(cue)[0], cue - WISH_REACH)
    return any(m.entry.part == VERB for m in ground.matches.within("called_for", first, cue))


def done(ground: Ground, cue: int) -> Act | None:
    """The act before a cue, None where the clause tells nothing that somebody does."""
    act = act_before(ground, cue)
    if act is None or stative(ground, act) or not (act.known or act.subject is not None):
        return None
    return act


def acts(ground: Ground, t: int) -> bool:
    """Whether something is done at a token: a verb, an event, a noun of action."""
    return t in ground.events or ground.is_in(t, "act_noun") or ground.is_in(t, "aim") or ground.verb(t)


def set_apart(ground: Ground, act: Act, cue: int) -> bool:
    """Whether a comma parts a cue from the relative clause of the act: it may tell of the main clause as well,
    and who acts stays open."""
    if not act.verb or ground.tokens[cue - 1].form not in "،,":
        return False
    main = main_verb(ground, act.head)
    if main is None or main in ground.cues:
        return False
    return not any(ground.tokens[t].form == ":" for t in range(main, act.head))
