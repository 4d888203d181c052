"""Who is asked, allowed, made or accused to do what follows: that one acts, not who asks."""

from __future__ import annotations

from marsad.extract.reasons.act_head import action
from marsad.extract.reasons.doers import NATION, doers_in
from marsad.extract.reasons.ground import STRONG_SIGNS, Ground
from marsad.extract.reasons.phrases import PHRASE, noun_phrase
from marsad.extract.reasons.relatives import THAT, UNREAD
from marsad.extract.reasons.verb_subject import UNNAMED, subject_of_verb
from marsad.extract.reasons.verbs import finite
from marsad.grammar.scene import Placed
from marsad.lexicon.entry import VERB

# Who stands behind a noun of asking is asked (متهما فلانا), or asks unless ل brings it in (دعوته لفلان).
# A verb that calls for an act does not tell that it is done.
_OBJECT, _CALL = "object", "call"
# Who is asked stands so near behind the word.
NEAR = 4
_MANY = ("وا", "ون", "ان")
_TO = frozenset({"الي", "علي", "من"})


def asked(ground: Ground, head: int, first: int) -> Placed | None:
    """Who is asked to do what the noun of action at `head` tells; UNREAD where words tell them that nobody knows, None
    where nobody is asked."""
    t = asker(ground, head, first)
    if t is None:
        return None
    if asks(ground, t):
        return _object(ground, t, head) or UNREAD
    found = next(m for m in ground.at[t] if m.entry.cls == "asks")
    return _of_noun(ground, t, head, found.entry.value == _OBJECT)


def asker(ground: Ground, head: int, first: int) -> int | None:
    """The word of asking or allowing that governs the noun of action at `head`; None where none does."""
    for t in range(head - 1, first - 1, -1):
        form = ground.tokens[t].form
        if form in STRONG_SIGNS or form in THAT:
            return None
        if t in ground.names:
            continue
        if any(m.entry.cls == "asks" and m.entry.part != VERB for m in ground.at[t]):
            return t
        if finite(ground, t, first) or action(ground, t):
            return t if asks(ground, t) else None
    return None


def asks(ground: Ground, verb: int) -> bool:
    """Whether a verb is one of asking or allowing."""
    return any(m.entry.cls == "asks" and m.entry.part == VERB for m in ground.at[verb])


def called_for(ground: Ground, head: int, first: int) -> bool:
    """Whether an act is only called for by the verb that governs it."""
    t = asker(ground, head, first)
    return t is not None and calls(ground, t)


def calls(ground: Ground, t: int) -> bool:
    """Whether a word calls for an act, and does not tell that it is done."""
    return any(m.entry.cls == "asks" and m.entry.value == _CALL for m in ground.at[t])


def asked_by(ground: Ground, verb: int, cue: int) -> Placed | None:
    """Who is asked by a verb right before a cue, where what they are to do follows them; None where nobody is."""
    if not asks(ground, verb):
        return None
    who = _object(ground, verb, cue)
    if who is None or not any(_brings_in(ground, t) for t in range(who.last + 1, cue)):
        return None
    return who


def _object(ground: Ground, verb: int, past: int) -> Placed | None:
    """The first one named behind a verb who is not its subject."""
    subject = subject_of_verb(ground, verb, past)
    after = verb
    if subject is not None and subject not in UNNAMED and subject.first > verb and not _differs(ground, verb, subject):
        # دعا المبعوث الأحزاب: what follows a definite noun may be no adjective of it
        after = subject.first if subject.mention.rule == PHRASE else subject.last
    for placed in doers_in(ground, after + 1, past):
        joined = placed.first == after + 1 and placed.prefix.startswith("و")
        if after > verb and placed.mention.type == "person" and ground.is_in(placed.first - 1, "rank"):
            after = placed.last  # رئيس الأركان الجنرال فلان: who asks
            continue
        if placed.mention.rule != NATION and not joined and not any(letter in placed.prefix for letter in "بك"):
            return placed if placed.first - after <= NEAR else None
        after = placed.last
    phrases = (noun_phrase(ground, t, past) for t in range(after + 1, min(past, after + NEAR))) if after > verb else ()
    return next((phrase for phrase in phrases if phrase is not None), None)


def _differs(ground: Ground, verb: int, who: Placed) -> bool:
    """Whether who stands behind a verb is none that it can have for its subject: وحث الحكومة على …"""
    form = ground.tokens[verb].form
    feminine = form.endswith(("ت", "تا")) or form.lstrip("وفس").startswith("ت")
    return not feminine and ground.raw(who.first).endswith("ة") and not form.endswith(_MANY)


def _of_noun(ground: Ground, noun: int, past: int, is_object: bool) -> Placed | None:
    named = doers_in(ground, noun + 1, past)
    for placed in named:
        if placed.mention.rule == NATION:
            continue
        brought = any(ground.tokens[t].form.startswith("ل") for t in range(noun + 1, placed.first + 1))
        if brought or (is_object and placed.first - noun <= NEAR):
            return placed
    phrase = noun_phrase(ground, noun + 1, past)
    return phrase if is_object and phrase is not None else UNREAD if named or phrase is not None else None


def _brings_in(ground: Ground, t: int) -> bool:
    """Whether a word brings in what somebody is asked to do (إلى الوقوف, بالانسحاب)."""
    return ground.tokens[t].form in _TO or any(m.prefix.preposition == "ب" for m in ground.at[t])
