"""Whose behaviour a reason explains: the actor, the behaviour and its target, read from the clause before the cue."""

from __future__ import annotations

from typing import NamedTuple

from marsad.extract.reasons.doers import GROUP, NATION, doers_in
from marsad.extract.reasons.ground import SIGNS, STRONG_SIGNS, Ground
from marsad.grammar.scene import Placed
from marsad.model import ActorRef

# How much each sign of being the subject counts; set by hand, in steps of a half.
AGENT, SUBJECT, OWNER, SAME_SEGMENT = 2.0, 1.5, 1.5, 1.0
OBJECT, SPEAKER, COMMA, STEP = -2.0, -2.5, -0.5, -0.04
LATER, BEFORE_VERB, UNNAMED, GENITIVE, PERPETRATOR = -0.8, 1.0, -0.5, -1.0, 0.5
EARLIER_SENTENCE = -1.5
REACH = 4
BEHAVIOUR_WORDS = 14
# Nothing farther away than so many tokens governs; it also keeps the cost linear where a sentence never ends.
WINDOW = 80
_THAT = frozenset(
    {"ان", "بان", "وان", "لان", "فان", "لكن", "ولكن", "كان", "كانت", "وكان", "وكانت", "اما", "بينما", "فيما", "حيث"}
)
# Words between a verb and its subject (تقوم به تركيا).
_LINKS = frozenset({"به", "بها", "بهم", "فيه", "فيها", "عليه", "عليها", "له", "لها", "منه", "منها"})


class Doer(NamedTuple):
    """An actor mention as the one whose behaviour is explained; `score` over 0 means that it stands as a subject."""

    mention: Placed
    score: float

    def ref(self) -> ActorRef:
        actor = self.mention.mention
        return ActorRef(actor.text, actor.start, actor.end, actor.key, actor.type)


def segment_start(ground: Ground, cue: int) -> int:
    """The first token of the clause before a cue: behind the last sign that parts clauses."""
    first = max(ground.sentence(cue)[0], cue - WINDOW)
    t = cue - 1
    while t > first and (ground.tokens[t].form in SIGNS or not ground.tokens[t].word):
        t -= 1
    while t > first and ground.tokens[t - 1].form not in SIGNS:
        t -= 1
    return t


def doer_before(ground: Ground, cue: int) -> Doer | None:
    """The best actor before a cue in its sentence."""
    first = max(ground.sentence(cue)[0], cue - WINDOW)
    return best_doer(ground, first, cue, cue)


def best_doer(ground: Ground, first: int, past: int, cue: int, named: bool = False) -> Doer | None:
    """The actor in first..past that most looks like the subject of what leads to `cue`.

    `named` leaves out groups and nations told in passing."""
    best: Doer | None = None
    before = -1
    for placed in doers_in(ground, first, past):
        if named and placed.mention.rule in (GROUP, NATION):
            continue
        score = _subject(ground, placed)
        if placed.mention.start in ground.perpetrators:
            score += PERPETRATOR
        if placed.mention.rule == GROUP:
            # Without a verb before it, or joined with و, a group is hardly who acts.
            score += UNNAMED * (1 if score > 0 and placed.prefix != "و" else 2)
        if before >= 0 and not any(ground.tokens[t].form in SIGNS for t in range(before + 1, placed.first)):
            score += LATER
        before = placed.last
        between = range(placed.last + 1, cue) if placed.first < cue else range(cue, placed.first)
        commas = 0
        for t in between:
            form = ground.tokens[t].form
            if form in STRONG_SIGNS:
                score += 2 * COMMA
            elif form in SIGNS:
                commas += 1
        score += (SAME_SEGMENT if not commas else COMMA * min(commas, 4)) + STEP * min(len(between), 40)
        if best is None or score > best.score:
            best = Doer(placed, score)
    return best


def _subject(ground: Ground, placed: Placed) -> float:
    """How much a mention looks like a subject, by what stands before it."""
    actor = placed.mention
    score = 0.0
    if (actor.start, actor.end) in ground.speakers:
        score += SPEAKER
    t = placed.first - 1
    first, past = ground.sentence(placed.first)
    if placed.last + 1 < past and ground.verb(placed.last + 1):
        score += BEFORE_VERB
    while t > first and (ground.tokens[t].form in _LINKS or _members(ground, t)):
        t -= 1
    if t < first:
        return score + SUBJECT / 2
    if t in ground.cues:
        return score + SPEAKER
    if placed.mention.rule == NATION:
        return score + OWNER
    if ground.is_in(t, "agent_prep") or (t > first and ground.is_in(t - 1, "agent_prep")):
        return score + AGENT
    if any(letter in placed.prefix for letter in "لبك") or ground.tokens[placed.first].form.startswith("لل"):
        return score + OBJECT
    if ground.is_in(t, "side_prep"):
        return score + OBJECT
    if ground.is_in(t, "act_noun") or t in ground.events:
        return score + OWNER
    if ground.verb(t) or ground.tokens[t].form in _THAT or ground.tokens[t].form in SIGNS:
        return score + SUBJECT
    if t > first and ground.is_in(t - 1, "side_prep"):
        return score + GENITIVE
    if len(ground.tokens[t].form) > 3 and ground.tokens[t].form[0] in "لب":
        return score + GENITIVE / 2
    return score


def _members(ground: Ground, t: int) -> bool:
    """Whether a token is a noun for an actor's people, in construct with its name (مسلحو التنظيم)."""
    found = ground.match(t, "group_noun")
    return found is not None and not found.prefix.article and not found.prefix.preposition and not found.suffix


def doer_around(ground: Ground, first: int, last: int) -> Doer | None:
    """The actor of a stretch of words that is no clause with a cue: a lead-in, a title."""
    return best_doer(ground, first, last + 1, last + 1)


def doer_earlier(ground: Ground, token: int, reach: int = REACH) -> Doer | None:
    """The subject nearest before a token's sentence: the one that goes on being spoken of."""
    sentence = ground.tokens[token].sentence
    best: Doer | None = None
    for back in range(1, reach + 1):
        if sentence - back < 0:
            break
        first, past = ground.text.sentence_tokens[sentence - back]
        first = max(first, past - WINDOW)
        found = best_doer(ground, first, past, past, named=True)
        if found is not None:
            found = found._replace(score=found.score + back * EARLIER_SENTENCE)
            if best is None or found.score > best.score:
                best = found
    return best


def behaviour(ground: Ground, cue: int) -> tuple[int, int] | None:
    """Tokens of the short phrase before a cue that tells what is done; None where nothing stands there."""
    last = cue - 1
    first, _ = ground.sentence(cue)
    while last >= first and not ground.tokens[last].word:
        last -= 1
    if last < first:
        return None
    start = segment_start(ground, cue)
    if ground.tokens[start].form.lstrip("وف") in ("ذلك", "هذا"):
        start = segment_start(ground, start)
    return max(start, last - BEHAVIOUR_WORDS + 1), last


def target(ground: Ground, spans: list[tuple[int, int] | None], actor: ActorRef | None) -> str | None:
    """The first place or other actor named in the reason, else in the behaviour."""
    for span in spans:
        if span is None:
            continue
        for t in range(span[0], span[1] + 1):
            if t in ground.places:
                return str(ground.places[t][0].mention.text)
            if t in ground.actors:
                other = ground.actors[t][0].mention
                if actor is None or (other.key or other.text) != (actor.key or actor.text):
                    return str(other.text)
    return None
