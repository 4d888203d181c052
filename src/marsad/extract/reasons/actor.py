"""Whose behaviour a cue in running text explains: by the clause, else by what looks most like a subject near it."""

from __future__ import annotations

from marsad.extract.reasons.asked import asked_by, calls
from marsad.extract.reasons.clause import Act, act_before, act_behind, wanted
from marsad.extract.reasons.deeds import denied_aim, set_apart
from marsad.extract.reasons.doers import doers_in, group_at
from marsad.extract.reasons.governor import Doer, best_doer, doer_before, doer_earlier
from marsad.extract.reasons.ground import SIGNS, Ground
from marsad.extract.reasons.noun_doer import doer_of_noun
from marsad.extract.reasons.phrases import own_men
from marsad.extract.reasons.speech import own_act, we
from marsad.extract.reasons.verb_subject import UNNAMED, agrees, subject_of_verb
from marsad.extract.reasons.verbs import PLURAL, finite
from marsad.grammar.grammar import RuleMatch
from marsad.model import ActorRef, Event

# Where nobody else acts, these tell what the speaker's own side does.
ATTEMPT = "reasons.attempt"
# The men of who acts stand so near before a noun of action (إن مقاتليه بادروا بالهجوم).
OWN_MEN = 3
# Behind these a sentence goes on with the one before.
GOES_ON = frozenset("؛;:")
BY_SPEAKER = frozenset({"named", "until"})
# A cue so near the start of its sentence opens it; what it explains stands behind.
OPENING = 2
# A verb's subject stands behind it within so many words.
VERB_SUBJECT = 6
# Who only looks like the subject needs so much to be named: in the same sentence, and carried over from one before.
LIKELY, LIKELY_EARLIER = 0.8, 0.8
# With so much there is somebody who acts, though it stays open who.
POSSIBLE = -0.6
# Where a cause or an aim is named as such, who is named in it may stand in any case but as a mere object.
UNLIKELY = -1.6
# A claim of responsibility holds for so many sentences behind it.
CLAIM, CLAIM_REACH = "claim_of_responsibility", 3
_OF_THEM = frozenset({"منه", "منها", "منهم"})
_JOINED_THAT = frozenset({"وان", "وبان", "فيما", "بينما"})
_OUR_REASON = frozenset({"لاننا", "لانني", "لاني"})
_THEIRS, _ONE = frozenset({"هم", "ها", "ه"}), frozenset({"ها", "ه"})
# The last events of a kind that have to agree on who did them.
RECENT = 3
# Who is told by the clause is surer than who only looks like it.
TOLD = 1.0


def actor_of(ground: Ground, match: RuleMatch, head: int, last: int, past: int) -> ActorRef | None:
    """The actor of the reason whose cue is `match` and whose words are head..last; None where the text names none."""
    test = str(match.rule.emit.get("test", "strong"))
    cue = match.first if test != "through" else head
    spoken = we(ground, match.first, last) if match.rule.emit.get("actor") != "behind" else None
    if spoken is not None or ground.tokens[match.first].form in _OUR_REASON:
        return spoken
    if match.rule.emit.get("whole"):
        parties = [p for p in doers_in(ground, head, last + 1) if p.mention.type == "armed_group"]
        if parties:  # a secret deal explains what the armed side of it does
            return Doer(parties[-1], TOLD).ref()
    act = _explained(ground, match, cue)
    if act is not None and not act.verb and act.subject is None and not act.ours:
        known = own_act(ground, act.head) or _of_event(ground, act, cue)
        if known is not None:
            return known
    doer = _doer(ground, match, test, cue, head, last, past)
    if doer is None and match.rule.emit["kind"] == "response" and (act is None or not act.verb):
        return _claimant(ground, cue)
    return doer.ref() if doer is not None else None


def _explained(ground: Ground, match: RuleMatch, cue: int) -> Act | None:
    """The act that a cue explains: a cause is that of wanting or allowing it, where an aim is that of doing it."""
    act = act_before(ground, cue)
    return wanted(ground, act) if match.rule.emit["kind"] == "cause" else act


def _claimant(ground: Ground, cue: int) -> ActorRef | None:
    """Who has claimed the act that is said to answer another: in this sentence, or right before."""
    for said in reversed(ground.analysis.statements):
        who = said.speaker
        if said.kind != CLAIM or who is None or said.start > ground.tokens[cue].start:
            continue
        near = ground.tokens[cue].sentence - ground.text.sentence_of(said.start) <= CLAIM_REACH
        return ActorRef(who.text, who.start, who.end, who.key, who.type) if near else None
    return None


def _of_event(ground: Ground, act: Act, cue: int) -> ActorRef | None:
    """Who the events layer says does it: in this event, or where it is definite in one of its kind told before."""
    here = [placed.mention for placed in ground.events.get(act.head, ())]
    for event in here:
        who = _party(event) if event.perpetrators else None
        if who is not None and _suffers(ground, act.head, who):
            continue  # اتخذ قرار ضرب الحزب
        if who is not None and (who.start is None or who.start < ground.tokens[cue].start):
            return who
    if not ground.tokens[act.head].form.lstrip("وف").startswith(("ال", "لل")):
        return None
    kinds = {event.type for event in here} | {
        str(m.entry.value).split()[0] for m in ground.at[act.head] if m.entry.cls == "trigger" and m.entry.value
    }
    start = ground.tokens[act.head].start
    told = [e for e in ground.analysis.events if e.type in kinds and e.start < start and e.perpetrators]
    return _party(told[-1]) if told and len({_name(e) for e in told[-RECENT:]}) == 1 else None


def _suffers(ground: Ground, noun: int, who: ActorRef) -> bool:
    """Whether who stands right behind a noun of action is whom it is done to."""
    behind = ground.tokens[noun + 1].start if noun + 1 < len(ground.tokens) else None
    return behind is not None and who.start == behind and ground.is_in(noun, "done_to")


def _party(event: Event) -> ActorRef:
    who = event.perpetrators[0]
    return ActorRef(who.text, who.start, who.end, who.key, who.type)


def _name(event: Event) -> str:
    return event.perpetrators[0].key or event.perpetrators[0].text


def _doer(ground: Ground, match: RuleMatch, test: str, cue: int, head: int, last: int, past: int) -> Doer | None:
    goal = match.rule.emit["kind"] == "goal"
    if goal and ground.tokens[head].form == "من" and head + 1 in ground.actors:
        return Doer(ground.actors[head + 1][0], TOLD)  # في محاولة من التنظيم
    if goal and any(ground.tokens[t].form in _OF_THEM for t in range(match.first, match.last + 1)):
        return doer_before(ground, cue)  # في محاولة منهم
    if match.rule.name == ATTEMPT and head in ground.actors:
        return Doer(ground.actors[head][0], TOLD)  # في مساع للتنظيم للسيطرة
    if test == "named":
        named = best_doer(ground, match.first, match.last + 1, match.last + 1)
        named = named or doer_before(ground, match.first)
        if named is None:
            named = doer_earlier(ground, match.first)
            return named if named is not None and named.score >= LIKELY_EARLIER else None
        return named if named.score > UNLIKELY else None
    if match.rule.emit.get("actor") == "behind":
        subject = subject_of_verb(ground, match.first, past)
        if subject is not None:
            return Doer(subject, TOLD) if subject not in UNNAMED else None
        return best_doer(ground, match.first + 1, min(past, match.first + VERB_SUBJECT), match.first + 1)
    if test in ("rather", "traced"):
        return _of_cue(ground, match, test, past)
    act = _explained(ground, match, cue)
    if test == "exchange" and act is not None and act.unread:
        return doer_before(ground, cue)  # تطالب بالإفراج عن … مقابل
    if test == "purpose" and act is not None and (act.called or _tells_of(ground, act)):
        return None  # دعا الأحزاب إلى الحوار لـ…, كشف الوزير عن توجه حكومته لـ…: another act, or none
    if act is not None and goal and (_held_back(ground, act, cue) or _only_calls(ground, act, cue)):
        return None
    leads = test == "opening" or opens(ground, match.first) or _leads(ground, match.first, last)
    if leads and (act is None or act.subject is None):
        act = act_behind(ground, last + 1, past) or act
        if act is None or act.subject is None:
            behind = best_doer(ground, last + 1, past, last + 1)
            if act is not None and act.verb and act.head > last:
                return behind if behind is not None and act.subject is None and not act.unread else None
            goes_on = ground.tokens[max(0, ground.sentence(cue)[0] - 1)].form in GOES_ON
            if goes_on and behind is None and cue == ground.sentence(cue)[0]:
                return _nearest(ground, act, act.head, test) if act is not None else None
            told = behind is not None or (not goes_on and any(t in ground.actors for t in range(head + 1, past)))
            return behind if told else doer_earlier(ground, cue) if act is None else None
    if act is not None and goal and set_apart(ground, act, cue):
        return None
    if act is not None and act.subject is not None:
        return Doer(act.subject, TOLD)
    men = _own_men(ground, act) if act is not None else None
    if act is not None and men is not None:
        owner = doer_before(ground, act.head)
        # قال الشيخ فلان إن رجاله قصفوا: his men, not he
        theirs = owner is not None and owner.mention.mention.type == "person"
        return Doer(group_at(ground, men), TOLD) if theirs else owner
    if test == "subject" and act is not None and act.verb and match.first - 1 not in ground.names:
        return None  # … بأنها إرهاب يهدف إلى: another subject stands before the cue
    if act is not None and (act.ours or act.unread or act.somebody):
        return None
    return _nearest(ground, act, cue, test)


def _of_cue(ground: Ground, match: RuleMatch, test: str, past: int) -> Doer | None:
    """Who is said not to aim at one thing but at another; whose deed is traced to its cause."""
    if test == "rather":
        aiming = denied_aim(ground, match.first)
        who = subject_of_verb(ground, aiming, match.first) if aiming is not None and ground.verb(aiming) else None
        return Doer(who, TOLD) if who is not None and who not in UNNAMED else None
    for t in range(match.first + 1, match.last):
        if t in ground.events or ground.is_in(t, "act_noun"):
            doer = doer_of_noun(ground, t, min(past, match.last))
            return Doer(doer, TOLD) if doer is not None else None
    return None


def _nearest(ground: Ground, act: Act | None, cue: int, test: str) -> Doer | None:
    """Where the clause leaves its subject out: who acts before it, in its sentence or in those before.

    Nobody rather than another: who does not clearly stand as a subject is left out."""
    doer = doer_before(ground, act.head if act is not None else cue, strict=True)
    if act is None and test not in BY_SPEAKER and doer is not None and not opens(ground, doer.mention.first):
        return None  # nothing tells what is done: only who opens the sentence is taken for its subject
    if doer is not None and act is not None and _of_another(ground, doer, act):
        doer = None
    if doer is not None and act is not None and _elsewhere(ground, doer, act):
        return None
    if doer is not None and doer.score >= (POSSIBLE if act is not None and _points_back(ground, act) else LIKELY):
        return doer
    if act is not None and (doer is None or doer.score <= 0) and (act.verb or _definite(ground, act.head)):
        earlier = doer_earlier(ground, cue)
        if earlier is not None and earlier.score >= LIKELY_EARLIER:
            return earlier
    return doer_before(ground, cue) if doer is None and test in BY_SPEAKER else None


def _held_back(ground: Ground, act: Act, cue: int) -> bool:
    """Whether what follows is what somebody is kept from (لوقف الحوثيين للاستيلاء على …), no aim of who keeps them."""
    if act.verb or not ground.is_in(act.head, "keeps_from") or act.head + 1 not in ground.actors:
        return False
    return ground.actors[act.head + 1][0].last + 1 == cue


def _only_calls(ground: Ground, act: Act, cue: int) -> bool:
    """Whether the only act before a cue is to call for another, of whom nobody knows who is to do it."""
    return act.verb and calls(ground, act.head) and asked_by(ground, act.head, cue) is None


def _tells_of(ground: Ground, act: Act) -> bool:
    """Whether the only verb before a cue is one of telling what somebody does, in words that are no act."""
    return act.verb and act.head in ground.cues and not ground.is_in(act.head, "announces")


def _of_another(ground: Ground, doer: Doer, act: Act) -> bool:
    """Whether an act is none of an actor told before: its verb does not agree, or its noun stands in a clause of its
    own, joined to that of the actor (… يسيطر التنظيم، وأن العملية …)."""
    if act.verb:
        if doer.mention.mention.type == "person" and ground.tokens[act.head].form.endswith(PLURAL):
            return True  # قال الأمير: اختاروا المساجد …
        imperfect = ground.tokens[act.head].form.lstrip("وفس").startswith("ي")
        return imperfect and not agrees(ground, doer.mention, act.head)
    plural = ground.tokens[doer.mention.first].form.endswith(("ون", "ين"))
    if plural and any(m.suffix in _ONE for m in ground.at[act.head]) and not ground.raw(act.head).endswith("ة"):
        return True  # فلول الحوثيين …، وتدخلها
    return any(ground.tokens[t].form in _JOINED_THAT for t in range(doer.mention.last + 1, act.head))


def _elsewhere(ground: Ground, doer: Doer, act: Act) -> bool:
    """Whether who acts is told with another act, behind من قبل of that one (الجرائم المرتكبة من قبل …)."""
    first = doer.mention.first
    by = any(ground.is_in(t, "agent_prep") for t in (first - 1, first - 2) if t >= 0)
    between = range(doer.mention.last + 1, act.head)
    return by and any(ground.tokens[t].form in SIGNS or finite(ground, t, first) for t in between)


def _definite(ground: Ground, noun: int) -> bool:
    """Whether a noun of action is one that was told before: with an article, a pronoun or a genitive."""
    if ground.tokens[noun].form.lstrip("وفبك").startswith(("ال", "لل")):
        return True
    if any(m.suffix in _THEIRS for m in ground.at[noun]):
        return True
    following = ground.tokens[noun + 1] if noun + 1 < len(ground.tokens) else None
    return following is not None and (following.form.startswith("ال") or noun + 1 in ground.names)


def _points_back(ground: Ground, act: Act) -> bool:
    """Whether an act has its doers in a plural or a pronoun, so that they were told right before (محاولتهم التسلل)."""
    if act.verb:
        return ground.tokens[act.head].form.endswith(PLURAL)
    return any(m.suffix in _THEIRS for t in (act.head - 1, act.head) if t >= 0 for m in ground.at[t])


def _own_men(ground: Ground, act: Act) -> int | None:
    """The men of an actor told before, where they stand beside the verb (إن مقاتليه بادروا)."""
    if act.subject is not None:
        return None
    if act.verb:
        beside = [t for t in (act.head - 1, act.head + 1) if 0 <= t < len(ground.tokens)]
    else:
        beside = [t for t in range(max(0, act.head - OWN_MEN), act.head - 1) if finite(ground, t + 1, t)]
    return next((t for t in beside if own_men(ground, t)), None)


def somebody_acts(ground: Ground, cue: int) -> bool:
    """Whether an act before a cue has somebody near who may do it, though the clause does not tell who."""
    act = act_before(ground, cue)
    if act is None or act.ours or act.unread:
        return False
    if act.somebody:
        return True
    for doer in (doer_before(ground, act.head, strict=True), doer_earlier(ground, cue)):
        if doer is not None and doer.score > POSSIBLE:
            return True
    return False


def _leads(ground: Ground, cue: int, last: int) -> bool:
    """Whether a reason joined with و behind a comma is that of the clause behind it (…، وخوفاً من هجوم، أرسل …)."""
    tokens = ground.tokens
    if not tokens[cue].form.startswith("و") or tokens[cue - 1].form not in "،," or last + 2 >= len(tokens):
        return False
    return tokens[last + 1].form in "،," and finite(ground, last + 2, cue)


def opens(ground: Ground, token: int) -> bool:
    """Whether a cue opens its sentence, so that what it explains stands behind it."""
    return token - ground.sentence(token)[0] <= OPENING
