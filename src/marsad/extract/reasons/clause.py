"""The act that a cue explains and who does it, read from the clause: the nearest verb or noun of action before the
cue, and the subject that grammar gives it (verb_subject.py).

A noun of action has its doer behind it (noun_doer.py), or shares the subject of the verb that governs it. Who stands
there need not be an actor that a table knows: then the words of the noun phrase are who acts."""

from __future__ import annotations

from typing import NamedTuple

from marsad.extract.reasons.act_head import THERE, TIMES, act_head, their_own
from marsad.extract.reasons.asked import asked, asked_by, asker, asks, called_for
from marsad.extract.reasons.doers import NATION, doers_in
from marsad.extract.reasons.ground import SIGNS, Ground
from marsad.extract.reasons.noun_doer import agent, doer_of_noun
from marsad.extract.reasons.phrases import PREPOSITIONS
from marsad.extract.reasons.relatives import REACH, THAT, UNREAD, opens_relative
from marsad.extract.reasons.verb_subject import DEPTH, SOMEBODY, UNNAMED, subject_behind, subject_of_verb
from marsad.extract.reasons.verbs import finite, object_pronoun, ours
from marsad.grammar.scene import Placed
from marsad.lexicon.entry import VERB

# A verb behind a cue that opens its sentence stands within so many words.
BEHIND = 12
# A wish stands so many words before its أن.
BESIDE = 4
# A chain of genitives hangs on a word at most so far before it.
CONSTRUCT = 4
# The subject of a verb stands at most so far before it.
CLAUSE = 12
_ACTS = ("act_verb", "aim_verb", "trigger_verb", "light", "trigger")
_POINTING = frozenset({"ذلك", "هذا"})
_COPULA = frozenset({"هو", "هي", "كان", "كانت", "يكن", "تكن", "ليس", "ليست"})
_DONE = frozenset({"تم", "يتم", "تتم", "تمت", "جري", "يجري", "تجري", "جرت"})
_IS_DONE = frozenset({"يتم", "تتم", "يجري", "تجري"})
_IF = frozenset({"لو", "فلو", "ولو", "اذا", "فاذا", "واذا"})
_OWN = ("ها", "هم", "ته")
_ALSO = frozenset({"ايضا", "فقط", "اساسا", "اصلا", "وذلك"})


class Act(NamedTuple):
    """What a cue explains: its word at `head`; `known` where a lexicon says that it is something that is done.

    `subject` is who does it, None where the clause does not say, or (`unread`) says it in words that tell nobody;
    `ours` where a speaker tells of his own side; `able` where somebody only can or must do it; `explained` where the
    clause is about the act itself (الانسحاب جاء بسبب …), so that it need not say who; `sought` where a verb of seeking
    governs it, whose object a ل brings in; `somebody` where people do it of whom the clause does not tell whose they
    are; `called` where it is only called for."""

    head: int
    verb: bool
    known: bool
    subject: Placed | None
    ours: bool = False
    able: bool = False
    unread: bool = False
    explained: bool = False
    sought: bool = False
    somebody: bool = False
    called: bool = False


def act_before(ground: Ground, cue: int) -> Act | None:
    """The act that the words before a cue tell, with its subject; None where they tell none."""
    if cue not in ground.acts:
        start = ground.sentence(cue)[0]
        before = cue
        if start and cue == start and ground.tokens[start - 1].word:
            # A line that only gives the reason of the one before.
            start, before = ground.text.sentence_tokens[ground.tokens[start - 1].sentence]
        elif start and cue == start and ground.tokens[start - 1].form in "؛;":
            start, before = ground.text.sentence_tokens[ground.tokens[start - 1].sentence]
            before -= 1
        elif start and all(ground.tokens[t].form.lstrip("وف") in _POINTING for t in range(start, cue)) and start < cue:
            # "وذلك من أجل …" goes on with the sentence before.
            start, before = ground.text.sentence_tokens[ground.tokens[start - 1].sentence]
            before -= not ground.tokens[before - 1].word
        act = _act(ground, before, before, max(start, before - REACH), DEPTH)
        ground.acts[cue] = _behind_aside(ground, act, before) if act is not None else None
    return ground.acts[cue]


def _behind_aside(ground: Ground, act: Act, cue: int) -> Act:
    """The act, or the main verb where that tells no act and a comma closes the clause between them: تعذر تطبيق هدنة
    أعلنتها المنظمة، بسبب …"""
    closed = cue > 0 and ground.tokens[cue - 1].form in "،,"
    if not (closed and act.verb and object_pronoun(ground, act.head)):
        return act
    first = max(ground.sentence(act.head)[0], act.head - REACH)
    above = next((t for t in range(act.head - 1, first - 1, -1) if finite(ground, t, first)), None)
    if above is None or not (ground.is_in(above, "able_verb") or ground.is_in(above, "state_verb")):
        return act
    return _of_verb(ground, above, cue, DEPTH)


def wanted(ground: Ground, act: Act | None) -> Act | None:
    """The act with who wants, allows or asks for it as its subject: لا تريد الحكومة أن ينسحب الحلف، لأن … is why she
    does not want it."""
    if act is None:
        return None
    first = max(ground.sentence(act.head)[0], act.head - CLAUSE)
    asking = act.head if asks(ground, act.head) else asker(ground, act.head, first) if not act.verb else None
    if asking is not None and asks(ground, asking):
        who = subject_of_verb(ground, asking, act.head)
        return act._replace(subject=None if who in UNNAMED else who, unread=who in UNNAMED)
    if not act.verb or ground.tokens[act.head].form.lstrip("وف")[:1] not in ("ي", "ت"):
        return act
    that = next((t for t in range(act.head - 1, first - 1, -1) if ground.tokens[t].form == "ان"), None)
    if that is None or any(ground.tokens[t].form in SIGNS for t in range(that, act.head)):
        return act
    above = next((t for t in range(that - 1, max(first, that - BESIDE) - 1, -1) if ground.is_in(t, "wants")), None)
    return _of_verb(ground, above, that, DEPTH) if above is not None else act


def act_behind(ground: Ground, first: int, past: int) -> Act | None:
    """The first verb of a stretch of words behind a cue that opens its sentence, with its subject."""
    for t in range(first, min(past, first + BEHIND)):
        if t not in ground.names and finite(ground, t, first):
            who = subject_behind(ground, t, past) if ground.tokens[t - 1].form in "،," else None
            if who is not None and who not in UNNAMED:
                return Act(t, True, True, who)  # وخوفاً من هجوم، أرسل الرئيس …
            return _of_verb(ground, t, past, DEPTH)
    return None


def _of_verb(ground: Ground, verb: int, cue: int, depth: int) -> Act:
    known = any(ground.is_in(verb, cls) for cls in _ACTS) and not ground.is_in(verb, "state_verb")
    able = ground.is_in(verb, "able_verb") or _wished(ground, verb) or ground.is_in(verb - 1, "can_verb")
    able = able or ground.tokens[verb - 1].form in _IF
    if ground.tokens[verb].form.lstrip("وفس") in _DONE and not opens_relative(ground, verb, ground.sentence(verb)[0]):
        # يتم حالياً تعقب ذلك: what is done has no subject but behind من قبل
        by = agent(ground, verb, cue)
        return Act(verb, True, known, by, able=able, unread=by is None)
    subject = agent(ground, verb, cue) or asked_by(ground, verb, cue) or subject_of_verb(ground, verb, cue, depth)
    if subject is None:
        subject = _of_subject(ground, verb, cue)
    if subject is SOMEBODY or ground.is_in(verb, "receives"):
        # Who receives something is not whose aim it serves: تلقى المتدربون بنادق كي …
        return Act(verb, True, known, None, ours(ground, verb), able, somebody=True)
    unread = subject is UNREAD
    own = ours(ground, verb)
    we = own and ground.tokens[verb].form.lstrip("وفس").startswith("ن")  # نطالب الصليب: he is spoken to
    return Act(verb, True, known, None if unread or we else subject, own, able, unread)


def _of_subject(ground: Ground, verb: int, cue: int) -> Placed | None:
    """Who does the act that stands as the subject of a verb: هذه الغارة الأمريكية نفذت …"""
    first = max(ground.sentence(verb)[0], verb - CLAUSE)
    for t in range(verb - 1, first - 1, -1):
        form = ground.tokens[t].form
        if form in SIGNS or form in THAT or finite(ground, t, first):
            return None
        if t in ground.events or ground.is_in(t, "act_noun"):
            governed = t > first and ground.tokens[t - 1].form in PREPOSITIONS
            return None if governed else doer_of_noun(ground, t, cue)
    return None


def _wished(ground: Ground, verb: int) -> bool:
    """Whether a verb stands behind أن of a wish or a duty (نتمنى أن تعود)."""
    if verb < 2 or ground.tokens[verb - 1].form != "ان":
        return False
    return any(ground.is_in(t, "called_for") for t in range(max(0, verb - 1 - BESIDE), verb - 1))


def _act(ground: Ground, before: int, cue: int, first: int, depth: int) -> Act | None:
    head = act_head(ground, before, first)
    if head is None or depth == 0:
        return None
    if ground.tokens[head].form in THERE:
        return Act(head, False, True, None, unread=True)
    if finite(ground, head, first):
        return _of_verb(ground, head, cue, depth)
    explained = _explained(ground, head, before)
    if _called_for(ground, head, first):
        return Act(head, False, True, None, able=True)
    doer = doer_of_noun(ground, head, cue)
    if doer is None and their_own(ground, head, first):
        doer = _they(ground, head, first)
        return Act(head, False, True, doer, unread=doer is None)
    if doer is not None:
        return Act(head, False, True, doer, explained=explained)
    who = asked(ground, head, first)
    if who is not None:
        unread, called = who is UNREAD, called_for(ground, head, first)
        explained = explained or unread
        return Act(head, False, not called, None if unread else who, unread=unread, explained=explained, called=called)
    above = _act(ground, head, cue, first, depth - 1)
    if above is not None and not above.verb and _of_several(ground, head, above):
        main = next((t for t in range(above.head - 1, first - 1, -1) if finite(ground, t, first)), None)
        above = _of_verb(ground, main, cue, depth - 1) if main is not None else above
    if above is not None and _closed(ground, above, head):
        main = next((t for t in range(above.head - 1, first - 1, -1) if finite(ground, t, first)), None)
        above = _of_verb(ground, main, cue, depth - 1) if main is not None else above
    if above is None or explained:
        # منذ بدء المحادثات: what only dates another act has its own doer
        dated = head > first and ground.tokens[head - 1].form.lstrip("وف") in TIMES
        return Act(head, False, True, None, unread=dated, explained=explained)
    if above.verb and above.head == head - 1 and _is_subject(ground, above.head, head):
        # جاء الهجوم: the noun itself is the verb's subject, and nobody is named.
        done = ground.tokens[above.head].form.lstrip("وف") in _IS_DONE
        return Act(head, False, True, None, unread=done, explained=True)
    made = _made_to(ground, above, head)
    if above.verb and ground.is_in(above.head, "opposes") and made is None:
        return Act(head, False, True, None, unread=True, explained=True)  # أفشل الجيش هجوماً يهدف إلى …
    if made is None and _told_of(ground, above, head):
        told = head in ground.events or ground.is_in(head, "act_noun")
        return Act(head, False, True, None, above.ours, above.able, unread=True, explained=told)
    unread = above.unread and made is None and not ground.tokens[head].form.endswith(_OWN)
    explained = unread and not above.verb and above.explained
    sought = above.sought or (above.verb and seeks(ground, above.head) and not object_pronoun(ground, above.head))
    who = made or above.subject
    return Act(head, False, True, who, above.ours, above.able, unread, explained, sought, above.somebody, above.called)


def _closed(ground: Ground, above: Act, noun: int) -> bool:
    """Whether the verb above has its object and its subject already, in a relative clause that ends before a noun:
    بدأ تحالف تقوده الحكومة حملة …"""
    if not above.verb or above.subject is None or not object_pronoun(ground, above.head):
        return False
    behind = above.subject.last + 1
    if any(m.prefix.preposition for m in ground.at[noun]):
        return False  # المبادرة التي أطلقها الرئيس لقيام …
    return above.head < above.subject.first and (behind == noun or ground.tokens[behind].form in "،,")


def _told_of(ground: Ground, above: Act, noun: int) -> bool:
    """Whether a verb of speech only tells of an act: who speaks is not who acts, unless the act is told with his
    pronoun, or as what he announces."""
    if not above.verb or not ground.is_in(above.head, "say"):
        return False
    if ground.is_in(above.head, "announces") or ground.is_in(above.head, "urges"):
        return False
    return not any(ground.tokens[t].form.endswith(_OWN) for t in (noun - 1, noun))


def _of_several(ground: Ground, noun: int, above: Act) -> bool:
    """Whether a noun of action is that of several (استخدامهم القاعدة), and who does the one above is one."""
    if not ground.tokens[noun].form.endswith("هم") or above.subject is None:
        return False
    following = ground.tokens[noun + 1] if noun + 1 < len(ground.tokens) else None
    if following is None or not following.word or following.form in PREPOSITIONS:
        return False  # وتدريبهم على …: they are trained
    return not ground.tokens[above.subject.first].form.endswith(("ون", "ين", "ات"))


def _called_for(ground: Ground, noun: int, first: int) -> bool:
    """Whether a noun of action is only called for (ضرورة تكاتف الجهود), with its genitives between them."""
    for t in range(noun - 1, max(first, noun - CONSTRUCT) - 1, -1):
        if ground.is_in(t, "called_for"):
            return True
        if t in ground.names:
            continue
        if ground.tokens[t].form in SIGNS or ground.tokens[t].form in PREPOSITIONS or finite(ground, t, first):
            return False
    return False


def seeks(ground: Ground, verb: int) -> bool:
    """Whether a verb takes its object with ل (يسعى لـ)."""
    return any(m.entry.cls == "no_purpose" and m.entry.part == VERB for m in ground.at[verb])


def _explained(ground: Ground, noun: int, cue: int) -> bool:
    """Whether what stands right before a cue only says of a noun of action that it is or comes."""
    t = cue - 1
    while t > noun and ground.tokens[t].form in _ALSO:
        t -= 1
    return t > noun and (ground.tokens[t].form in _COPULA or ground.is_in(t, "happens"))


def _made_to(ground: Ground, above: Act, head: int) -> Placed | None:
    """Who is asked or made to act by the verb above: دفع الهجوم الجيش إلى الانسحاب."""
    if not above.verb or not ground.is_in(above.head, "urges"):
        return None
    named = [p for p in doers_in(ground, above.head + 1, head) if p.mention.rule != NATION]
    others = [p for p in named if above.subject is None or p.first != above.subject.first]
    return others[-1] if others and not any(letter in others[-1].prefix for letter in "بك") else None


def _they(ground: Ground, noun: int, first: int) -> Placed | None:
    """Who they are: those named last before, in the clause of the noun."""
    named = [p for p in doers_in(ground, first, noun - 1) if p.mention.rule != NATION and p.mention.type != "person"]
    return named[-1] if named else None


def _is_subject(ground: Ground, verb: int, noun: int) -> bool:
    """Whether the noun right behind a verb is its subject: definite, and the verb is of those that only happen."""
    if ground.is_in(verb, "light") and not ground.is_in(verb, "happens"):
        return False
    return ground.is_in(verb, "happens") or ground.tokens[noun].form.startswith("ال")
