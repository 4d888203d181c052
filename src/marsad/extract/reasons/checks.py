"""Checks that a cue has to pass before its phrase counts as a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from marsad.extract.reasons.actor import opens
from marsad.extract.reasons.clause import Act, act_before, seeks
from marsad.extract.reasons.governor import WINDOW, doer_before, segment_start
from marsad.extract.reasons.ground import SIGNS, Ground
from marsad.extract.reasons.phrases import PREPOSITIONS
from marsad.extract.reasons.verb_subject import main_verb
from marsad.extract.reasons.verbs import finite, object_pronoun
from marsad.grammar.grammar import RuleMatch
from marsad.lexicon.automaton import Match

# Words that a purpose's governor may stand before the ل.
VERB_REACH = 6
BODY_REACH = 3
# A cause so near behind a verb of speech tells why somebody spoke.
SPOKEN = 4
NEAR_SUBJECT = 3
EXPOSED_REACH = 25
# Why a source keeps its name to itself is a motive of speech.
IDENTITY_REACH = 4
_IDENTITY = frozenset({"هويته", "هويتها", "هويتهم", "اسمه", "اسمها", "اسمائهم", "اسماءهم"})
# Types of events that consist in words.
SAID = frozenset({"condemnation", "accusation", "demand", "threat"})
# What is condemned or demanded is told in so many words.
ARGUED_REACH = 16
# A plan stands so many words before what it aims at; its owners may stand between them (جهود الأمم المتحدة … الرامية).
PLAN_REACH, DIRECTED_REACH = 3, 9
_IMPERFECT = "يت"
_THEIRS = frozenset({"ه", "ها", "هم"})
# That something lasts until it is reached is told in so many words before.
LASTING = 14
PRONOUNS = frozenset({"ذلك", "هذا", "هذه", "ذاك", "تلك"})
# Verbs that tell a result as often as a purpose (ليصل عدد القتلى).
_RESULTS = frozenset(
    {"يكون", "تكون", "يصبح", "تصبح", "يصل", "تصل", "يعود", "تعود", "يتحول", "تتحول", "يبقي", "تبقي", "يقع", "تقع",
     "يقول", "تقول"}
)  # fmt: skip


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
    return act is not None and (stative(ground, act) or (not speech and _only_says(ground, act, match.first)))


def _only_says(ground: Ground, act: Act, cue: int) -> bool:
    """Whether what stands before a cue is a verb of speech alone: a motive of speech, or the name of who speaks
    (طالب الاتحاد من أجل الوحدة …)."""
    if not act.verb or not (act.head in ground.cues or _said(ground, act)):
        return False
    named = act.subject is not None and act.subject.last + 1 == cue
    return named or (act.head in ground.cues and not ground.is_in(act.head, "announces"))


def _said(ground: Ground, act: Act) -> bool:
    """Whether what is explained is only said: why somebody condemns or demands is a motive of speech."""
    said = "trigger_verb" if act.verb else "trigger"
    return any(m.entry.cls == said and str(m.entry.value).split(" ")[0] in SAID for m in ground.at.get(act.head, ()))


def _set_apart(ground: Ground, act: Act, cue: int) -> bool:
    """Whether a comma parts a cause from the relative clause of the act: it may tell of the main clause as well."""
    if not act.verb or ground.tokens[cue - 1].form not in "،,":
        return False
    main = main_verb(ground, act.head)
    if main is None or main in ground.cues:
        return False
    return not any(ground.tokens[t].form == ":" for t in range(main, act.head))


def _within_state(ground: Ground, act: Act) -> bool:
    """Whether a noun only tells where something befell its subject (خسر الحزب في الانتخابات بسبب …)."""
    if act.verb or ground.tokens[act.head - 1].form not in ("في", "خلال"):
        return False
    first = max(ground.sentence(act.head)[0], act.head - WINDOW)
    above = next((t for t in range(act.head - 2, first - 1, -1) if finite(ground, t, first)), None)
    return above is not None and ground.is_in(above, "state_verb")


def _argued(ground: Ground, cue: int) -> bool:
    """Whether a verb of condemning or demanding governs what is explained: لأن then argues for what is said."""
    first = max(ground.sentence(cue)[0], cue - ARGUED_REACH)
    return any(
        m.entry.cls == "trigger_verb" and str(m.entry.value).split(" ")[0] in SAID
        for t in range(first, cue)
        for m in ground.at.get(t, ())
    )


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


def bare_noun(ground: Ground, at: int) -> bool:
    """Whether للـ stands before a mere noun (للنقل الجوي، مصادر للتمويل), not a noun of action with its object."""
    if not ground.tokens[at].form.lstrip("وف").startswith("لل") or at + 1 >= len(ground.tokens):
        return False
    following = ground.tokens[at + 1]
    return not following.word or following.form.startswith("ال")


def _gerund(ground: Ground, at: int) -> Match | None:
    """The noun of action behind a ل; None where the letters are those of another word (لضربة, لمصالحها)."""
    ends = ground.raw(at).endswith("ة")
    for found in ground.at.get(at, ()):
        if found.entry.cls == "aim" and found.prefix.preposition == "ل":
            odd = (found.suffix == "ه" and ends) or (found.suffix == "ا" and found.entry.form.endswith("ه"))
            return None if odd else found
    return None


def by_subject(ground: Ground, at: int) -> bool:
    """Whether a noun of action behind a ل has its subject written to it, and an object behind it: then it is what
    somebody did, and a cause (لدعمهم النظام); with a preposition behind, its object is written to it (لحمايتهم من)."""
    found = _gerund(ground, at)
    if found is None or found.first != found.last or found.suffix not in _THEIRS or at + 1 >= len(ground.tokens):
        return False
    return ground.tokens[at + 1].form.startswith("ال") or at + 1 in ground.names


def purpose(ground: Ground, match: RuleMatch) -> bool:
    """ل + noun of action tells the purpose of an act, and is no object, task or routine."""
    first, _ = ground.sentence(match.first)
    at = match.first
    if _gerund(ground, at) is None or at in ground.actors or at in ground.places:
        return False
    if ground.is_in(at, "routine_aim") or ground.is_in(at - 1, "no_aim"):
        return False
    if bare_noun(ground, at) or not told_in_words(ground, at) or exposed(ground, at, first):
        return False
    before = at - 1
    if at - first <= 1:
        return opens_sentence(ground, at, first)
    if ground.tokens[before].form in SIGNS - {"،", ")", ","}:
        return False
    if taken_by_governor(ground, at, first):
        return False
    act = done(ground, at)
    if act is not None and _takes_object(ground, act, at):
        return False
    if act is None or act.sought or _object_of_main(ground, act) or _of_plan(ground, act):
        return False
    return act.verb or not _said(ground, act)


def _takes_object(ground: Ground, act: Act, at: int) -> bool:
    """Whether a ل right behind the genitive of a noun of action marks its object (رصد الجيش لتحرك الرتل)."""
    if act.verb or act.subject is None or act.subject.last + 1 != at or act.subject.first <= act.head:
        return False
    return not any(ground.is_in(act.head, cls) for cls in ("act_noun", "doing_noun", "plan_noun")) and (
        act.head not in ground.events
    )


def _of_plan(ground: Ground, act: Act) -> bool:
    """Whether an act is told of a plan, whose aim follows (برنامج تقوده الحكومة للتدريب …)."""
    return act.verb and object_pronoun(ground, act.head) and ground.is_in(act.head - 1, "plan_noun")


def _object_of_main(ground: Ground, act: Act) -> bool:
    """Whether the ل may belong to the verb before a relative clause: تسعى الحكومة التي تعمل من الخارج لتأمين …"""
    above = main_verb(ground, act.head) if act.verb else None
    return above is not None and seeks(ground, above)


def opens_sentence(ground: Ground, at: int, first: int) -> bool:
    """A purpose that opens its sentence: what it explains stands behind its comma ("لاستعادة البلدة، شن …"), or in
    the sentence before ("وذلك لاستعادة البلدة")."""
    if at > first:
        return ground.tokens[first].form.lstrip("وف") in PRONOUNS
    past = min(ground.sentence(at)[1], at + WINDOW)
    comma = next((t for t in range(at, past) if ground.tokens[t].form in "،,"), None)
    return comma is not None and any(acts(ground, t) for t in range(comma + 1, min(past, comma + 4)))


def stative(ground: Ground, act: Act) -> bool:
    """Whether an act is none: a verb of being, suffering or thinking, or a noun that a verb of being able governs."""
    return (act.verb and ground.is_in(act.head, "state_verb")) or act.able


def done(ground: Ground, cue: int) -> Act | None:
    """The act before a cue, None where the clause tells nothing that somebody does."""
    act = act_before(ground, cue)
    if act is None or stative(ground, act) or not (act.known or act.subject is not None):
        return None
    return act


def exposed(ground: Ground, at: int, first: int) -> bool:
    """Whether the ل belongs to تعرض, however far before: تعرضت الأحياء … لقصف."""
    if not ground.is_in(at, "suffered"):
        return False
    return any("تعرض" in ground.tokens[t].form for t in range(max(first, at - EXPOSED_REACH), at))


def acts(ground: Ground, t: int) -> bool:
    """Whether something is done at a token: a verb, an event, a noun of action."""
    return t in ground.events or ground.is_in(t, "act_noun") or ground.is_in(t, "aim") or ground.verb(t)


def taken_by_governor(ground: Ground, at: int, first: int) -> bool:
    """Whether a word before takes the ل: a verb like سعى, a noun like فرصة, the name of a body."""
    for back in range(1, VERB_REACH + 1):
        t = at - back
        if t < first or ground.tokens[t].form in SIGNS:
            return False
        for match in ground.at.get(t, ()):
            if match.suffix in ("ه", "ي"):  # شرطة is no شرط with a pronoun
                continue
            if match.entry.cls == "no_purpose" and back <= int(match.entry.value or 1) + (back == 2):
                return True
            if match.entry.cls == "body_noun" and back <= BODY_REACH:
                return True
            if match.entry.cls == "urges" and not match.suffix and _made_to(ground, t + 1, at):
                return True
        if ground.is_in(t, "act_noun") or t in ground.events:
            return False
    return False


def _made_to(ground: Ground, first: int, at: int) -> bool:
    """Whether between a verb like دفع and a ل stands only whom it makes act (دفع النظام لسحب قواته)."""
    t = ground.names_end.get(first, first) + 1
    if t < at and ground.tokens[t].form.startswith("ال"):
        t += 1
    return t == at and not ground.tokens[first].form.startswith(("ب", "ل"))


def verb(ground: Ground, match: RuleMatch) -> bool:
    """A purpose told by a verb in the imperfect, not a result."""
    at = match.last if match.last > match.first else match.first
    form = ground.tokens[at].form
    found = ground.match(at, "aim_verb")
    if found is None:
        return False
    bare = form[1:] if found.prefix.preposition == "ل" else form
    if found.prefix.preposition == "ل" and found.prefix.conjunction:
        bare = form[2:]
    if at == match.first and found.prefix.preposition != "ل":
        return False
    if bare[0] not in _IMPERFECT or (bare in _RESULTS and at == match.first):
        return False
    if _passive(ground, at) or ground.is_in(at, "perfect_t") or ground.is_in(at, "routine_aim"):
        return False
    if at > match.first and ground.tokens[at - 1].form == "لا":  # حتى لا, كي لا: why, also of what is only said
        return act_before(ground, match.first) is not None
    return done(ground, match.first) is not None


def _passive(ground: Ground, at: int) -> bool:
    """Whether a verb is written with the vowel of the passive (ليُقتل): what befalls somebody, no purpose."""
    return "\u064f" in ground.raw(at)[:4]


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
    if act is not None and (_said(ground, act) or _set_apart(ground, act, match.first) or _within_state(ground, act)):
        return False
    if act is not None and ground.is_in(act.head, "incident"):
        return False  # كان الحادث جراء …: who did it, not why
    if match.rule.name == "reasons.because" and _argued(ground, match.first):
        return False
    if act is None or not act.known or (act.verb and ground.is_in(act.head, "happens")):
        return False
    return act.subject is not None or act.ours or act.explained


def owing(ground: Ground, match: RuleMatch) -> bool:
    """The same for ل + a state (لوجود…), which no word before it may take for its object."""
    return not taken_by_governor(ground, match.first, ground.sentence(match.first)[0]) and cause(ground, match)


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
    harmed = any(ground.is_in(t, "mishap") for t in range(match.first + 1, match.last + 2))
    return doer is not None and not before[:1].isdigit() and not counted and not harmed


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


def always(ground: Ground, match: RuleMatch) -> bool:
    """No check."""
    return True


TESTS: Mapping[str, Callable[[Ground, RuleMatch], bool]] = {
    "strong": strong, "purpose": purpose, "verb": verb, "subject": subject, "cause": cause, "exchange": exchange,
    "before": always, "named": always, "opening": opening, "through": through, "told": always, "owing": owing,
    "until": until, "condition": condition,
    "cue": always,
}  # fmt: skip
