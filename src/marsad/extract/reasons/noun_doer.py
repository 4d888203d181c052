"""Who does a noun of action: behind من قبل, in its genitive, or as the nation of its adjective."""

from __future__ import annotations

from marsad.extract.reasons.doers import GROUP, METONYMY, NATION, THEIRS, doers_in
from marsad.extract.reasons.ground import SIGNS, Ground
from marsad.extract.reasons.phrases import PHRASE, PREPOSITIONS, noun_phrase
from marsad.extract.reasons.verbs import finite
from marsad.grammar.scene import Placed
from marsad.lexicon.entry import NOUN
from marsad.model import Actor

# Forces that are sent are told with whose they are in so many words (نشر مئات الجنود التابعين للجيش).
SENT = 7
# The object of a gerund stands so near behind who acts, with adjectives of his between them.
OBJECT = 3
_ACTS = frozenset({"act_noun", "aim", "trigger", "doing_noun"})
# Who acts stands so near behind من قبل.
AGENT = 5


def gerund(ground: Ground, t: int) -> bool:
    return any(m.entry.part == NOUN and not m.prefix.article for m in ground.matches.starting(t, "aim"))


def agent(ground: Ground, act: int, cue: int) -> Placed | None:
    """Who is named behind من قبل or its like."""
    held = ground.matches.holding["agent_prep"]
    for k in range(act + 1, cue) if held else ():
        by = ground.match(k, "agent_prep") if k in held else None
        if by is not None:
            found = [p for p in doers_in(ground, k + 1, min(cue, k + AGENT)) if p.mention.rule != NATION]
            near = bool(found) and found[0].first <= by.last + 2  # no later one of those joined
            return found[0] if near else noun_phrase(ground, by.last + 1, min(cue, by.last + 1 + AGENT))
    return None


def _signs(ground: Ground, first: int, past: int) -> bool:
    return any(ground.tokens[t].form in SIGNS or finite(ground, t, first) for t in range(first, past))


def doer_of_noun(ground: Ground, noun: int, cue: int) -> Placed | None:
    """Who does a noun of action: behind من قبل, in its genitive, or as the nation of its adjective."""
    named = agent(ground, noun, cue)
    if named is not None:
        return named
    match = next((m for m in ground.at[noun] if m.entry.part == NOUN), None)
    suffixed = match is not None and bool(match.suffix)
    definite = ground.tokens[noun].form.startswith(("ال", "لل", "بال", "وال"))
    if ground.is_in(noun, "own_forces"):
        own = noun_phrase(ground, noun + 1, min(cue, noun + 1 + AGENT))
        if own is not None and own.last == noun + 2 and ground.is_in(own.last, "nation_adjective"):
            return own  # وصول قوات إماراتية ضمن التحالف
        sent = [p for p in doers_in(ground, noun + 1, min(cue, noun + SENT)) if p.mention.rule not in (NATION, GROUP)]
        if sent and not _signs(ground, noun + 1, sent[0].first):
            # إعادة حشد القوات: who is sent, not whose they are
            return None if sent[0].first == sent[0].last and ground.is_in(sent[0].first, "sent_alone") else sent[0]
        return noun_phrase(ground, noun + 1, min(cue, noun + 1 + AGENT)) if noun + 1 in ground.places else None
    mine = ground.is_in(noun, "doing_noun") or not (
        ground.is_in(noun, "done_to") or (gerund(ground, noun) and not ground.is_in(noun, "act_noun"))
    )
    for placed in doers_in(ground, noun, min(cue, noun + 4)):
        if placed.first <= noun:
            continue
        if placed.mention.rule == METONYMY and ground.is_in(noun, "visit"):
            return None  # زيارة الكويت
        if placed.mention.rule == NATION:
            return placed
        # تدريب واشنطن لمقاتلي المعارضة: an object with ل makes the genitive who acts.
        acts = mine or (placed.last + 1 < cue and ground.tokens[placed.last + 1].form.startswith("ل"))
        acts = acts or _own_object(ground, placed, cue)
        between = range(noun + 1, placed.first)
        if definite or placed.prefix or not acts or suffixed:
            continue
        if any(ground.tokens[t].form in PREPOSITIONS or ground.tokens[t].form in SIGNS for t in between):
            continue
        if len(between) == 1 and ground.is_in(noun + 1, "office"):
            return _office(ground, noun + 1, placed)
        if len(between) == 0 or any(ground.is_in(noun + 1, cls) for cls in ("striker", "member", "organ")):
            return None if _is_its_name(ground, noun, placed) else placed
    bearer = _bearer(ground, noun)
    if bearer is not None or definite or suffixed or not mine:
        return bearer
    if noun + 1 in ground.places and ground.is_in(noun, "visit"):
        return None
    phrase = noun_phrase(ground, noun + 1, min(cue, noun + 1 + AGENT))
    return None if phrase is None or _is_its_name(ground, noun, phrase) else phrase


def _own_object(ground: Ground, who: Placed, cue: int) -> bool:
    """Whether an act of who stands behind a gerund is its object (تكثيف التنظيم هجومه)."""
    for t in range(who.last + 1, min(cue, who.last + 1 + OBJECT)):
        if any(m.entry.cls in _ACTS and m.suffix in THEIRS for m in ground.at[t]):
            return True
        if not ground.tokens[t].form.startswith("ال"):
            return False
    return False


def _is_its_name(ground: Ground, noun: int, placed: Placed) -> bool:
    """Whether what follows an operation is its name (عملية الشهيد فلان, معركة لبنان): nobody who acts."""
    return ground.is_in(noun, "named_act") and (placed.mention.rule == PHRASE or placed.mention.type == "person")


def _office(ground: Ground, first: int, body: Placed) -> Placed:
    """Who holds an office of a body (استقالة رئيسة البرلمان): the person, of whom the body's key says nothing."""
    span = ground.span(first, body.last)
    mention = Actor("", span.start, span.end, ground.text.words(span), "person", PHRASE, None)
    return Placed(first, body.last, "", mention)


def _bearer(ground: Ground, noun: int) -> Placed | None:
    """Who is told to be able or bound to do it (قدرة الحكومة على استعادة …)."""
    if noun < 2 or ground.tokens[noun - 1].form not in PREPOSITIONS or noun - 2 not in ground.names:
        return None
    first = ground.names[noun - 2]
    borne = first in ground.actors and not ground.actors[first][0].prefix and ground.is_in(first - 1, "bearing_noun")
    return ground.actors[first][0] if borne else None
