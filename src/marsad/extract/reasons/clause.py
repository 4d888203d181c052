"""The act that a cue explains and who does it, read from the clause: the nearest verb or noun of action before the
cue, and the subject that grammar gives it (verb_subject.py).

A noun of action has its doer behind it, or shares the subject of the verb that governs it. Who stands there need not
be an actor that a table knows: then the words of the noun phrase are who acts."""

from __future__ import annotations

from typing import NamedTuple

from marsad.extract.reasons.doers import NATION, doers_in
from marsad.extract.reasons.ground import SIGNS, Ground
from marsad.extract.reasons.phrases import PREPOSITIONS, noun_phrase
from marsad.extract.reasons.verb_subject import DEPTH, HARD, REACH, THAT, UNREAD, opens_relative, subject_of_verb
from marsad.extract.reasons.verbs import finite, object_pronoun, ours
from marsad.grammar.scene import Placed
from marsad.lexicon.entry import NOUN, VERB

# How many commas may stand between a cue and its act.
COMMAS = 3
# A verb behind a cue that opens its sentence stands within so many words.
BEHIND = 6
# A wish stands so many words before its أن.
BESIDE = 4
# A chain of genitives hangs on a word at most so far before it.
CONSTRUCT = 4
# Who acts stands so near behind من قبل.
AGENT = 5
_ACTS = ("act_verb", "aim_verb", "trigger_verb", "light", "trigger")
_POINTING = frozenset({"ذلك", "هذا"})
_COPULA = frozenset({"هو", "هي", "كان", "كانت", "يكن", "تكن", "ليس", "ليست"})
# Such a clause says what something is: nothing before it is what a cue behind it explains.
_IT_IS = frozenset({"فهو", "فهي", "فهم"})
_WHAT = frozenset({"ما", "وما", "فما"})  # ما تحتاجه هو …: the clause is about what is needed
_ALSO = frozenset({"ايضا", "فقط", "اساسا", "اصلا", "وذلك"})
_TIMES = frozenset(
    {"بعد", "قبل", "عقب", "خلال", "اثناء", "رغم", "منذ", "اثر", "قبيل", "غداه", "وسط", "مع", "دون", "لدي"}
)


class Act(NamedTuple):
    """What a cue explains: its word at `head`; `known` where a lexicon says that it is something that is done.

    `subject` is who does it, None where the clause does not say, or (`unread`) says it in words that tell nobody;
    `ours` where a speaker tells of his own side; `able` where somebody only can or must do it; `explained` where the
    clause is about the act itself (الانسحاب جاء بسبب …), so that it need not say who; `sought`
    where a verb of seeking governs it, whose object a ل brings in."""

    head: int
    verb: bool
    known: bool
    subject: Placed | None
    ours: bool = False
    able: bool = False
    unread: bool = False
    explained: bool = False
    sought: bool = False


def act_before(ground: Ground, cue: int) -> Act | None:
    """The act that the words before a cue tell, with its subject; None where they tell none."""
    if cue not in ground.acts:
        start = ground.sentence(cue)[0]
        before = cue
        if start and all(ground.tokens[t].form.lstrip("وف") in _POINTING for t in range(start, cue)) and start < cue:
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


def act_behind(ground: Ground, first: int, past: int) -> Act | None:
    """The first verb of a stretch of words behind a cue that opens its sentence, with its subject."""
    for t in range(first, min(past, first + BEHIND)):
        if t not in ground.names and finite(ground, t, first):
            return _of_verb(ground, t, past, DEPTH)
    return None


def _of_verb(ground: Ground, verb: int, cue: int, depth: int) -> Act:
    known = any(ground.is_in(verb, cls) for cls in _ACTS) and not ground.is_in(verb, "state_verb")
    able = ground.is_in(verb, "able_verb") or _wished(ground, verb) or ground.is_in(verb - 1, "can_verb")
    subject = _agent(ground, verb, cue) or subject_of_verb(ground, verb, cue, depth)
    unread = subject is UNREAD
    return Act(verb, True, known, None if unread else subject, ours(ground, verb), able, unread)


def _wished(ground: Ground, verb: int) -> bool:
    """Whether a verb stands behind أن of a wish or a duty (نتمنى أن تعود)."""
    if verb < 2 or ground.tokens[verb - 1].form != "ان":
        return False
    return any(ground.is_in(t, "called_for") for t in range(max(0, verb - 1 - BESIDE), verb - 1))


def _act(ground: Ground, before: int, cue: int, first: int, depth: int) -> Act | None:
    head = _head(ground, before, first)
    if head is None or depth == 0:
        return None
    if finite(ground, head, first):
        return _of_verb(ground, head, cue, depth)
    explained = _explained(ground, head, before)
    if _called_for(ground, head, first):
        return Act(head, False, True, None, able=True)
    doer = doer_of_noun(ground, head, cue)
    if doer is not None:
        return Act(head, False, True, doer, explained=explained)
    above = _act(ground, head, cue, first, depth - 1)
    if above is not None and _closed(ground, above, head):
        main = next((t for t in range(above.head - 1, first - 1, -1) if finite(ground, t, first)), None)
        above = _of_verb(ground, main, cue, depth - 1) if main is not None else above
    if above is None or explained:
        return Act(head, False, True, None, explained=explained)
    if above.verb and above.head == head - 1 and _is_subject(ground, above.head, head):
        # جاء الهجوم: the noun itself is the verb's subject, and nobody is named.
        return Act(head, False, True, None, explained=True)
    made = _made_to(ground, above, head)
    unread = above.unread and made is None
    sought = above.sought or (above.verb and seeks(ground, above.head))
    return Act(head, False, True, made or above.subject, above.ours, above.able, unread, sought=sought)


def _closed(ground: Ground, above: Act, noun: int) -> bool:
    """Whether the verb above has its object and its subject already, in a relative clause that ends before a noun:
    بدأ تحالف تقوده الحكومة حملة …"""
    if not above.verb or above.subject is None or not object_pronoun(ground, above.head):
        return False
    return above.head < above.subject.first and above.subject.last + 1 == noun


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
    return any(m.entry.cls == "no_purpose" and m.entry.part == VERB for m in ground.at.get(verb, ()))


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


def _head(ground: Ground, before: int, first: int) -> int | None:
    """The nearest verb or noun of action before a token."""
    commas, closed = 0, 0
    happens: int | None = None  # a verb that only says that an act comes (جاء), for want of its noun
    dating: int | None = None  # a noun that only dates another act (بعد القصف), for want of one
    t = before - 1
    while t >= first:
        form = ground.tokens[t].form
        if form == ")":
            closed += 1
        elif form == "(":
            closed = max(0, closed - 1)
        elif closed:
            pass
        elif form in HARD or form in THAT or form in _IT_IS:
            break
        elif form in "،,":
            commas += 1
            if commas > COMMAS:
                break
        elif t in ground.names:
            t = ground.names[t]
        elif finite(ground, t, first):
            describes = opens_relative(ground, t, first) or object_pronoun(ground, t)
            if describes and ground.is_in(t, "state_verb") and ground.tokens[t - 1].form not in _WHAT:
                t -= 1
                continue  # المدن التي تمثل محاور: only says what the act is about
            if not ground.is_in(t, "happens"):
                return happens if happens is not None else t
            if dating is not None:
                return dating
            happens = happens if happens is not None else t
        elif _action(ground, t):
            if t == first or ground.tokens[t - 1].form.lstrip("وف") not in _TIMES:
                return t
            dating = dating if dating is not None else t
        t -= 1
    return dating if happens is None else happens


def _action(ground: Ground, t: int) -> bool:
    """Whether a noun tells an action on which a purpose can hang."""
    named = any(ground.is_in(t, cls) for cls in ("act_noun", "doing_noun", "done_to"))
    return named or t in ground.events or _gerund(ground, t)


def _gerund(ground: Ground, t: int) -> bool:
    return any(m.entry.cls == "aim" and m.entry.part == NOUN and not m.prefix.article for m in ground.at.get(t, ()))


def _is_subject(ground: Ground, verb: int, noun: int) -> bool:
    """Whether the noun right behind a verb is its subject: definite, and the verb is of those that only happen."""
    if ground.is_in(verb, "light") and not ground.is_in(verb, "happens"):
        return False
    return ground.is_in(verb, "happens") or ground.tokens[noun].form.startswith("ال")


def _agent(ground: Ground, act: int, cue: int) -> Placed | None:
    """Who is named behind من قبل or its like."""
    for k in range(act + 1, cue):
        by = ground.match(k, "agent_prep")
        if by is not None:
            found = [p for p in doers_in(ground, k + 1, min(cue, k + AGENT)) if p.mention.rule != NATION]
            near = bool(found) and found[0].first <= by.last + 2  # no later one of those joined
            return found[0] if near else noun_phrase(ground, by.last + 1, min(cue, by.last + 1 + AGENT))
    return None


def doer_of_noun(ground: Ground, noun: int, cue: int) -> Placed | None:
    """Who does a noun of action: behind من قبل, in its genitive, or as the nation of its adjective."""
    agent = _agent(ground, noun, cue)
    if agent is not None:
        return agent
    match = next((m for m in ground.at.get(noun, ()) if m.entry.part == NOUN), None)
    suffixed = match is not None and bool(match.suffix)
    definite = ground.tokens[noun].form.startswith(("ال", "لل", "بال", "وال"))
    mine = ground.is_in(noun, "doing_noun") or not (
        ground.is_in(noun, "done_to") or (_gerund(ground, noun) and not ground.is_in(noun, "act_noun"))
    )
    for placed in doers_in(ground, noun, min(cue, noun + 4)):
        if placed.first <= noun:
            continue
        if placed.mention.rule == NATION:
            return placed
        # تدريب واشنطن لمقاتلي المعارضة: an object with ل makes the genitive who acts.
        acts = mine or (placed.last + 1 < cue and ground.tokens[placed.last + 1].form.startswith("ل"))
        between = range(noun + 1, placed.first)
        if definite or placed.prefix or not acts or suffixed:
            continue
        if any(ground.tokens[t].form in PREPOSITIONS or ground.tokens[t].form in SIGNS for t in between):
            continue
        if len(between) == 0 or any(ground.is_in(noun + 1, cls) for cls in ("striker", "member", "organ")):
            return placed
    if definite or suffixed or not mine:
        return None
    return noun_phrase(ground, noun + 1, min(cue, noun + 1 + AGENT))
